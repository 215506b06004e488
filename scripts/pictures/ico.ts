/** Packs PNGs into an ICO file, as browsers without SVG icons ask for at /favicon.ico. */

export type IcoImage = { side: number; png: Buffer };

/** @throws RangeError for a side over 256, which the format has no place for. */
export function ico(images: readonly IcoImage[]): Buffer {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [index, { side, png }] of images.entries()) {
    if (side > 256) throw new RangeError(`no ICO of ${side} pixels`);
    const at = 6 + 16 * index;
    head.writeUInt8(side % 256, at);
    head.writeUInt8(side % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...images.map(({ png }) => png)]);
}
