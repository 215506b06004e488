/** The organisers' side and personal data on SQLite. Everything here runs inside a transaction. */
import type { Instant } from '../../../src/time/moscow.ts';
import { fitsWith, giveSeat, promoteWithin, seatsIn } from './sqlite-applications.ts';
import { numberOf, textOf } from './sqlite-database.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import {
  emailKey,
  enqueueMail,
  noteAudit,
  registrationById,
  registrationOf,
  replaceAnswers,
  writtenRegistration,
} from './sqlite-registrations.ts';
import { DRY_RUN_PREFIX } from './storage.ts';
import type {
  AuditLine,
  Correction,
  Promotion,
  SeatPlan,
  SessionCounts,
  StoredRegistration,
} from './storage.ts';

export function countsWithin(db: SqliteDatabase): SessionCounts[] {
  const rows = db.all(`
    SELECT session,
      coalesce(sum(seats) FILTER (WHERE state = 'confirmed'), 0) AS confirmed_seats,
      coalesce(sum(seats) FILTER (WHERE state = 'waitlist'), 0) AS waiting_seats,
      count(*) FILTER (WHERE state = 'confirmed') AS confirmed,
      count(*) FILTER (WHERE state = 'waitlist') AS waiting,
      count(*) FILTER (WHERE state = 'quarantine') AS quarantined,
      count(*) FILTER (WHERE state = 'cancelled') AS cancelled
    FROM registrations GROUP BY session ORDER BY session`);
  return rows
    .filter((row) => !textOf(row, 'session').startsWith(DRY_RUN_PREFIX))
    .map((row) => ({
      session: textOf(row, 'session'),
      confirmedSeats: numberOf(row, 'confirmed_seats'),
      waitingSeats: numberOf(row, 'waiting_seats'),
      confirmed: numberOf(row, 'confirmed'),
      waiting: numberOf(row, 'waiting'),
      quarantined: numberOf(row, 'quarantined'),
      cancelled: numberOf(row, 'cancelled'),
    }));
}

/** Out of quarantine: the applicant hears of it by mail, whichever list it becomes. */
export function releaseWithin(
  db: SqliteDatabase,
  id: number,
  plan: SeatPlan,
  now: Instant,
): StoredRegistration | null {
  const before = registrationById(db, id);
  if (before?.state !== 'quarantine') return before;
  const free = plan.capacity - seatsIn(db, plan.session, 'confirmed');
  const state = before.seats <= free ? 'confirmed' : 'waitlist';
  db.run('UPDATE registrations SET state = ?, revision = revision + 1 WHERE id = ?', state, id);
  noteAudit(db, now, 'release', before.session, 1);
  const after = writtenRegistration(db, id);
  enqueueMail(db, after, state === 'confirmed' ? 'confirmed' : 'waitlisted', now);
  return after;
}

export function correctWithin(
  db: SqliteDatabase,
  id: number,
  correction: Correction,
  plan: SeatPlan,
  now: Instant,
  promotes: boolean,
): StoredRegistration | 'full' | null {
  const before = registrationById(db, id);
  if (before === null) return null;
  const answers = { ...before.answers, ...correction };
  const seats = answers.kind === 'team' ? before.seats : answers.partySize;
  if (!fitsWith(db, before, seats, plan.capacity)) return 'full';
  const after = replaceAnswers(db, id, answers, seats, null);
  noteAudit(db, now, `correct:${Object.keys(correction).sort().join(',')}`, before.session, 1);
  if (after.state === 'confirmed' || after.state === 'waitlist') enqueueMail(db, after, 'corrected', now);
  if (promotes) promoteWithin(db, before.session, plan.capacity, now);
  return after;
}

export function seatWithin(
  db: SqliteDatabase,
  id: number,
  promotion: Promotion,
): StoredRegistration | 'full' | null {
  const before = registrationById(db, id);
  if (before?.state !== 'waitlist') return before;
  if (seatsIn(db, before.session, 'confirmed') + before.seats > promotion.capacity) return 'full';
  noteAudit(db, promotion.now, 'seat', before.session, 1);
  return giveSeat(db, id, promotion.now);
}

export function findPersonWithin(db: SqliteDatabase, email: string): StoredRegistration[] {
  return db
    .all('SELECT * FROM registrations WHERE email_key = ? ORDER BY id', emailKey(email))
    .map(registrationOf);
}

/** Mails of the person go with the registrations (ON DELETE CASCADE). */
export function forgetPersonWithin(db: SqliteDatabase, email: string, now: Instant): string[] {
  const sessions = db.all('SELECT DISTINCT session FROM registrations WHERE email_key = ?', emailKey(email));
  const deleted = db.run('DELETE FROM registrations WHERE email_key = ?', emailKey(email));
  noteAudit(db, now, 'forget-person', '-', deleted);
  return sessions.map((row) => textOf(row, 'session'));
}

export function purgeWithin(
  db: SqliteDatabase,
  endedBefore: Instant,
  dryRunsBefore: Instant,
  now: Instant,
): number {
  db.run(
    'DELETE FROM registrations WHERE session LIKE ? AND created_at < ?',
    `${DRY_RUN_PREFIX}%`,
    dryRunsBefore,
  );
  const deleted = db.run('DELETE FROM registrations WHERE session_ends_at < ?', endedBefore);
  if (deleted > 0) noteAudit(db, now, 'purge', '-', deleted);
  return deleted;
}

/** Everybody comes along to the new start and hears of it once. Nobody loses a seat. */
export function adoptWithin(db: SqliteDatabase, oldSession: string, plan: SeatPlan, now: Instant): number {
  const people = db
    .all('SELECT * FROM registrations WHERE session = ? ORDER BY id', oldSession)
    .map(registrationOf);
  for (const person of people) {
    db.run(
      'UPDATE registrations SET session = ?, session_starts_at = ?, session_ends_at = ?, coming = 0, revision = revision + 1 WHERE id = ?',
      plan.session,
      plan.startsAt,
      plan.endsAt,
      person.id,
    );
    // A reminder of the old day must not go out, and there will be one of the new day.
    db.run("DELETE FROM outbox WHERE registration = ? AND kind = 'reminder'", person.id);
    const after = writtenRegistration(db, person.id);
    if (after.state === 'confirmed' || after.state === 'waitlist')
      enqueueMail(db, after, 'session-moved', now);
  }
  // A list that the organisers have closed stays closed.
  db.run('UPDATE OR REPLACE closed_sessions SET session = ? WHERE session = ?', plan.session, oldSession);
  if (people.length > 0) noteAudit(db, now, 'adopt', plan.session, people.length);
  return people.length;
}

export function sessionsInUseWithin(db: SqliteDatabase): string[] {
  const rows = db.all(
    "SELECT DISTINCT session FROM registrations WHERE state IN ('confirmed', 'waitlist') ORDER BY session",
  );
  return rows.map((row) => textOf(row, 'session')).filter((session) => !session.startsWith(DRY_RUN_PREFIX));
}

export function auditWithin(db: SqliteDatabase, limit: number): AuditLine[] {
  return db.all('SELECT * FROM audit ORDER BY id DESC LIMIT ?', limit).map((row) => ({
    at: numberOf(row, 'at'),
    action: textOf(row, 'action'),
    subject: textOf(row, 'subject'),
    count: numberOf(row, 'count'),
  }));
}
