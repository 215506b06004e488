/** Sheets of pixels: drawn once, laid beside each other. */
import { Resvg } from '@resvg/resvg-js';

/** Red in the lowest byte, as resvg stores it. */
export type Sheet = { width: number; height: number; pixels: Int32Array };

/** The colours of `ground` under a drawing must be given: without them what is not drawn is clear. */
export function drawn(svg: string, ground?: string): Sheet {
  const image = new Resvg(svg, {
    font: { loadSystemFonts: false },
    ...(ground === undefined ? {} : { background: ground }),
  }).render();
  const { width, height, pixels } = image;
  return { width, height, pixels: new Int32Array(pixels.buffer, pixels.byteOffset, width * height) };
}

/** Lays a sheet over another; what stands out at the right or below is cut off. */
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
    const at = (top + Math.floor(index / sheet.width)) * onto.width + left + (index % sheet.width);
    const below = onto.pixels[at] ?? 0;
    const share = (pixel >>> 24) / 255;
    const part = (shift: number): number =>
      Math.round(((pixel >>> shift) & 255) * share + ((below >>> shift) & 255) * (1 - share)) << shift;
    if (share > 0) onto.pixels[at] = part(0) | part(8) | part(16) | (255 << 24);
  }
}
