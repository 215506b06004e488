/** Measures of a social picture: words like on a works pass at the left, the plate at the right. */

export const WIDTH = 1200;
export const HEIGHT = 630;
/** Width of the part with the words. */
export const PANEL = 640;
/** Half of what the perforation between words and plate takes, on either side. */
export const EDGE = 8;
export const LEFT = 56;
export const RIGHT = 44;
/** Below the rule under the name of the site. */
export const HEAD = 108;
export const BOTTOM = 48;

export const PAPER = '#F4F1EA';
export const INK = '#16191D';
export const GRAPHITE = '#4A5058';
export const SIGNAL = '#F2B705';

/** Width of a letter of the display type in a wide word, in parts of its size. */
const LETTER = 0.86;

/** Size of the title, px: as large as its length and its longest word allow. */
export function titleSize(title: string): number {
  const steps: readonly (readonly [length: number, size: number])[] = [
    [18, 60],
    [34, 50],
    [60, 42],
    [90, 35],
    [130, 29],
  ];
  const byLength = steps.find(([length]) => title.length <= length)?.[1] ?? 25;
  const longest = Math.max(1, ...title.split(/[\s\u00A0-]+/u).map((word) => word.length));
  const byWord = Math.floor((PANEL - LEFT - RIGHT) / (longest * LETTER));
  return Math.max(24, Math.min(byLength, byWord));
}
