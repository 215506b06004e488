/** The right part of a picture: a plate, or several in a mosaic. */
import { HEIGHT as PLATE_HEIGHT, WIDTH as PLATE_WIDTH } from '../../src/plates/sheet.ts';
import { keeper } from './kept.ts';
import { HEIGHT, PANEL, WIDTH } from './layout.ts';
import type { Sheet } from './pixels.ts';
import { drawn, lay } from './pixels.ts';

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

/** The sessions of an enterprise come after each other, and so do those who show the mosaic of the site. */
const keep = keeper(2 * ACROSS * HEIGHT);

/** The part as one sheet. */
export function platesSheet(plates: readonly string[]): Promise<Sheet> {
  return keep(plates.join('\0'), () => {
    const sheet = { width: ACROSS, height: HEIGHT, pixels: new Int32Array(ACROSS * HEIGHT) };
    for (const [index, cell] of cells(plates.length).entries())
      lay(sheet, cellSheet(plates[index % plates.length] ?? '', cell), cell.x, cell.y);
    return sheet;
  });
}
