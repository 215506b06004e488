/** One card → one PNG. */
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import { hueOf } from '../../src/plates/palette.ts';
import { HEIGHT as PLATE_HEIGHT } from '../../src/plates/sheet.ts';
import { pictureFonts } from './fonts.ts';
import type { Drawing } from './drawing.ts';
import { HEIGHT, panel, PANEL, WIDTH } from './layout.ts';
import { indexedPng } from './png.ts';

const PAPER = '#F4F1EA';
/** Enough for paper, ink, the hue and the edges between them. */
const COLOURS = 12;
const MOSAIC_COLOURS = 24;

type Cell = { x: number; y: number; width: number; height: number };

/** Where the plates stand: one fills the right part, two and three lie in rows, more stand in two columns. */
export function cells(count: number): Cell[] {
  const across = WIDTH - PANEL;
  const columns = count > 3 ? 2 : 1;
  const rows = Math.ceil(count / columns);
  return Array.from({ length: columns * rows }, (_, index) => ({
    x: PANEL + (index % columns) * (across / columns),
    y: Math.floor(index / columns) * (HEIGHT / rows),
    width: across / columns,
    height: HEIGHT / rows,
  }));
}

/** A plate fills a cell as high as it is wide enough for: 400 × 300 over 560 × 630, from its left edge. */
const PLATE_SCALE = HEIGHT / PLATE_HEIGHT;

/**
 * One plate is drawn as it is, its overhang at the right beyond the picture and at the left under the words'
 * paper: a picture within a picture would cost a second sheet of pixels and a mask of it.
 */
function onePlate(plate: string): string {
  const drawing = plate.slice(plate.indexOf('>') + 1, plate.lastIndexOf('</svg>'));
  return (
    `<g transform="translate(${PANEL})scale(${PLATE_SCALE})">${drawing}</g>` +
    `<path fill="${PAPER}" d="M0 0h${PANEL}v${HEIGHT}H0z"/>`
  );
}

/** Several stand apart, each with styles and names of its own. */
function mosaic(plates: readonly string[]): string {
  return cells(plates.length)
    .map(({ x, y, width, height }, index) => {
      const plate = Buffer.from(plates[index % plates.length] ?? '').toString('base64');
      return `<image x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="xMinYMid slice" href="data:image/svg+xml;base64,${plate}"/>`;
    })
    .join('');
}

/** The gate half open, and the perforation between words and plate. */
const FURNITURE =
  `<path fill="none" stroke="#16191D" stroke-width="3" d="M58 79.5V50h28v29.5M56 78.5h32"/>` +
  `<path fill="#16191D" d="M66 78V58l12-4v24z"/>` +
  `<path stroke="#F4F1EA" stroke-width="13" stroke-linecap="round" stroke-dasharray="0 21" d="M${PANEL} 10.5V640"/>` +
  `<path stroke="#8A8578" stroke-width="4" stroke-linecap="round" stroke-dasharray="0 21" d="M${PANEL} 10.5V640"/>`;

/** The picture, 1200 × 630. @throws Error when the drawing cannot be read. */
export async function renderCard({ card, plates }: Drawing): Promise<Buffer> {
  const hue = hueOf(card.plates[0]?.industry ?? '').light;
  const tree = panel(card, card.plates.length > 1 ? '#A8321A' : hue);
  const text = await satori(tree, {
    width: PANEL,
    height: HEIGHT,
    fonts: pictureFonts(),
  });
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">` +
    `<path fill="${PAPER}" d="M0 0h${WIDTH}v${HEIGHT}H0z"/>` +
    `${plates.length === 1 ? onePlate(plates[0] ?? '') : mosaic(plates)}${FURNITURE}${text}</svg>`;
  const { width, height, pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return indexedPng({ width, height, rgba: pixels }, plates.length > 1 ? MOSAIC_COLOURS : COLOURS);
}
