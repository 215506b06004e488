/**
 * The files of the build before, each with what it was made from, in one database. A build changes it in one
 * transaction, which ends when the site stands: a build that fails leaves all as it was.
 */
import { rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { StageError } from '../stages.ts';
import type { Known, MadeFrom, Readings } from './made-from.ts';
import { NOTHING } from './made-from.ts';
import type { Packs } from './packs.ts';
import { PACK_TABLE, packsIn, packText } from './packs.ts';

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

const TABLES = `
  CREATE TABLE IF NOT EXISTS build (makings TEXT NOT NULL, readings BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS file (
    name TEXT PRIMARY KEY, key TEXT NOT NULL, reads BLOB NOT NULL,
    pack INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL
  );
  ${PACK_TABLE}
`;

const buildRow = z.object({ makings: z.string(), readings: z.instanceof(Uint8Array) });
const fileRow = z.object({
  name: z.string(),
  key: z.string(),
  reads: z.instanceof(Uint8Array),
  length: z.number(),
});
const placeRow = z.object({ pack: z.number(), start: z.number(), length: z.number() });
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
    const packs = packsIn(base);
    const known = readKnown(base, packs, makings, check);
    if (known.files.size === 0) base.exec('DELETE FROM file; DELETE FROM pack');
    return filesIn(base, packs, file, makings, known);
  } catch (error) {
    base.close();
    throw error;
  }
}

/** The files of an open database, which is being written. @throws Error when it is one of another kind. */
function filesIn(base: DatabaseSync, packs: Packs, file: string, makings: string, known: Known): KeptFiles {
  const select = base.prepare('SELECT pack, start, length FROM file WHERE name = ?');
  const insert = base.prepare(
    'INSERT OR REPLACE INTO file (name, key, reads, pack, start, length) VALUES (?, ?, ?, ?, ?, ?)',
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
        return packs.read(placeRow.parse(select.get(name)));
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
      write(() => {
        const { pack, start, length } = packs.put(body);
        insert.run(name, from.key, reads, pack, start, length);
      });
    },
    save: (readings) => {
      write(() => {
        packs.flush();
        for (const name of known.files.keys()) if (!current.has(name)) drop.run(name);
        packs.dropEmpty();
        base.exec('DELETE FROM build');
        const text = JSON.stringify(readings);
        base.prepare('INSERT INTO build VALUES (?, ?)').run(makings, packText(text));
        base.exec('COMMIT');
      });
      return refusal;
    },
    close: () => {
      if (base.isOpen) base.close();
    },
  };
}

/** Packs keep room for files that are no more; when these are more than the others, all is made anew. */
const MOST_WASTE = 0.5;

function readKnown(base: DatabaseSync, packs: Packs, makings: string, check: boolean): Known {
  const row = base.prepare('SELECT makings, readings FROM build').get();
  if (row === undefined) return NOTHING;
  const build = buildRow.parse(row);
  if (build.makings !== makings) return NOTHING;
  const { keys, digests } = readingsText.parse(
    JSON.parse(zstdDecompressSync(build.readings).toString('utf8')),
  );
  const files = new Map<string, MadeFrom>();
  let size = 0;
  for (const one of base.prepare('SELECT name, key, reads, length FROM file').iterate()) {
    const { name, key, reads, length } = fileRow.parse(one);
    files.set(name, { key, reads: new Int32Array(Uint8Array.from(reads).buffer) });
    size += length;
  }
  if (size < packs.size() * MOST_WASTE) return NOTHING;
  return { keys, digests, files, check };
}
