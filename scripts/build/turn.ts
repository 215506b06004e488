/**
 * One at a time: Astro keeps half-made pages, its store of entries and its caches in the project folder, so a
 * second build there would publish parts of the first.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { StageError } from './stages.ts';

export type Turn = { end: () => void };

export type TurnOptions = {
  /** Folder for the lock, made when missing. */
  folder: string;
  /** What is done one at a time; the name of the lock. */
  work: string;
  /** Called once when another process holds the lock; its number is for the person who waits. */
  onWait: (holder: number | null) => void;
  pauseMs?: number;
};

/** Primary result codes of SQLite (https://sqlite.org/rescode.html). */
const BUSY = 5;
const NO_LOCKS_HERE: readonly number[] = [10, 15, 22];

/**
 * Waits until this process may do the work. The lock is the operating system's own, taken through SQLite: it ends
 * with the process that holds it, however that ends, so a killed build leaves nothing stale behind.
 * @throws StageError when the lock's file cannot be opened.
 */
export async function takeTurn({ folder, work, onWait, pauseMs = 200 }: TurnOptions): Promise<Turn> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${work}.lock`);
  const holderFile = path.join(folder, `${work}.pid`);
  const lock = open(file);
  let told = false;
  for (;;) {
    const code = tryLock(lock);
    if (code === 0) break;
    if (code !== BUSY) {
      lock.close();
      // A file system that knows no locks is no reason not to build.
      if (NO_LOCKS_HERE.includes(code)) return { end: () => undefined };
      throw new StageError(`Файл ${file} не открыть (SQLite, код ${code}): проверьте право записи в папку.`);
    }
    if (!told) onWait(await readHolder(holderFile));
    told = true;
    await pause(pauseMs);
  }
  await writeFile(holderFile, `${process.pid}\n`);
  return {
    end: () => {
      lock.close();
    },
  };
}

function open(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 0 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StageError(`Файл ${file} не открыть (${reason}): проверьте право записи в папку.`);
  }
}

/** 0 when the lock is ours now, otherwise the primary result code. */
function tryLock(lock: DatabaseSync): number {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return 0;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && typeof error.errcode === 'number') {
      return error.errcode % 256;
    }
    throw error;
  }
}

async function readHolder(file: string): Promise<number | null> {
  try {
    const holder = Number.parseInt(await readFile(file, 'utf8'), 10);
    return Number.isNaN(holder) ? null : holder;
  } catch {
    // Only a hint for the person who waits.
    return null;
  }
}
