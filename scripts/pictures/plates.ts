/** The right part of a picture: a plate, or several in a mosaic. */
import { HEIGHT as PLATE_HEIGHT, WIDTH as PLATE_WIDTH } from '../../src/plates/sheet.ts';
import { HEIGHT, PANEL, PAPER, WIDTH } from './layout.ts';
import type { Sheet } from './pixels.ts';
import { blend, colourOf, drawn, fill, lay } from './pixels.ts';

const ACROSS = WIDTH - PANEL;

type Cell = { x: number; y: number; width: number; height: number };

/** Where the plates stand: one fills the part, two and three lie in rows, more stand in two columns. */
export function cells(count: number): Cell[] {
  const columns = count > 3 ? 2 : 1;
  const rows = Math.ceil(count / columns);
  return Array.from({ length: columns * rows }, (_, index) => ({
    x: (index % columns) * (ACROSS / columns),
    y: Math.floor(index / columns) * (HEIGHT / rows),
    width: ACROSS / columns,
    height: HEIGHT / rows,
  }));
}

/** The plate fills the cell from its left edge; what stands out at the right, above and below is cut off. */
function cellSheet(plate: string, { width, height }: Cell): Sheet {
  const drawing = plate.slice(plate.indexOf('>') + 1, plate.lastIndexOf('</svg>'));
  const scale = Math.max(width / PLATE_WIDTH, height / PLATE_HEIGHT);
  return drawn(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      `<g transform="translate(0 ${(height - PLATE_HEIGHT * scale) / 2})scale(${scale})">${drawing}</g></svg>`,
  );
}

/** Half of what the perforation between words and plate takes. */
const EDGE = 8;

/** Holes punched along the middle of a narrow strip. */
function perforation(): Sheet {
  const dots = `stroke-linecap="round" stroke-dasharray="0 21" d="M${EDGE} 10.5V640"/>`;
  return drawn(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * EDGE}" height="${HEIGHT}">` +
      `<path stroke="${PAPER}" stroke-width="13" ${dots}<path stroke="#8A8578" stroke-width="4" ${dots}</svg>`,
  );
}

function draw(plates: readonly string[]): Sheet {
  const [width, height] = [EDGE + ACROSS, HEIGHT];
  const sheet = { width, height, pixels: new Int32Array(width * height) };
  fill(sheet, colourOf(PAPER), { left: 0, top: 0, width: EDGE, height });
  for (const [index, cell] of cells(plates.length).entries())
    lay(sheet, cellSheet(plates[index % plates.length] ?? '', cell), EDGE + cell.x, cell.y);
  blend(sheet, perforation(), 0, 0);
  return sheet;
}

/** The last one drawn: pictures of the same plates come one after another. */
let last: { plates: string; sheet: Sheet } | undefined;

/** Lays the plates at the right, and the perforation between them and the words. */
export function layPlates(onto: Sheet, plates: readonly string[]): void {
  const key = plates.join('\0');
  if (last?.plates !== key) last = { plates: key, sheet: draw(plates) };
  lay(onto, last.sheet, PANEL - EDGE, 0);
}
