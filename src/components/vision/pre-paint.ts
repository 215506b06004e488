/**
 * Applies the reader's settings before the first paint. One constant text, so that the content security
 * policy can name its hash; it touches nothing but attributes of the root element.
 */
export const VISION_KEYS = ['size', 'contrast', 'spacing', 'pictures'] as const;
export type VisionKey = (typeof VISION_KEYS)[number];

/** Key of localStorage: a JSON object of VISION_KEYS. */
export const VISION_STORAGE = 'vision';

export const PRE_PAINT_SCRIPT = `try{var v=JSON.parse(localStorage.getItem('vision')||'{}');['size','contrast','spacing','pictures'].forEach(function(k){/^[a-z0-9]{1,8}$/.test(v[k])&&document.documentElement.setAttribute('data-'+k,v[k])})}catch(e){}`;
