/** The sheet of a social picture: words like on a works pass at the left, the plate at the right. */
import type { SocialCard } from '../../src/seo/social-cards.ts';
import { SITE_NAME } from '../../src/seo/site.ts';
import { DISPLAY, drawable, MONO, TEXT } from './fonts.ts';

export const WIDTH = 1200;
export const HEIGHT = 630;
/** Width of the part with the words. */
export const PANEL = 640;
const LEFT = 56;
const RIGHT = 44;
const TOP = 46;
const BOTTOM = 48;

const INK = '#16191D';
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

/** The gate time on a signal-coloured field. */
function gate({ time, day, note }: NonNullable<SocialCard['gate']>): Element {
  return box({ alignItems: 'center', flexShrink: 0 }, [
    words(
      {
        fontFamily: DISPLAY,
        fontSize: 62,
        lineHeight: 1,
        padding: '16px 22px 18px',
        flexShrink: 0,
        background: SIGNAL,
        color: INK,
      },
      time,
      1,
    ),
    box({ flexDirection: 'column', marginLeft: 26 }, [
      words({ fontFamily: DISPLAY, fontSize: 30, lineHeight: 1.2 }, day, 1),
      words({ fontFamily: TEXT, fontSize: 25, lineHeight: 1.3, color: GRAPHITE }, note, 1),
    ]),
  ]);
}

/**
 * The words of the card as a tree for satori, 640 × 630; it measures boxes without their padding. Lines are
 * counted, not cut off by the box: what hides an overflow would put a mask over every word.
 */
export function panel(card: SocialCard, hue: string): Element {
  const size = titleSize(card.title);
  const long = card.title.length > 90;
  return box(
    {
      width: PANEL - LEFT - RIGHT,
      height: HEIGHT - TOP - BOTTOM,
      flexDirection: 'column',
      padding: `${TOP}px ${RIGHT}px ${BOTTOM}px ${LEFT}px`,
      color: INK,
    },
    [
      words(
        { fontFamily: DISPLAY, fontSize: 22, lineHeight: 1, paddingLeft: 46, height: 34, paddingTop: 7 },
        SITE_NAME,
        1,
      ),
      box({ height: 3, background: INK, marginTop: 18, marginBottom: 24, flexShrink: 0 }, []),
      words({ fontFamily: MONO, fontSize: 22, lineHeight: 1.2, color: hue, flexShrink: 0 }, card.eyebrow, 1),
      words(
        { fontFamily: DISPLAY, fontSize: size, lineHeight: 1.16, marginTop: 16, flexShrink: 0 },
        card.title,
        card.gate === null ? (size > 40 ? 5 : 8) : size > 36 ? 5 : 6,
      ),
      ...(card.text === ''
        ? []
        : [
            words(
              { fontFamily: TEXT, fontSize: 27, lineHeight: 1.3, marginTop: 18, color: GRAPHITE },
              card.text,
              card.gate === null ? (long ? 3 : 4) : long ? 1 : 2,
            ),
          ]),
      box({ flexGrow: 1 }, []),
      ...(card.gate === null ? [] : [gate(card.gate)]),
    ],
  );
}
