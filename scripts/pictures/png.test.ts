import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { Sheet } from './pixels.ts';
import { indexedPng } from './png.ts';

/** A picture of `colours` different greys in runs, with an odd width. */
function picture(colours: number): Sheet {
  const [width, height] = [241, 9];
  const pixels = Int32Array.from({ length: width * height }, (_, at) => {
    const grey = (Math.floor(at / 7) % colours) * 8;
    return (255 << 24) | (grey << 16) | (grey << 8) | grey;
  });
  return { width, height, pixels };
}

it.each([
  [2, 4],
  [16, 4],
  [17, 8],
  [30, 8],
])('gives %i colours back as they were, in %i bits', async (colours, bits) => {
  const drawn = picture(colours);
  const png = indexedPng(drawn, 32);
  expect(png[24]).toBe(bits);
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([drawn.width, drawn.height]);
  expect(data.equals(Buffer.from(drawn.pixels.buffer))).toBe(true);
});

it('takes the nearest of the commonest colours when there are too many', async () => {
  const drawn = picture(20);
  const png = indexedPng(drawn, 4);
  const { data } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const seen = new Set<number>();
  for (let at = 0; at < data.length; at += 3) seen.add(data[at] ?? 0);
  expect(seen.size).toBe(4);
});
