/** The outbox on SQLite. Everything here runs inside a transaction. */
import type { Instant } from '../../../src/time/moscow.ts';
import { numberOf, numberOrNull, textOf } from './sqlite-database.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import { enqueueMail, noteAudit, registrationOf, writtenRegistration } from './sqlite-registrations.ts';
import { MAIL_KINDS } from './storage.ts';
import type { MailKind, OutboxMail } from './storage.ts';

/** Takes due mails: they are due again when the lease ends, unless marked before. */
export function claimWithin(db: SqliteDatabase, now: Instant, leaseMs: number, limit: number): OutboxMail[] {
  const rows = db.all(
    "SELECT * FROM outbox WHERE state = 'queued' AND next_at <= ? ORDER BY next_at, id LIMIT ?",
    now,
    limit,
  );
  return rows.map((row) => {
    const id = numberOf(row, 'id');
    db.run('UPDATE outbox SET attempts = attempts + 1, next_at = ? WHERE id = ?', now + leaseMs, id);
    const kind = MAIL_KINDS.find((known) => known === row.kind);
    if (kind === undefined) throw new TypeError('unknown kind of mail in the outbox');
    return {
      id,
      kind,
      messageKey: textOf(row, 'message_key'),
      attempts: numberOf(row, 'attempts') + 1,
      createdAt: numberOf(row, 'created_at'),
      registration: writtenRegistration(db, numberOf(row, 'registration')),
    };
  });
}

/** A mail that was dropped or sent meanwhile stays as it is. */
export function markSentWithin(db: SqliteDatabase, id: number, now: Instant): void {
  db.run(
    "UPDATE outbox SET state = 'sent', sent_at = ?, reason = NULL WHERE id = ? AND state <> 'sent'",
    now,
    id,
  );
}

export function markFailedWithin(
  db: SqliteDatabase,
  id: number,
  reason: string,
  retryAt: Instant | null,
): void {
  if (retryAt === null) {
    db.run("UPDATE outbox SET state = 'failed', reason = ? WHERE id = ? AND state = 'queued'", reason, id);
  } else {
    db.run(
      "UPDATE outbox SET next_at = ?, reason = ? WHERE id = ? AND state = 'queued'",
      retryAt,
      reason,
      id,
    );
  }
}

export function dropWithin(db: SqliteDatabase, id: number): void {
  db.run("UPDATE outbox SET state = 'dropped' WHERE id = ? AND state = 'queued'", id);
}

export function mailKeysWithin(db: SqliteDatabase): Set<string> {
  return new Set(db.all('SELECT message_key FROM outbox').map((row) => textOf(row, 'message_key')));
}

/** The mail about the cancellation goes, so that another cancellation is told again; a sent one is taken back by mail. */
export function reinstateWithin(db: SqliteDatabase, session: string, now: Instant): number {
  const told = db.all(
    `SELECT r.*, o.state AS mail_state, o.attempts AS mail_attempts FROM registrations r
       JOIN outbox o ON o.registration = r.id AND o.kind = 'session-cancelled' WHERE r.session = ?`,
    session,
  );
  for (const row of told) {
    const { id, state } = registrationOf(row);
    db.run("DELETE FROM outbox WHERE registration = ? AND kind = 'session-cancelled'", id);
    // A mail that was tried may have arrived.
    const mayKnow = textOf(row, 'mail_state') === 'sent' || numberOf(row, 'mail_attempts') > 0;
    if (state !== 'confirmed' && state !== 'waitlist') continue;
    if (!mayKnow) {
      // What was held back because of the cancellation is true again.
      db.run(
        "UPDATE outbox SET state = 'queued', next_at = ? WHERE registration = ? AND state = 'dropped'",
        now,
        id,
      );
      continue;
    }
    db.run('UPDATE registrations SET revision = revision + 1 WHERE id = ?', id);
    enqueueMail(db, writtenRegistration(db, id), 'session-restored', now);
  }
  if (told.length > 0) noteAudit(db, now, 'reinstate', session, told.length);
  return told.length;
}

export function nextMailWithin(db: SqliteDatabase): Instant | null {
  const row = db.get("SELECT min(next_at) AS at FROM outbox WHERE state = 'queued'");
  return row === undefined ? null : numberOrNull(row, 'at');
}

/** One mail of the kind for everybody with a seat (cancelled session: also for those who wait). */
export function enqueueForSessionWithin(
  db: SqliteDatabase,
  session: string,
  kind: MailKind,
  now: Instant,
  registeredBefore: Instant,
): number {
  const states = kind === 'reminder' ? "'confirmed'" : "'confirmed', 'waitlist'";
  const rows = db.all(
    `SELECT * FROM registrations r WHERE session = ? AND state IN (${states}) AND created_at < ?
       AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.registration = r.id AND o.kind = ?)`,
    session,
    registeredBefore,
    kind,
  );
  return rows.map(registrationOf).reduce((sum, person) => sum + enqueueMail(db, person, kind, now), 0);
}

export function mailStatesWithin(db: SqliteDatabase): { queued: number; sent: number; failed: number } {
  const states = { queued: 0, sent: 0, failed: 0 };
  for (const row of db.all('SELECT state, count(*) AS n FROM outbox GROUP BY state')) {
    const state = textOf(row, 'state');
    if (state === 'queued' || state === 'sent' || state === 'failed') states[state] = numberOf(row, 'n');
  }
  return states;
}
