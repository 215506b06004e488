/** One card → one PNG. */
import { hueOf } from '../../src/plates/palette.ts';
import type { Drawing } from './drawing.ts';
import { EDGE, HEIGHT, PANEL, PAPER, WIDTH } from './layout.ts';
import { layPanel } from './panel.ts';
import type { Sheet } from './pixels.ts';
import { colourOf, fill } from './pixels.ts';
import { showPlates } from './plates.ts';
import { indexedPng } from './png.ts';

/** Enough for paper, ink, the hue and the edges between them. */
const COLOURS = 12;
const MOSAIC_COLOURS = 24;

/** One sheet of 3 MB for all pictures of a thread, none of which outlives its call: fresh ones keep the collector busy. */
const sheet: Sheet = { width: WIDTH, height: HEIGHT, pixels: new Int32Array(WIDTH * HEIGHT) };

/** The picture, 1200 × 630. @throws Error when the drawing cannot be read. */
export function renderCard({ card, plates }: Drawing): Buffer {
  const several = plates.length > 1;
  fill(sheet, colourOf(PAPER), { left: 0, top: 0, width: PANEL - EDGE, height: HEIGHT });
  layPanel(sheet, card, several ? '#A8321A' : hueOf(card.plates[0]?.industry ?? '').light);
  showPlates(sheet, plates);
  return indexedPng(sheet, several ? MOSAIC_COLOURS : COLOURS);
}
