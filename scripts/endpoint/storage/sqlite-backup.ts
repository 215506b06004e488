/** Copies of the database, taken and put back while the endpoint runs. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { SCHEMA_VERSION, SqliteDatabase } from './sqlite-database.ts';

const TABLES = ['registrations', 'outbox', 'closed_sessions', 'audit'] as const;

/** A copy that cannot be used; the message is for the operator. */
export class BackupError extends Error {
  override name = 'BackupError';
}

/**
 * Writes a consistent copy (one read transaction, checked afterwards) under the name; a half-written copy
 * never has that name. @throws BackupError when the file exists or the copy is not sound.
 */
export function copyDatabase(db: SqliteDatabase, file: string): void {
  if (existsSync(file)) throw new BackupError(`Файл ${file} уже есть: копия не перезаписывает другую копию.`);
  const partial = `${file}.partial`;
  rmSync(partial, { force: true });
  db.run('VACUUM INTO ?', partial);
  assertSound(partial);
  renameSync(partial, file);
}

/** @throws BackupError unless the file is a sound database of this program. */
function assertSound(file: string): void {
  if (!existsSync(file)) throw new BackupError(`Файла ${file} нет.`);
  const copy = new DatabaseSync(file, { readOnly: true });
  try {
    const check = copy.prepare('PRAGMA integrity_check').get()?.integrity_check;
    const version = copy.prepare('PRAGMA user_version').get()?.user_version;
    if (check !== 'ok') throw new BackupError(`Копия ${file} повреждена: ${String(check)}.`);
    if (version !== SCHEMA_VERSION) {
      throw new BackupError(`Копия ${file} другой версии: ${String(version)}, нужна ${SCHEMA_VERSION}.`);
    }
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(`Файл ${file} — не копия базы записи.`, { cause: error });
  } finally {
    copy.close();
  }
}

/**
 * Replaces all that the database holds by what the copy holds, in one transaction: a running endpoint sees
 * either the old state or the new one. @throws BackupError when the copy cannot be used; nothing is changed then.
 */
export function restoreDatabase(target: string, copy: string): void {
  assertSound(copy);
  const db = new SqliteDatabase(target);
  try {
    db.run('ATTACH DATABASE ? AS copy', copy);
    db.transaction(() => {
      for (const table of [...TABLES].reverse()) db.run(`DELETE FROM main.${table}`);
      for (const table of TABLES) db.run(`INSERT INTO main.${table} SELECT * FROM copy.${table}`);
    });
  } finally {
    db.close();
  }
}
