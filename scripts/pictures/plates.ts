/** The right part of a picture: a plate, or several in a mosaic. */
import { HEIGHT as PLATE_HEIGHT, WIDTH as PLATE_WIDTH } from '../../src/plates/sheet.ts';
import { EDGE, HEIGHT, PANEL, PAPER, WIDTH } from './layout.ts';
import type { Sheet } from './pixels.ts';
import { blend, colourOf, drawn, fill, lay } from './pixels.ts';

const ACROSS = WIDTH - PANEL;

type Cell = { x: number; y: number; width: number; height: number };

/** Where the plates stand: one fills the part, two and three lie in rows, more stand in two columns. */
export function cells(count: number): Cell[] {
  const columns = count > 3 ? 2 : 1;
  const rows = Math.ceil(count / columns);
  return Array.from({ length: columns * rows }, (_, index) => ({
    x: PANEL + (index % columns) * (ACROSS / columns),
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

/** Holes punched along the middle of a narrow strip. */
function perforation(): Sheet {
  const dots = `stroke-linecap="round" stroke-dasharray="0 21" d="M${EDGE} 10.5V640"/>`;
  return drawn(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * EDGE}" height="${HEIGHT}">` +
      `<path stroke="${PAPER}" stroke-width="13" ${dots}<path stroke="#8A8578" stroke-width="4" ${dots}</svg>`,
  );
}

/** Lays the plates at the right, and the perforation between them and the words. */
function draw(onto: Sheet, plates: readonly string[]): void {
  fill(onto, colourOf(PAPER), { left: PANEL - EDGE, top: 0, width: EDGE, height: HEIGHT });
  for (const [index, cell] of cells(plates.length).entries())
    lay(onto, cellSheet(plates[index % plates.length] ?? '', cell), cell.x, cell.y);
  blend(onto, perforation(), PANEL - EDGE, 0);
}

/** What stands on which sheet: pictures of the same plates come one after another. */
const shown = new WeakMap<Sheet, string>();

/** Sees to it that the plates stand at the right; nothing else may be drawn there. */
export function showPlates(onto: Sheet, plates: readonly string[]): void {
  const key = plates.join('\0');
  if (shown.get(onto) === key) return;
  shown.delete(onto);
  draw(onto, plates);
  shown.set(onto, key);
}
