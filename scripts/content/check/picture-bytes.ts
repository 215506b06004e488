/** What a picture's own bytes say: its format, its size in pixels, whether it is whole. */

export type PictureFormat = 'jpg' | 'png' | 'webp' | 'avif' | 'gif' | 'heic' | 'svg' | 'unknown';

export type PictureFacts = {
  format: PictureFormat;
  /** Pixels; undefined where the format does not tell simply. */
  width: number | undefined;
  height: number | undefined;
  /** False when the file ends before its own end mark. */
  whole: boolean;
};

/** Reads the header and the end mark; never decodes the picture. */
export function pictureFacts(bytes: Uint8Array): PictureFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ascii = (at: number, length: number): string =>
    String.fromCharCode(...bytes.subarray(at, at + length));
  const facts = (format: PictureFormat, size: Size, whole: boolean): PictureFacts => ({
    format,
    width: size?.[0],
    height: size?.[1],
    whole: whole && (size !== undefined || format === 'avif' || format === 'heic' || format === 'svg'),
  });
  if (ascii(0, 8) === '\x89PNG\r\n\x1A\n') {
    return facts('png', pngSize(view), ascii(bytes.length - 8, 4) === 'IEND');
  }
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return facts('jpg', jpegSize(view), endsWithJpegMark(bytes));
  if (ascii(0, 4) === 'RIFF' && ascii(8, 4) === 'WEBP') {
    return facts('webp', webpSize(view, ascii), bytes.length >= view.getUint32(4, true) + 8);
  }
  if (/^GIF8[79]a/.test(ascii(0, 6))) {
    const size: Size = bytes.length > 10 ? [view.getUint16(6, true), view.getUint16(8, true)] : undefined;
    return facts('gif', size, bytes.at(-1) === 0x3b);
  }
  if (ascii(4, 4) === 'ftyp') {
    const format = /avi[fs]/.test(ascii(8, 24)) ? 'avif' : 'heic';
    return facts(format, undefined, boxesAreWhole(view));
  }
  const start = new TextDecoder().decode(bytes.subarray(0, 1000));
  if (/<svg[\s>]/i.test(start)) {
    return facts('svg', undefined, /<\/svg>\s*$/i.test(new TextDecoder().decode(bytes.subarray(-200))));
  }
  return { format: 'unknown', width: undefined, height: undefined, whole: true };
}

type Size = readonly [number, number] | undefined;

function pngSize(view: DataView): Size {
  return view.byteLength < 24 ? undefined : [view.getUint32(16), view.getUint32(20)];
}

/** Steps over the segments to the one that carries the size. */
function jpegSize(view: DataView): Size {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** Cameras may add bytes after the end mark, so it is looked for near the end and not only at it. */
function endsWithJpegMark(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 2; at >= Math.max(0, bytes.length - 4096); at--) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  }
  return false;
}

function webpSize(view: DataView, ascii: (at: number, length: number) => string): Size {
  if (view.byteLength < 30) return undefined;
  const int24 = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  switch (ascii(12, 4)) {
    case 'VP8X':
      return [int24(24) + 1, int24(27) + 1];
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return [(bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1];
    }
    case 'VP8 ':
      return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
    default:
      return undefined;
  }
}

/** Boxes follow each other, each with its length; the last one must end where the file ends or before. */
function boxesAreWhole(view: DataView): boolean {
  let at = 0;
  while (at + 8 <= view.byteLength) {
    const size = view.getUint32(at);
    if (size === 0) return true;
    if (size === 1) {
      if (at + 16 > view.byteLength) return false;
      at += Number(view.getBigUint64(at + 8));
    } else if (size < 8) return false;
    else at += size;
  }
  return at === view.byteLength;
}
