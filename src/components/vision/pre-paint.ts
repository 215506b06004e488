/**
 * Runs as the first thing of the body, before the first paint. One constant text, so that the content
 * security policy can name its hash. It does two things.
 *
 * 1. Puts the reader's settings of the vision panel on the root element.
 * 2. Waits for the letters of headings, text and figures, at most FONTS_WAIT_MS: the page appears in its own
 *    letters, or in the fallback for good (`data-fonts`), so that nothing moves or flashes afterwards. The title
 *    says whether the heading has Latin letters.
 */
import { VISION_KEYS, VISION_STORAGE } from './settings.ts';

export const FONTS_WAIT_MS = 400;

export const PRE_PAINT_SCRIPT =
  `(function(d,r){try{var v=JSON.parse(localStorage.getItem('${VISION_STORAGE}')||'{}');` +
  `${JSON.stringify(VISION_KEYS)}.forEach(function(k){typeof v[k]=='string'&&/^[a-z0-9]{1,8}$/.test(v[k])&&r.setAttribute('data-'+k,v[k])})}catch(e){}` +
  `if(d.fonts&&window.Promise){r.dataset.fonts='wait';Promise.race([` +
  `Promise.all(['400 1em Golos','600 1em Unbounded','1em PT Mono'].map(function(f){return d.fonts.load(f,'я1'+d.title)})).then(function(){return 'own'}),` +
  `new Promise(function(s){setTimeout(s,${String(FONTS_WAIT_MS)},'fallback')})` +
  `]).catch(function(){return 'fallback'}).then(function(s){r.dataset.fonts=s})}})(document,document.documentElement)`;
