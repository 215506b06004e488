/**
 * A visitor's first page is shown as soon as its headings and texts have letters. Those of figures come then, while it
 * is read. They are as wide as the fallback in which the figures stand, so nothing moves; where this system's
 * fallback is not, they wait for the next page. From then on pages wait for all (vision/pre-paint.ts), which the
 * browser keeps.
 */
import { LETTERS_STORAGE } from './letters-storage.ts';

/** Of every character of PT Mono, in parts of its size. */
const WIDTH = 0.6;
const SIZE = 100;

function isAsWide(fallback: string): boolean {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) return false;
  pen.font = `${SIZE}px ${fallback}`;
  return Math.abs(pen.measureText('0').width / SIZE - WIDTH) < 0.005;
}

/** Brings the letters of figures where the page did without them; comes true also when they cannot come. */
export async function bringFigures(): Promise<void> {
  const root = document.documentElement;
  if (root.dataset.letters === undefined) return;
  try {
    await document.fonts.load("1em 'PT Mono'", 'я1');
    if (isAsWide(getComputedStyle(root).getPropertyValue('--mono'))) root.dataset.letters = 'most';
    localStorage.setItem(LETTERS_STORAGE, '1');
  } catch {
    // They did not come, or nothing may be kept: the next page begins as this one did.
  }
}
