/** The storage interface on SQLite: every change is made in an IMMEDIATE transaction, so the lock is held from the first read. */
import { applyWithin, cancelWithin, promoteWithin } from './sqlite-applications.ts';
import { asStorageError, SqliteDatabase } from './sqlite-database.ts';
import {
  adoptWithin,
  auditWithin,
  correctWithin,
  countsWithin,
  findPersonWithin,
  forgetPersonWithin,
  purgeWithin,
  releaseWithin,
  seatWithin,
  sessionsInUseWithin,
} from './sqlite-office.ts';
import {
  claimWithin,
  dropWithin,
  enqueueForSessionWithin,
  mailKeysWithin,
  mailStatesWithin,
  markFailedWithin,
  markSentWithin,
  nextMailWithin,
  reinstateWithin,
} from './sqlite-outbox.ts';
import { noteAudit, registrationById, registrationOf } from './sqlite-registrations.ts';
import { copyDatabase } from './sqlite-backup.ts';
import { GroupCommit } from './sqlite-group-commit.ts';
import type { StoredRegistration, Storage } from './storage.ts';

/** Work that fails gives a rejected promise; errors of the database become StorageUnavailableError. */
function settled<T>(work: () => T): Promise<T> {
  try {
    return Promise.resolve(work());
  } catch (error) {
    const known = asStorageError(error);
    return Promise.reject(known instanceof Error ? known : new Error(String(known)));
  }
}

/** Opens the file as a storage, making it when it is missing. @throws StorageUnavailableError when it cannot be written. */
export function openSqliteStorage(file: string): Storage {
  let database: SqliteDatabase;
  try {
    database = new SqliteDatabase(file);
  } catch (error) {
    throw asStorageError(error);
  }
  return storageOn(database);
}

/** The storage on an open connection. */
export function storageOn(db: SqliteDatabase): Storage {
  const write = <T>(work: () => T): Promise<T> => settled(() => db.transaction(work));
  const group = new GroupCommit(db);
  // Marks of mails: after a power cut a mail may go out once more, under the same Message-ID.
  const mark = <T>(work: () => T): Promise<T> => settled(() => db.relaxed(work));
  const read = <T>(work: () => T): Promise<T> => settled(work);
  /** What is deleted must not live on in the write-ahead log. */
  const deleting = async <T>(work: () => T): Promise<T> => {
    const result = await write(work);
    await read(() => db.get('PRAGMA wal_checkpoint(TRUNCATE)'));
    return result;
  };
  const one = (sql: string, ...values: string[]): Promise<StoredRegistration | null> =>
    read(() => {
      const row = db.get(sql, ...values);
      return row === undefined ? null : registrationOf(row);
    });

  return {
    apply: (application) => group.add(() => applyWithin(db, application)),
    findSubmission: (submissionId, payloadHash) =>
      one(
        'SELECT * FROM registrations WHERE submission_id = ? AND payload_hash = ?',
        submissionId,
        payloadHash,
      ),
    findId: (id) => read(() => registrationById(db, id)),
    findTicket: (ticket) => one('SELECT * FROM registrations WHERE ticket = ?', ticket),
    findReference: (reference) => one('SELECT * FROM registrations WHERE reference = ?', reference),
    cancel: (id, now, promotion) => write(() => cancelWithin(db, id, now, promotion)),
    confirmComing: (id, now) =>
      write(() => {
        const changed = db.run(
          "UPDATE registrations SET coming = 1 WHERE id = ? AND state = 'confirmed'",
          id,
        );
        const registration = registrationById(db, id);
        if (changed > 0 && registration !== null) noteAudit(db, now, 'coming', registration.session, 1);
        return registration;
      }),
    promote: (session, promotion) =>
      write(() => promoteWithin(db, session, promotion.capacity, promotion.now)),
    counts: () => read(() => countsWithin(db)),

    claimMails: (now, leaseMs, limit) => mark(() => claimWithin(db, now, leaseMs, limit)),
    markSent: (id, now) =>
      mark(() => {
        markSentWithin(db, id, now);
      }),
    markFailed: (id, reason, retryAt) =>
      mark(() => {
        markFailedWithin(db, id, reason, retryAt);
      }),
    drop: (id) =>
      mark(() => {
        dropWithin(db, id);
      }),
    reinstate: (session, now) => write(() => reinstateWithin(db, session, now)),
    mailKeys: () => read(() => mailKeysWithin(db)),
    nextMailAt: () => read(() => nextMailWithin(db)),
    enqueueForSession: (session, kind, now, registeredBefore) =>
      write(() => enqueueForSessionWithin(db, session, kind, now, registeredBefore)),
    mailStates: () => read(() => mailStatesWithin(db)),

    list: (session) =>
      read(() =>
        db.all('SELECT * FROM registrations WHERE session = ? ORDER BY id', session).map(registrationOf),
      ),
    quarantined: () =>
      read(() =>
        db.all("SELECT * FROM registrations WHERE state = 'quarantine' ORDER BY id").map(registrationOf),
      ),
    release: (id, plan, now) => write(() => releaseWithin(db, id, plan, now)),
    correct: (id, correction, plan, now, promotes) =>
      write(() => correctWithin(db, id, correction, plan, now, promotes)),
    seat: (id, promotion) => write(() => seatWithin(db, id, promotion)),
    closeByHand: (session, now) =>
      write(() => {
        db.run('INSERT INTO closed_sessions VALUES (?, ?) ON CONFLICT DO NOTHING', session, now);
        noteAudit(db, now, 'close', session, 1);
      }),
    reopenByHand: (session, now) =>
      write(() => {
        db.run('DELETE FROM closed_sessions WHERE session = ?', session);
        noteAudit(db, now, 'reopen', session, 1);
      }),
    closedByHand: () =>
      read(() => new Set(db.all('SELECT session FROM closed_sessions').map((row) => String(row.session)))),
    findPerson: (email) => read(() => findPersonWithin(db, email)),
    forgetPerson: (email, now) => deleting(() => forgetPersonWithin(db, email, now)),
    purge: (endedBefore, dryRunsBefore, now) =>
      deleting(() => purgeWithin(db, endedBefore, dryRunsBefore, now)),
    adopt: (oldSession, plan, now) => write(() => adoptWithin(db, oldSession, plan, now)),
    sessionsInUse: () => read(() => sessionsInUseWithin(db)),
    audit: (limit) => read(() => auditWithin(db, limit)),

    backup: (file) =>
      settled(() => {
        copyDatabase(db, file);
      }),
    close: () =>
      settled(() => {
        db.close();
      }),
  };
}
