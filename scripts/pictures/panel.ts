/** The left part of a picture: the words. */
import type { SocialCard } from '../../src/seo/social-cards.ts';
import { SITE_NAME } from '../../src/seo/site.ts';
import { drawable } from './fonts.ts';
import {
  BOTTOM,
  EDGE,
  GRAPHITE,
  HEAD,
  HEIGHT,
  INK,
  LEFT,
  PANEL,
  PAPER,
  RIGHT,
  SIGNAL,
  titleSize,
} from './layout.ts';
import type { Type } from './letters.ts';
import { write } from './letters.ts';
import { linesOf } from './lines.ts';
import type { Sheet } from './pixels.ts';
import { colourOf, drawn, fill, lay } from './pixels.ts';
import { facesOf, shaped } from './shape.ts';

type Style = Omit<Type, 'colour'> & { colour: string; /** In parts of the size. */ lineHeight: number };

const WIDTH = PANEL - LEFT - RIGHT;

/** Writes a text of at most `most` lines below `top`. @returns where it ends. */
function paragraph(
  onto: Sheet,
  text: string,
  style: Style,
  { left = LEFT, top, most }: { left?: number; top: number; most: number },
): number {
  const { family, size, lineHeight } = style;
  const lines = linesOf(
    drawable(text),
    PANEL - RIGHT - left,
    most,
    (part) => shaped(part, family).width * size,
  );
  const face = facesOf(family)[0];
  const { ascender = 0, descender = 0 } = face?.font.hExtents() ?? {};
  // Half of what the line is higher than its letters stands above them.
  const ascent = (lineHeight + (ascender + descender) / (face?.unitsPerEm ?? 1)) / 2;
  for (const [index, line] of lines.entries()) {
    const baseline = Math.floor(top + (index * lineHeight + ascent) * size);
    write(onto, line, { family, size, colour: colourOf(style.colour) }, left, baseline);
  }
  return top + lines.length * lineHeight * size;
}

let head: Sheet | undefined;

/** The gate half open, the name of the site, the rule below: the same on every picture. */
function drawHead(): Sheet {
  const sheet = drawn(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PANEL - EDGE}" height="${HEAD}">` +
      `<path fill="${PAPER}" d="M0 0h${PANEL - EDGE}v${HEAD}H0z"/>` +
      `<path fill="none" stroke="${INK}" stroke-width="3" d="M58 79.5V50h28v29.5M56 78.5h32"/>` +
      `<path fill="${INK}" d="M66 78V58l12-4v24zM${LEFT} 105h${WIDTH}v3h-${WIDTH}z"/></svg>`,
  );
  const style: Style = { family: 'display', size: 22, lineHeight: 1, colour: INK };
  paragraph(sheet, SITE_NAME, style, { left: 102, top: 53, most: 1 });
  return sheet;
}

/** Height of the field with the gate time, at the bottom of the words. */
const GATE = 96;

/** The gate time on a signal-coloured field, beside it the day and the day of the week. */
function layGate(onto: Sheet, { time, day, note }: NonNullable<SocialCard['gate']>): void {
  const [height, padding] = [GATE, 22];
  const top = HEIGHT - BOTTOM - height;
  const style: Style = { family: 'display', size: 62, lineHeight: 1, colour: INK };
  const width = Math.round(shaped(drawable(time), style.family).width * style.size) + 2 * padding;
  fill(onto, colourOf(SIGNAL), { left: LEFT, top, width, height });
  paragraph(onto, time, style, { left: LEFT + padding, top: top + 16, most: 1 });
  const left = LEFT + width + 26;
  const end = paragraph(
    onto,
    day,
    { family: 'display', size: 30, lineHeight: 1.2, colour: INK },
    { left, top: top + 14, most: 1 },
  );
  paragraph(
    onto,
    note,
    { family: 'text', size: 25, lineHeight: 1.3, colour: GRAPHITE },
    { left, top: end, most: 1 },
  );
}

/** Lays the words of the card on blank paper. */
export function layPanel(onto: Sheet, card: SocialCard, hue: string): void {
  lay(onto, (head ??= drawHead()), 0, 0);
  const size = titleSize(card.title);
  const long = card.title.length > 90;
  const eyebrow = paragraph(
    onto,
    card.eyebrow,
    { family: 'mono', size: 22, lineHeight: 1.2, colour: hue },
    { top: HEAD + 24, most: 1 },
  );
  const title = paragraph(
    onto,
    card.title,
    { family: 'display', size, lineHeight: 1.16, colour: INK },
    { top: eyebrow + 16, most: card.gate === null ? (size > 40 ? 5 : 8) : size > 36 ? 5 : 6 },
  );
  const text: Style = { family: 'text', size: 27, lineHeight: 1.3, colour: GRAPHITE };
  const top = title + 18;
  const wanted = card.gate === null ? (long ? 3 : 4) : long ? 1 : 2;
  const end = HEIGHT - BOTTOM - (card.gate === null ? 0 : GATE + 18);
  // A long title leaves less room: whole lines only.
  const most = Math.min(wanted, Math.floor((end - top) / (text.size * text.lineHeight)));
  if (most > 0) paragraph(onto, card.text, text, { top, most });
  if (card.gate !== null) layGate(onto, card.gate);
}
