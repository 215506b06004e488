/** Rows of registrations: reading, inserting, the keys by which people are recognised. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Registration } from '../../../src/registration/parse.ts';
import type { Instant } from '../../../src/time/moscow.ts';
import { numberOf, numberOrNull, textOf } from './sqlite-database.ts';
import type { Row, SqliteDatabase } from './sqlite-database.ts';
import type { Application, MailKind, ReplyStatus, SeatState, StoredRegistration } from './storage.ts';

const SEAT_STATES: readonly SeatState[] = ['confirmed', 'waitlist', 'quarantine', 'cancelled'];
const REPLY_STATUSES: readonly ReplyStatus[] = ['confirmed', 'waitlist', 'pending'];

function oneOf<T extends string>(known: readonly T[], text: string): T {
  const found = known.find((value) => value === text);
  if (found === undefined) throw new TypeError(`unknown value in the database: ${text}`);
  return found;
}

/** The registration of a row. @throws TypeError when the row was not written by this program. */
export function registrationOf(row: Row): StoredRegistration {
  return {
    id: numberOf(row, 'id'),
    reference: textOf(row, 'reference'),
    ticket: textOf(row, 'ticket'),
    state: oneOf(SEAT_STATES, textOf(row, 'state')),
    firstStatus: oneOf(REPLY_STATUSES, textOf(row, 'first_status')),
    session: textOf(row, 'session'),
    sessionStartsAt: numberOf(row, 'session_starts_at'),
    sessionEndsAt: numberOf(row, 'session_ends_at'),
    seats: numberOf(row, 'seats'),
    createdAt: numberOf(row, 'created_at'),
    cancelledAt: numberOrNull(row, 'cancelled_at'),
    coming: numberOf(row, 'coming') === 1,
    revision: numberOf(row, 'revision'),
    // Written by this program from a checked value; the column belongs to nobody else.
    answers: JSON.parse(textOf(row, 'answers')) as Registration,
  };
}

/** The same person writes «Пётр Иванов», «ПЕТР  ИВАНОВ» or «Иванов Пётр». */
export function nameKey(name: string): string {
  const words =
    name
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.sort().join(' ');
}

/** Addresses are compared without regard to case. */
export function emailKey(email: string): string {
  return email.normalize('NFC').trim().toLowerCase();
}

/** Without the letters and digits that people mistake for each other. */
const REFERENCE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

function newReference(): string {
  const letters = Array.from({ length: 8 }, () => REFERENCE_ALPHABET[randomInt(REFERENCE_ALPHABET.length)]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

export function registrationById(db: SqliteDatabase, id: number): StoredRegistration | null {
  const row = db.get('SELECT * FROM registrations WHERE id = ?', id);
  return row === undefined ? null : registrationOf(row);
}

/** Like registrationById, for a row that was just written. @throws Error when it is not there. */
export function writtenRegistration(db: SqliteDatabase, id: number): StoredRegistration {
  const registration = registrationById(db, id);
  if (registration === null) throw new Error(`registration ${id} is gone within its own transaction`);
  return registration;
}

/** Writes a new registration; inside a transaction. */
export function insertRegistration(
  db: SqliteDatabase,
  application: Application,
  state: SeatState,
): StoredRegistration {
  const { answers, plan } = application;
  const firstStatus: ReplyStatus =
    state === 'quarantine' ? 'pending' : state === 'waitlist' ? 'waitlist' : 'confirmed';
  let reference = newReference();
  while (db.get('SELECT 1 FROM registrations WHERE reference = ?', reference) !== undefined) {
    reference = newReference();
  }
  const row = db.get(
    `INSERT INTO registrations (reference, ticket, state, first_status, session, session_starts_at,
       session_ends_at, seats, created_at, submission_id, payload_hash, name_key, email_key, phone, answers)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`,
    reference,
    randomBytes(16).toString('base64url'),
    state,
    firstStatus,
    plan.session,
    plan.startsAt,
    plan.endsAt,
    application.seats,
    application.now,
    answers.submissionId,
    application.payloadHash,
    nameKey(answers.name),
    emailKey(answers.email),
    answers.phone,
    JSON.stringify(answers),
  );
  if (row === undefined) throw new Error('the insert returned no row');
  return registrationOf(row);
}

/** Replaces the answers of a registration and raises its revision; inside a transaction. */
export function replaceAnswers(
  db: SqliteDatabase,
  id: number,
  answers: Registration,
  seats: number,
  payloadHash: string | null,
): StoredRegistration {
  db.run(
    `UPDATE registrations SET answers = ?, seats = ?, name_key = ?, email_key = ?, phone = ?,
       payload_hash = coalesce(?, payload_hash), revision = revision + 1 WHERE id = ?`,
    JSON.stringify(answers),
    seats,
    nameKey(answers.name),
    emailKey(answers.email),
    answers.phone,
    payloadHash,
    id,
  );
  return writtenRegistration(db, id);
}

/** Puts a mail into the outbox in the same transaction; the same mail is put there once. */
export function enqueueMail(
  db: SqliteDatabase,
  registration: StoredRegistration,
  kind: MailKind,
  now: Instant,
): number {
  return db.run(
    `INSERT INTO outbox (registration, kind, revision, message_key, created_at, next_at)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    registration.id,
    kind,
    registration.revision,
    `${kind}.${randomUUID()}`,
    now,
    now,
  );
}

/** Notes what was done, without personal data; inside a transaction. */
export function noteAudit(
  db: SqliteDatabase,
  at: Instant,
  action: string,
  subject: string,
  count: number,
): void {
  db.run('INSERT INTO audit (at, action, subject, count) VALUES (?, ?, ?, ?)', at, action, subject, count);
}
