/** What the panel sets, and where the choice is kept. */
export const VISION_KEYS = ['size', 'contrast', 'spacing', 'pictures'] as const;

/** Key of localStorage: a JSON object of VISION_KEYS. */
export const VISION_STORAGE = 'vision';

/** A value for each key that was chosen. */
export type VisionChoice = Partial<Record<(typeof VISION_KEYS)[number], string>>;

/** What a value may be: it becomes part of an attribute. */
export const VISION_VALUE = /^[a-z0-9]{1,8}$/;
