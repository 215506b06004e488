/** Draws letters onto a sheet: the shape of each is drawn once and kept as a mask. */
import type { Sheet } from './pixels.ts';
import { drawn } from './pixels.ts';
import type { Family } from './fonts.ts';
import type { Glyph } from './shape.ts';
import { facesOf, shaped } from './shape.ts';

/** How much of each pixel a glyph covers, 0 to 255, beside its origin. */
type Mask = { left: number; top: number; width: number; height: number; cover: Uint8Array };

/** Letters stand at quarters of a pixel. */
const STEPS = 4;
/** A card has about 200 shapes; more than these are forgotten all at once, which hardly ever happens. */
const MOST_MASKS = 4000;
const masks = new Map<string, Mask>();

function drawMask({ face, id }: Glyph, size: number, step: number): Mask {
  const extents = face.font.glyphExtents(id) ?? { xBearing: 0, yBearing: 0, width: 0, height: 0 };
  const scale = size / face.unitsPerEm;
  const shift = step / STEPS;
  // Heights go downwards from the bearing: they are negative.
  const left = Math.floor(extents.xBearing * scale + shift);
  const top = Math.floor(-extents.yBearing * scale);
  const width = Math.ceil((extents.xBearing + extents.width) * scale + shift) - left;
  const height = Math.ceil(-(extents.yBearing + extents.height) * scale) - top;
  if (width <= 0 || height <= 0) return { left, top, width: 0, height: 0, cover: new Uint8Array() };
  const { pixels } = drawn(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      `<path transform="translate(${shift - left} ${-top})scale(${scale} ${-scale})" d="${face.font.glyphToPath(id)}"/></svg>`,
  );
  return { left, top, width, height, cover: Uint8Array.from(pixels, (pixel) => pixel >>> 24) };
}

function maskOf(glyph: Glyph, size: number, step: number, family: Family): Mask {
  const key = `${family} ${facesOf(family).indexOf(glyph.face)} ${glyph.id} ${size} ${step}`;
  const known = masks.get(key);
  if (known !== undefined) return known;
  if (masks.size >= MOST_MASKS) masks.clear();
  const mask = drawMask(glyph, size, step);
  masks.set(key, mask);
  return mask;
}

/** One channel of a colour laid over another, `cover` of 255 parts. */
function mixed(above: number, below: number, cover: number, shift: number): number {
  const sum = ((above >> shift) & 255) * cover + ((below >> shift) & 255) * (255 - cover);
  return (((sum + 127) / 255) | 0) << shift;
}

/** Colours the pixels under a mask whose corner is at `left`, `top`; nothing outside the sheet. */
function stain(
  { width, height, pixels }: Sheet,
  mask: Mask,
  left: number,
  top: number,
  colour: number,
): void {
  const [from, to] = [Math.max(0, -left), Math.min(mask.width, width - left)];
  for (let y = Math.max(0, -top); y < Math.min(mask.height, height - top); y += 1) {
    for (let x = from; x < to; x += 1) {
      const cover = mask.cover[y * mask.width + x] ?? 0;
      if (cover === 0) continue;
      const at = (top + y) * width + left + x;
      const below = pixels[at] ?? 0;
      pixels[at] =
        cover === 255
          ? colour
          : mixed(colour, below, cover, 0) |
            mixed(colour, below, cover, 8) |
            mixed(colour, below, cover, 16) |
            (255 << 24);
    }
  }
}

export type Type = { family: Family; size: number; /** As in a sheet. */ colour: number };

/** Draws a line of text from `left`, its letters standing on `baseline`. */
export function write(onto: Sheet, text: string, type: Type, left: number, baseline: number): void {
  for (const glyph of shaped(text, type.family).glyphs) {
    const x = Math.round((left + glyph.x * type.size) * STEPS);
    const mask = maskOf(glyph, type.size, ((x % STEPS) + STEPS) % STEPS, type.family);
    const top = Math.round(baseline + glyph.y * type.size) + mask.top;
    stain(onto, mask, Math.floor(x / STEPS) + mask.left, top, type.colour);
  }
}
