/** Sheets of pixels: drawn once, laid beside each other. */
import { Resvg } from '@resvg/resvg-js';

/** Red in the lowest byte, opacity in the highest, colours multiplied by it: as resvg stores them. */
export type Sheet = { width: number; height: number; pixels: Int32Array };

/** A colour like `#F4F1EA` as an opaque pixel. */
export function colourOf(hex: string): number {
  return (0xff << 24) | Buffer.from(hex.slice(1), 'hex').readUIntLE(0, 3);
}

/** A drawing; what it leaves free is clear. */
export function drawn(svg: string): Sheet {
  const { width, height, pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return { width, height, pixels: new Int32Array(pixels.buffer, pixels.byteOffset, width * height) };
}

export type Area = { left: number; top: number; width: number; height: number };

/** Fills an area that is within the sheet. */
export function fill(onto: Sheet, colour: number, { left, top, width, height }: Area): void {
  for (let y = top; y < top + height; y += 1)
    onto.pixels.fill(colour, y * onto.width + left, y * onto.width + left + width);
}

/** Lays an opaque sheet over another; what stands out at the right or below is cut off. */
export function lay(onto: Sheet, sheet: Sheet, left: number, top: number): void {
  const width = Math.min(sheet.width, onto.width - left);
  const height = Math.min(sheet.height, onto.height - top);
  for (let y = 0; y < height; y += 1) {
    const from = y * sheet.width;
    onto.pixels.set(sheet.pixels.subarray(from, from + width), (top + y) * onto.width + left);
  }
}

/** Like `lay`, for a small sheet whose clear pixels let what is below be seen. */
export function blend(onto: Sheet, sheet: Sheet, left: number, top: number): void {
  for (const [index, pixel] of sheet.pixels.entries()) {
    const clear = 1 - (pixel >>> 24) / 255;
    if (clear === 1) continue;
    const at = (top + Math.floor(index / sheet.width)) * onto.width + left + (index % sheet.width);
    const below = onto.pixels[at] ?? 0;
    const part = (shift: number): number =>
      Math.round(((pixel >>> shift) & 255) + ((below >>> shift) & 255) * clear) << shift;
    onto.pixels[at] = part(0) | part(8) | part(16) | part(24);
  }
}
