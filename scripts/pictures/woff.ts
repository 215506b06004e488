/** Unpacks WOFF files: what shapes letters reads plain OpenType only. */
import { inflateSync } from 'node:zlib';

const WOFF_HEADER = 44;
const WOFF_RECORD = 20;
const HEADER = 12;
const RECORD = 16;

/** The font inside a WOFF file of version 1. @throws RangeError when it is none. */
export function sfntOf(woff: Buffer): Buffer {
  if (woff.length < WOFF_HEADER || woff.toString('latin1', 0, 4) !== 'wOFF')
    throw new RangeError('no WOFF file');
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(HEADER + RECORD * count);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  const parts = [head];
  let offset = head.length;
  for (let index = 0; index < count; index += 1) {
    const from = WOFF_HEADER + WOFF_RECORD * index;
    const at = woff.readUInt32BE(from + 4);
    const packed = woff.subarray(at, at + woff.readUInt32BE(from + 8));
    const length = woff.readUInt32BE(from + 12);
    const table = packed.length < length ? inflateSync(packed) : packed;
    const to = HEADER + RECORD * index;
    woff.copy(head, to, from, from + 4);
    woff.copy(head, to + 4, from + 16, from + 20);
    head.writeUInt32BE(offset, to + 8);
    head.writeUInt32BE(length, to + 12);
    // Tables begin at multiples of four.
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4);
    table.copy(padded);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}
