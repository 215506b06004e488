/** The left part of a picture: its words in pieces, many of which other cards have too. */
import satori from 'satori';
import type { SocialCard } from '../../src/seo/social-cards.ts';
import { pictureFonts } from './fonts.ts';
import { keeper } from './kept.ts';
import type { Piece } from './layout.ts';
import {
  BLEED,
  BOTTOM,
  column,
  GATE,
  gateDay,
  gateTime,
  HEAD,
  HEIGHT,
  INK,
  LEFT,
  PANEL,
  PAPER,
  siteName,
  withBleed,
} from './layout.ts';
import type { Sheet } from './pixels.ts';
import { drawn, lay } from './pixels.ts';

/** Room for a name, a text and the short lines of every day and hour: 4 MB. */
const keep = keeper(1_000_000);

function svgOf(piece: Piece): Promise<string> {
  const paper = 2 * BLEED;
  const size =
    'width' in piece.size ? { width: piece.size.width + paper } : { height: piece.size.height + paper };
  return satori(withBleed(piece), { ...size, fonts: pictureFonts() });
}

/** A piece on its paper. */
function sheetOf(piece: Piece): Promise<Sheet> {
  return keep(JSON.stringify(piece), async () => drawn(await svgOf(piece), PAPER));
}

/** The gate half open, the name of the site, the rule below. */
function head(): Promise<Sheet> {
  return keep('head', async () =>
    drawn(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${PANEL}" height="${HEAD}">` +
        `<path fill="none" stroke="${INK}" stroke-width="3" d="M58 79.5V50h28v29.5M56 78.5h32"/>` +
        `<path fill="${INK}" d="M66 78V58l12-4v24zM${LEFT} 105h540v3h-540z"/>` +
        `<g transform="translate(${102 - BLEED} ${53 - BLEED})">${await svgOf(siteName)}</g></svg>`,
      PAPER,
    ),
  );
}

/** Lays the words of the card on blank paper. */
export async function layPanel(onto: Sheet, card: SocialCard, hue: string): Promise<void> {
  lay(onto, await head(), 0, 0);
  let bottom = HEAD;
  for (const { gap, piece } of column(card, hue)) {
    const sheet = await sheetOf(piece);
    lay(onto, sheet, LEFT - BLEED, bottom + gap - BLEED);
    bottom += gap + sheet.height - 2 * BLEED;
  }
  if (card.gate === null) return;
  const time = await sheetOf(gateTime(card.gate.time));
  const day = await sheetOf(gateDay(card.gate));
  const top = HEIGHT - BOTTOM - GATE - BLEED;
  lay(onto, time, LEFT - BLEED, top);
  lay(onto, day, LEFT + time.width - 3 * BLEED + 26, top);
}
