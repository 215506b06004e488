/**
 * The files of the build before, each with what it was made from, in one database. A build changes it in one
 * transaction, which ends when the site stands: a build that fails leaves all as it was.
 */
import { rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { constants, crc32, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { StageError } from '../stages.ts';
import type { Known, MadeFrom, Readings } from './made-from.ts';
import { NOTHING } from './made-from.ts';

export type KeptFiles = {
  /** What is kept of the build before. */
  known: Known;
  /** A kept file. @throws StageError when the database is broken: it is thrown away. */
  read: (name: string) => Buffer;
  /** The file is the same again. */
  keep: (name: string) => void;
  /** Keeps a file for the next build. */
  put: (name: string, from: MadeFrom, body: Uint8Array) => void;
  /**
   * The site stands: forgets the files that this build has neither kept nor put. Says why nothing was saved, else
   * null: what was kept before stays then, and is as good as it was.
   */
  save: (readings: Readings) => string | null;
  /** Ends; what was not saved is forgotten. */
  close: () => void;
};

/**
 * The fastest: a page is a third of itself, and packing takes a fiftieth of the time that making it does; with room
 * for what most pages come to, not for much more.
 */
const PACKING = { chunkSize: 16 * 1024, params: { [constants.ZSTD_c_compressionLevel]: 1 } };
/** Shorter ones, calendars and plates, take longer to pack than to write. */
const WORTH_PACKING = 4096;

const TABLES = `
  CREATE TABLE IF NOT EXISTS build (makings TEXT NOT NULL, readings BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS file (
    name TEXT PRIMARY KEY, key TEXT NOT NULL, reads BLOB NOT NULL,
    packed INTEGER NOT NULL, crc INTEGER NOT NULL, body BLOB NOT NULL
  );
`;

const buildRow = z.object({ makings: z.string(), readings: z.instanceof(Uint8Array) });
const fileRow = z.object({ name: z.string(), key: z.string(), reads: z.instanceof(Uint8Array) });
const bodyRow = z.object({ packed: z.number(), crc: z.number(), body: z.instanceof(Uint8Array) });
const readingsText = z.object({
  keys: z.array(z.string()),
  digests: z.array(z.string().nullable()),
});

/** Nothing is kept of the build before, and nothing for the next; `why` when it was to be. */
export function noKeptFiles(why: string | null = null): KeptFiles {
  return {
    known: NOTHING,
    read: (name) => {
      throw new Error(`${name} is not kept`);
    },
    keep: () => undefined,
    put: () => undefined,
    save: () => why,
    close: () => undefined,
  };
}

/** Primary result code of SQLite for a database that another process writes (https://sqlite.org/rescode.html). */
const BUSY = 5;

/**
 * Opens the database in `file`. What was made of other makings counts for nothing, and so does a broken one. Where it
 * cannot be opened, or while another build writes it, nothing is kept: the site does not depend on it.
 */
export async function openKeptFiles(file: string, makings: string, check: boolean): Promise<KeptFiles> {
  await mkdir(path.dirname(file), { recursive: true });
  try {
    return open(file, makings, check);
  } catch (error) {
    if (codeOf(error) === BUSY) return noKeptFiles('в него пишет другая сборка');
  }
  try {
    // No database, half of one, or one of another kind: everything is made anew.
    remove(file);
    return open(file, makings, check);
  } catch (error) {
    return noKeptFiles(error instanceof Error ? error.message : String(error));
  }
}

function codeOf(error: unknown): number | null {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : null;
  return typeof code === 'number' ? code % 256 : null;
}

function remove(file: string): void {
  for (const end of ['', '-journal']) rmSync(`${file}${end}`, { force: true });
}

function open(file: string, makings: string, check: boolean): KeptFiles {
  const base = new DatabaseSync(file);
  try {
    base.exec(`BEGIN IMMEDIATE; ${TABLES}`);
    const known = readKnown(base, makings, check);
    if (known.files.size === 0) base.exec('DELETE FROM file');
    return filesIn(base, file, makings, known);
  } catch (error) {
    base.close();
    throw error;
  }
}

/** @throws Error when what was kept is not what was read. */
function bodyOf({ packed, crc, body }: z.infer<typeof bodyRow>): Buffer {
  if (crc32(body) !== crc) throw new Error('the file is damaged');
  return packed === 0 ? Buffer.from(body) : zstdDecompressSync(body);
}

/** The files of an open database, which is being written. @throws Error when it is one of another kind. */
function filesIn(base: DatabaseSync, file: string, makings: string, known: Known): KeptFiles {
  const select = base.prepare('SELECT packed, crc, body FROM file WHERE name = ?');
  const insert = base.prepare(
    'INSERT OR REPLACE INTO file (name, key, reads, packed, crc, body) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const drop = base.prepare('DELETE FROM file WHERE name = ?');
  const current = new Set<string>();
  /** Why the database takes nothing more: the disk is full, say. The site does not depend on it. */
  let refusal: string | null = null;
  const write = (change: () => void): void => {
    if (refusal !== null) return;
    try {
      change();
    } catch (error) {
      refusal = error instanceof Error ? error.message : String(error);
      if (base.isTransaction) base.exec('ROLLBACK');
    }
  };
  return {
    known,
    read: (name) => {
      try {
        return bodyOf(bodyRow.parse(select.get(name)));
      } catch {
        base.close();
        remove(file);
        throw new StageError(
          `Запас готовых страниц ${file} испорчен и удалён. Запустите сборку ещё раз: она сделает все страницы заново.`,
        );
      }
    },
    keep: (name) => {
      current.add(name);
    },
    put: (name, from, body) => {
      current.add(name);
      const { buffer, byteOffset, byteLength } = from.reads;
      const reads = new Uint8Array(buffer, byteOffset, byteLength);
      const packs = body.length >= WORTH_PACKING;
      write(() => {
        const kept = packs ? zstdCompressSync(body, PACKING) : body;
        insert.run(name, from.key, reads, packs ? 1 : 0, crc32(kept), kept);
      });
    },
    save: (readings) => {
      write(() => {
        for (const name of known.files.keys()) if (!current.has(name)) drop.run(name);
        base.exec('DELETE FROM build');
        const text = JSON.stringify(readings);
        base.prepare('INSERT INTO build VALUES (?, ?)').run(makings, zstdCompressSync(text, PACKING));
        base.exec('COMMIT');
      });
      return refusal;
    },
    close: () => {
      if (base.isOpen) base.close();
    },
  };
}

function readKnown(base: DatabaseSync, makings: string, check: boolean): Known {
  const row = base.prepare('SELECT makings, readings FROM build').get();
  if (row === undefined) return NOTHING;
  const build = buildRow.parse(row);
  if (build.makings !== makings) return NOTHING;
  const { keys, digests } = readingsText.parse(
    JSON.parse(zstdDecompressSync(build.readings).toString('utf8')),
  );
  const files = new Map<string, MadeFrom>();
  for (const one of base.prepare('SELECT name, key, reads FROM file').iterate()) {
    const { name, key, reads } = fileRow.parse(one);
    files.set(name, { key, reads: new Int32Array(Uint8Array.from(reads).buffer) });
  }
  return { keys, digests, files, check };
}
