/** One SQLite connection: schema, pragmas, prepared statements, transactions, errors. */
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { StorageUnavailableError } from './storage.ts';
import type { Unavailable } from './storage.ts';

export const SCHEMA_VERSION = 1;

const SCHEMA = `
CREATE TABLE IF NOT EXISTS registrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  reference TEXT NOT NULL UNIQUE,
  ticket TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('confirmed', 'waitlist', 'quarantine', 'cancelled')),
  first_status TEXT NOT NULL,
  session TEXT NOT NULL,
  session_starts_at INTEGER NOT NULL,
  session_ends_at INTEGER NOT NULL,
  seats INTEGER NOT NULL CHECK (seats > 0),
  created_at INTEGER NOT NULL,
  cancelled_at INTEGER,
  coming INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL DEFAULT 0,
  submission_id TEXT UNIQUE,
  payload_hash TEXT NOT NULL,
  name_key TEXT NOT NULL,
  email_key TEXT NOT NULL,
  phone TEXT NOT NULL,
  answers TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS registrations_session ON registrations (session, state);
CREATE INDEX IF NOT EXISTS registrations_email ON registrations (email_key);
CREATE TABLE IF NOT EXISTS outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  registration INTEGER NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  revision INTEGER NOT NULL,
  message_key TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'failed', 'dropped')),
  attempts INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  next_at INTEGER NOT NULL,
  sent_at INTEGER,
  reason TEXT,
  UNIQUE (registration, kind, revision)
) STRICT;
CREATE INDEX IF NOT EXISTS outbox_due ON outbox (next_at) WHERE state = 'queued';
CREATE TABLE IF NOT EXISTS closed_sessions (session TEXT PRIMARY KEY, closed_at INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  count INTEGER NOT NULL
) STRICT;
`;

/** SQLite's primary result codes that mean: not now, not here. */
const REASONS: Readonly<Record<number, Unavailable>> = { 5: 'busy', 6: 'busy', 8: 'read-only', 13: 'full' };

/** Errors of SQLite other than broken constraints become StorageUnavailableError; others stay what they are. */
export function asStorageError(error: unknown): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  const primary = error.errcode & 0xff;
  return primary === 19 || primary === 1
    ? error
    : new StorageUnavailableError(REASONS[primary] ?? 'broken', error);
}

export type Row = Readonly<Record<string, SQLOutputValue>>;

/** Reads a text column. @throws TypeError when the column holds something else. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`column ${column} holds no text`);
  return value;
}

/** Reads an integer column. @throws TypeError when the column holds something else. */
export function numberOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`column ${column} holds no number`);
  return value;
}

/** Reads an integer column that may be empty. */
export function numberOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : numberOf(row, column);
}

export class SqliteDatabase {
  readonly db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /**
   * Opens the file, makes the tables when they are missing. A commit is on the disk before it returns
   * (synchronous FULL), deleted personal data is overwritten (secure_delete).
   */
  constructor(file: string) {
    this.db = new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: true });
    this.db.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 8000;',
    );
    const version = numberOf(this.get('PRAGMA user_version') ?? {}, 'user_version');
    if (version > SCHEMA_VERSION) {
      this.db.close();
      throw new Error(`База ${file} создана более новой версией программы (${version}).`);
    }
    if (version < SCHEMA_VERSION) {
      this.transaction(() => {
        this.db.exec(SCHEMA);
        this.db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
      });
    }
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepare(sql).get(...values);
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#prepare(sql).all(...values);
  }

  /** Runs a change; returns how many rows it touched. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepare(sql).run(...values).changes);
  }

  /** The write lock is taken at the start, so nothing read inside can be outdated at the commit. */
  transaction<T>(work: () => T): T {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      throw error;
    }
  }

  /**
   * Like `transaction`, for changes that may be undone by a power cut without harm: it does not wait for the
   * disk. A killed process loses nothing of it.
   */
  relaxed<T>(work: () => T): T {
    this.db.exec('PRAGMA synchronous = NORMAL');
    try {
      return this.transaction(work);
    } finally {
      this.db.exec('PRAGMA synchronous = FULL');
    }
  }

  close(): void {
    this.db.close();
  }
}
