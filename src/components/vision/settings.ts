/** What the panel sets, and where the choice is kept. */
export const VISION_KEYS = ['size', 'contrast', 'spacing', 'pictures'] as const;
export type VisionKey = (typeof VISION_KEYS)[number];

/** Key of localStorage: a JSON object of VISION_KEYS. */
export const VISION_STORAGE = 'vision';
