/** One card → one PNG. */
import { hueOf } from '../../src/plates/palette.ts';
import type { Drawing } from './drawing.ts';
import { HEIGHT, PANEL, PAPER, WIDTH } from './layout.ts';
import { layPanel } from './panel.ts';
import type { Sheet } from './pixels.ts';
import { blend, drawn, lay } from './pixels.ts';
import { platesSheet } from './plates.ts';
import { indexedPng } from './png.ts';

/** Enough for paper, ink, the hue and the edges between them. */
const COLOURS = 12;
const MOSAIC_COLOURS = 24;

/** The perforation between words and plate. */
const EDGE = 16;
let perforation: Sheet | undefined;

function drawPerforation(): Sheet {
  const dots = `stroke-linecap="round" stroke-dasharray="0 21" d="M${EDGE / 2} 10.5V640"/>`;
  return drawn(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${EDGE}" height="${HEIGHT}">` +
      `<path stroke="${PAPER}" stroke-width="13" ${dots}<path stroke="#8A8578" stroke-width="4" ${dots}</svg>`,
  );
}

/** A blank sheet, all of paper. */
function blank(): Sheet {
  const paper = (0xff << 24) | Buffer.from(PAPER.slice(1), 'hex').readUIntLE(0, 3);
  return { width: WIDTH, height: HEIGHT, pixels: new Int32Array(WIDTH * HEIGHT).fill(paper) };
}

/** The picture, 1200 × 630. @throws Error when the drawing cannot be read. */
export async function renderCard({ card, plates }: Drawing): Promise<Buffer> {
  const several = plates.length > 1;
  const sheet = blank();
  await layPanel(sheet, card, several ? '#A8321A' : hueOf(card.plates[0]?.industry ?? '').light);
  lay(sheet, await platesSheet(plates), PANEL, 0);
  blend(sheet, (perforation ??= drawPerforation()), PANEL - EDGE / 2, 0);
  return indexedPng(sheet, several ? MOSAIC_COLOURS : COLOURS);
}
