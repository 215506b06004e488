/** Applications, cancellations and the waiting list on SQLite. Everything here runs inside a transaction. */
import type { Instant } from '../../../src/time/moscow.ts';
import { numberOf } from './sqlite-database.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import {
  emailKey,
  enqueueMail,
  insertRegistration,
  nameKey,
  registrationById,
  registrationOf,
  replaceAnswers,
  writtenRegistration,
} from './sqlite-registrations.ts';
import { DRY_RUN_PREFIX } from './storage.ts';
import type { Application, ApplyOutcome, Promotion, StoredRegistration } from './storage.ts';

/** Seats of a session in the state, in people (teams for team formats). */
export function seatsIn(db: SqliteDatabase, session: string, state: 'confirmed' | 'waitlist'): number {
  const row = db.get(
    'SELECT coalesce(sum(seats), 0) AS seats FROM registrations WHERE session = ? AND state = ?',
    session,
    state,
  );
  return row === undefined ? 0 : numberOf(row, 'seats');
}

/** True when the organisers have closed the session by hand. */
export function isClosedByHand(db: SqliteDatabase, session: string): boolean {
  return db.get('SELECT 1 FROM closed_sessions WHERE session = ?', session) !== undefined;
}

/** One application from repeat to seat; the order of the questions is the contract. */
export function applyWithin(db: SqliteDatabase, application: Application): ApplyOutcome {
  const { answers, plan, accepting, now } = application;
  const known = answers.submissionId === null ? null : bySubmission(db, answers.submissionId);
  if (known !== null) {
    if (known.registration.session === plan.session) return repeatWithin(db, application, known);
    // An id carried over to another session identifies nothing; it must not keep the person out.
    return applyWithin(db, { ...application, answers: { ...answers, submissionId: null } });
  }
  if (!accepting) return { kind: 'closed', byHand: false };
  if (isClosedByHand(db, plan.session)) return { kind: 'closed', byHand: true };
  const same = samePerson(db, application);
  if (same !== null) return { kind: 'already', registration: same };
  if (answers.suspicious) {
    return { kind: 'accepted', registration: insertRegistration(db, application, 'quarantine') };
  }
  const free = Math.max(0, plan.capacity - seatsIn(db, plan.session, 'confirmed'));
  const waitable = plan.waitlistSeats - seatsIn(db, plan.session, 'waitlist');
  if (application.seats > free && application.seats > waitable) return { kind: 'full', free };
  const state = application.seats <= free ? 'confirmed' : 'waitlist';
  const registration = insertRegistration(db, application, state);
  if (application.withMail) {
    enqueueMail(db, registration, state === 'confirmed' ? 'confirmed' : 'waitlisted', now);
  }
  return { kind: 'accepted', registration };
}

function bySubmission(db: SqliteDatabase, submissionId: string): Row | null {
  const row = db.get('SELECT * FROM registrations WHERE submission_id = ?', submissionId);
  return row === undefined ? null : { hash: row.payload_hash, registration: registrationOf(row) };
}
type Row = { hash: unknown; registration: StoredRegistration };

/** The same submission again: the same answer, or a correction as long as applications are taken. */
function repeatWithin(db: SqliteDatabase, application: Application, known: Row): ApplyOutcome {
  const { registration } = known;
  if (registration.state === 'cancelled') return { kind: 'withdrawn' };
  if (known.hash === application.payloadHash) return { kind: 'repeat', registration, corrected: false };
  const { plan, accepting, now } = application;
  if (!accepting) return { kind: 'closed', byHand: false };
  if (!fitsWith(db, registration, application.seats, plan.capacity)) {
    const free = Math.max(0, plan.capacity - seatsIn(db, plan.session, 'confirmed'));
    return { kind: 'full', free };
  }
  const corrected = replaceAnswers(
    db,
    registration.id,
    application.answers,
    application.seats,
    application.payloadHash,
  );
  if (application.withMail && corrected.state !== 'quarantine') enqueueMail(db, corrected, 'corrected', now);
  promoteWithin(db, plan.session, plan.capacity, now);
  return { kind: 'repeat', registration: corrected, corrected: true };
}

/** Whether a registration may have so many seats instead of those it has. */
export function fitsWith(
  db: SqliteDatabase,
  registration: StoredRegistration,
  seats: number,
  capacity: number,
): boolean {
  if (registration.state !== 'confirmed' || seats <= registration.seats) return true;
  return seatsIn(db, registration.session, 'confirmed') - registration.seats + seats <= capacity;
}

/** The same name with the same e-mail or phone for the same session. People in quarantine are not held against anyone. */
function samePerson(db: SqliteDatabase, { answers, plan }: Application): StoredRegistration | null {
  const states = answers.suspicious ? "'confirmed', 'waitlist', 'quarantine'" : "'confirmed', 'waitlist'";
  const row = db.get(
    `SELECT * FROM registrations WHERE session = ? AND state IN (${states}) AND name_key = ?
       AND (email_key = ? OR phone = ?) ORDER BY id LIMIT 1`,
    plan.session,
    nameKey(answers.name),
    emailKey(answers.email),
    answers.phone,
  );
  return row === undefined ? null : registrationOf(row);
}

/**
 * Moves up, in order of arrival, everybody who fits; nobody is passed over who would have fitted. Where the
 * organisers have closed the list, they alone give seats.
 */
export function promoteWithin(db: SqliteDatabase, session: string, capacity: number, now: Instant): number {
  if (isClosedByHand(db, session)) return 0;
  let free = capacity - seatsIn(db, session, 'confirmed');
  if (free <= 0) return 0;
  let moved = 0;
  const waiting = db.all(
    "SELECT * FROM registrations WHERE session = ? AND state = 'waitlist' ORDER BY id",
    session,
  );
  for (const registration of waiting.map(registrationOf)) {
    if (registration.seats > free) continue;
    free -= registration.seats;
    giveSeat(db, registration.id, now);
    moved += 1;
  }
  return moved;
}

/** Gives a seat, puts the mail about it into the outbox. */
export function giveSeat(db: SqliteDatabase, id: number, now: Instant): StoredRegistration {
  db.run("UPDATE registrations SET state = 'confirmed', revision = revision + 1 WHERE id = ?", id);
  const registration = writtenRegistration(db, id);
  if (!registration.session.startsWith(DRY_RUN_PREFIX)) enqueueMail(db, registration, 'promoted', now);
  return registration;
}

/** Cancels once: the seat is free, unsent mails are dropped, the waiting list moves up. */
export function cancelWithin(
  db: SqliteDatabase,
  id: number,
  now: Instant,
  promotion: Promotion | null,
): StoredRegistration | null {
  const before = registrationById(db, id);
  if (before === null || before.state === 'cancelled') return before;
  db.run("UPDATE registrations SET state = 'cancelled', cancelled_at = ?, coming = 0 WHERE id = ?", now, id);
  db.run("UPDATE outbox SET state = 'dropped' WHERE registration = ? AND state = 'queued'", id);
  const after = writtenRegistration(db, id);
  if (before.state !== 'quarantine' && !after.session.startsWith(DRY_RUN_PREFIX)) {
    enqueueMail(db, after, 'cancelled', now);
  }
  if (promotion !== null) promoteWithin(db, after.session, promotion.capacity, now);
  return after;
}
