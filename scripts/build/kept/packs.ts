/**
 * Bodies of kept files, packed many together: pages of one site are mostly alike, so that one after another they are
 * packed in a fourth of the time, into a sixth of the room, that each by itself takes.
 */
import type { DatabaseSync } from 'node:sqlite';
import { constants, crc32, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';

/** Where a body lies: in which pack, from which byte on, how many bytes. */
export type Place = { pack: number; start: number; length: number };

export type Packs = {
  /** Takes a body in; it can be read when the pack is full or flushed. */
  put: (body: Uint8Array) => Place;
  /** Writes what was put and is not written yet. */
  flush: () => void;
  /** @throws Error when what is kept is not what was put. */
  read: (place: Place) => Buffer;
  /** Drops the packs in which no file lies any more. */
  dropEmpty: () => void;
  /** So many bytes all packs hold, those of files that are no more too. */
  size: () => number;
};

/** Stands beside a table `file`, whose column `pack` says in which a file lies. */
export const PACK_TABLE =
  'CREATE TABLE IF NOT EXISTS pack (id INTEGER PRIMARY KEY, size INTEGER NOT NULL, crc INTEGER NOT NULL, body BLOB NOT NULL);';

/** The fastest level; what comes out is a tenth of a pack. */
const PACKING = { chunkSize: 64 * 1024, params: { [constants.ZSTD_c_compressionLevel]: 1 } };
/** Bytes of bodies in a pack: some eight pages. */
const PACK = 256 * 1024;
/** Packs that stay unpacked: files are read in much the same order in which they were put. */
const AT_HAND = 8;

const packRow = z.object({ crc: z.number(), body: z.instanceof(Uint8Array) });
const numberRow = z.object({ number: z.number() });

export function packText(text: string): Buffer {
  return zstdCompressSync(text, PACKING);
}

export function packsIn(base: DatabaseSync): Packs {
  const number = (query: string): number => numberRow.parse(base.prepare(query).get()).number;
  const insert = base.prepare('INSERT INTO pack (id, size, crc, body) VALUES (?, ?, ?, ?)');
  const select = base.prepare('SELECT crc, body FROM pack WHERE id = ?');
  const atHand = new Map<number, Buffer>();
  const filling = Buffer.allocUnsafe(PACK);
  let filled = 0;
  let pack = number('SELECT coalesce(max(id), 0) + 1 AS number FROM pack');

  const write = (bodies: Uint8Array): void => {
    const packed = zstdCompressSync(bodies, PACKING);
    insert.run(pack, bodies.length, crc32(packed), packed);
    pack++;
  };
  const flush = (): void => {
    if (filled > 0) write(filling.subarray(0, filled));
    filled = 0;
  };
  const unpacked = (id: number): Buffer => {
    const known = atHand.get(id);
    if (known !== undefined) return known;
    const { crc, body } = packRow.parse(select.get(id));
    if (crc32(body) !== crc) throw new Error('the pack is damaged');
    const bodies = zstdDecompressSync(body);
    const [oldest] = atHand.keys();
    if (atHand.size === AT_HAND && oldest !== undefined) atHand.delete(oldest);
    atHand.set(id, bodies);
    return bodies;
  };
  return {
    put: (body) => {
      const { length } = body;
      if (filled + length > PACK) flush();
      const place = { pack, start: filled, length };
      if (length > PACK) write(body);
      else {
        filling.set(body, filled);
        filled += length;
      }
      return place;
    },
    flush,
    read: ({ pack: id, start, length }) => {
      const bodies = unpacked(id);
      if (start + length > bodies.length) throw new Error('the pack is too short');
      return bodies.subarray(start, start + length);
    },
    dropEmpty: () => {
      base.exec('DELETE FROM pack WHERE id NOT IN (SELECT pack FROM file)');
    },
    size: () => number('SELECT coalesce(sum(size), 0) AS number FROM pack'),
  };
}
