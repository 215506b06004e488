/** The sheet of a social picture: words like on a works pass at the left, the plate at the right. */
import type { SocialCard } from '../../src/seo/social-cards.ts';
import { SITE_NAME } from '../../src/seo/site.ts';
import { DISPLAY, drawable, MONO, TEXT } from './fonts.ts';

export const WIDTH = 1200;
export const HEIGHT = 630;
/** Width of the part with the words. */
export const PANEL = 640;
export const LEFT = 56;
const RIGHT = 44;
/** Below the rule under the name of the site. */
export const HEAD = 108;
export const BOTTOM = 48;

export const PAPER = '#F4F1EA';
export const INK = '#16191D';
const GRAPHITE = '#4A5058';
const SIGNAL = '#F2B705';

export type Element = {
  type: 'div';
  props: { style: Record<string, string | number>; children: Element[] | string };
};

function box(style: Record<string, string | number>, children: Element[]): Element {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}

function words(style: Record<string, string | number>, text: string, lines: number): Element {
  return {
    type: 'div',
    props: {
      style: { display: 'block', lineClamp: lines, wordBreak: 'break-word', ...style },
      children: drawable(text),
    },
  };
}

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

/** Words of the card that are drawn together, as a tree for satori. */
export type Piece = {
  element: Element;
  /** Lines break within this; without it the piece is as wide as its words and as high as this. */
  size: { width: number } | { height: number };
};

/** Paper round a piece: strokes of letters reach a little beyond the box that satori measures. */
export const BLEED = 8;
const WIDE = { width: PANEL - LEFT - RIGHT };

/** The name of the site, in the head of the sheet beside the mark. */
export const siteName: Piece = {
  element: words({ fontFamily: DISPLAY, fontSize: 22, lineHeight: 1, color: INK }, SITE_NAME, 1),
  size: WIDE,
};

/** What stands below the head: each piece with its distance from the one above. */
export function column(card: SocialCard, hue: string): { gap: number; piece: Piece }[] {
  const size = titleSize(card.title);
  const long = card.title.length > 90;
  const titleLines = card.gate === null ? (size > 40 ? 5 : 8) : size > 36 ? 5 : 6;
  const textLines = card.gate === null ? (long ? 3 : 4) : long ? 1 : 2;
  const eyebrow = words({ fontFamily: MONO, fontSize: 22, lineHeight: 1.2, color: hue }, card.eyebrow, 1);
  const title = words(
    { fontFamily: DISPLAY, fontSize: size, lineHeight: 1.16, color: INK },
    card.title,
    titleLines,
  );
  const text = words(
    { fontFamily: TEXT, fontSize: 27, lineHeight: 1.3, color: GRAPHITE },
    card.text,
    textLines,
  );
  return [
    { gap: 24, piece: { element: eyebrow, size: WIDE } },
    { gap: 16, piece: { element: title, size: WIDE } },
    ...(card.text === '' ? [] : [{ gap: 18, piece: { element: text, size: WIDE } }]),
  ];
}

/** Height of the signal-coloured field. */
export const GATE = 96;

/** The gate time on a signal-coloured field. */
export function gateTime(time: string): Piece {
  const style = {
    fontFamily: DISPLAY,
    fontSize: 62,
    lineHeight: 1,
    padding: '16px 22px 18px',
    background: SIGNAL,
    color: INK,
  };
  return { element: words(style, time, 1), size: { height: GATE } };
}

/** Beside it the day and the day of the week, in the middle of its height. */
export function gateDay({ day, note }: NonNullable<SocialCard['gate']>): Piece {
  const lines = [
    words({ fontFamily: DISPLAY, fontSize: 30, lineHeight: 1.2, color: INK }, day, 1),
    words({ fontFamily: TEXT, fontSize: 25, lineHeight: 1.3, color: GRAPHITE }, note, 1),
  ];
  return {
    element: box({ flexDirection: 'column', justifyContent: 'center' }, lines),
    size: { height: GATE },
  };
}

/** The tree with its paper; satori measures a box without its padding. */
export function withBleed({ element, size }: Piece): Element {
  return box({ flexDirection: 'column', padding: BLEED, ...size }, [element]);
}
