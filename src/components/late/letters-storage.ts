/** Key of localStorage: stands there when this browser has once had all letters of the site, of whatever value. */
export const LETTERS_STORAGE = 'letters';
