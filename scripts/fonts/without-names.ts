/** Takes the texts out of a font: who made it and under which licence stands in public/fonts, and no page shows it. */

const HEADER = 12;
const RECORD = 16;
/** Format 0, no names, texts begin behind these six bytes. Browsers refuse a font without the table. */
const NO_NAMES = Buffer.from([0, 0, 0, 0, 0, 6]);

function checksum(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}

function padded(table: Buffer): Buffer {
  return Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
}

/**
 * The same font with an empty table of names. The checksum of the whole file stays as it was: woff2 has its own.
 * @param sfnt a TrueType file. @throws RangeError when it is cut short.
 */
export function withoutNames(sfnt: Buffer): Buffer {
  const count = sfnt.readUInt16BE(4);
  const directory = Buffer.from(sfnt.subarray(0, HEADER + count * RECORD));
  const bodies: Buffer[] = [];
  let place = directory.length;
  for (let at = HEADER; at < directory.length; at += RECORD) {
    const isNames = directory.toString('latin1', at, at + 4) === 'name';
    const start = sfnt.readUInt32BE(at + 8);
    const table = isNames ? NO_NAMES : sfnt.subarray(start, start + sfnt.readUInt32BE(at + 12));
    const body = padded(table);
    directory.writeUInt32BE(checksum(body), at + 4);
    directory.writeUInt32BE(place, at + 8);
    directory.writeUInt32BE(table.length, at + 12);
    bodies.push(body);
    place += body.length;
  }
  return Buffer.concat([directory, ...bodies]);
}
