/** What the panel sets, and where the choice is kept. */
export const VISION_KEYS = ['size', 'contrast', 'spacing', 'pictures'] as const;

/** Key of localStorage: a JSON object of VISION_KEYS. */
export const VISION_STORAGE = 'vision';
