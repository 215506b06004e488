/**
 * The narrow interface between the endpoint and whatever keeps its registrations. SQLite stands behind it
 * here; another database proves itself by storage-conformance.ts. Every method is one atomic step, and a
 * promise resolves only after the step is durable.
 */
import type { Registration } from '../../../src/registration/parse.ts';
import type { Instant } from '../../../src/time/moscow.ts';

/** Dry runs of `check:endpoint` use sessions under this prefix; they count nowhere and send nothing. */
export const DRY_RUN_PREFIX = 'dry-run/';

export type SeatState = 'confirmed' | 'waitlist' | 'quarantine' | 'cancelled';
/** What the visitor was told first; a repeat of the same submission is told the same. */
export type ReplyStatus = 'confirmed' | 'waitlist' | 'pending';

export type StoredRegistration = {
  readonly id: number;
  /** Short number for people: `7K3P-2QXM`. */
  readonly reference: string;
  /** Secret of the cancel link; 128 random bits. */
  readonly ticket: string;
  readonly state: SeatState;
  readonly firstStatus: ReplyStatus;
  readonly session: string;
  readonly sessionStartsAt: Instant;
  readonly sessionEndsAt: Instant;
  /** Seats taken: people, or one per team. */
  readonly seats: number;
  readonly createdAt: Instant;
  readonly cancelledAt: Instant | null;
  /** Answered «приду» in the reminder. */
  readonly coming: boolean;
  /** Raised by every correction. */
  readonly revision: number;
  readonly answers: Registration;
};

/** The session as the endpoint knows it at the moment of an application. */
export type SeatPlan = {
  readonly session: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly capacity: number;
  /** Seats' worth of people that the waiting list may hold; 0: there is none. */
  readonly waitlistSeats: number;
};

export type Application = {
  readonly answers: Registration;
  /** Hash of the submitted bytes, to tell a repeat from a correction. */
  readonly payloadHash: string;
  readonly seats: number;
  readonly plan: SeatPlan;
  /** False when the endpoint's clock says that no new application is taken. */
  readonly accepting: boolean;
  /** False for dry runs: nothing is put into the outbox. */
  readonly withMail: boolean;
  readonly now: Instant;
};

export type ApplyOutcome =
  | { readonly kind: 'accepted'; readonly registration: StoredRegistration }
  /** The same submission again. `corrected`: its answers had changed and were taken over. */
  | { readonly kind: 'repeat'; readonly registration: StoredRegistration; readonly corrected: boolean }
  /** The same person for the same session in a submission of its own. */
  | { readonly kind: 'already'; readonly registration: StoredRegistration }
  /** The same submission, but its registration was cancelled meanwhile. */
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'full'; readonly free: number }
  | { readonly kind: 'closed'; readonly byHand: boolean };

export const MAIL_KINDS = [
  'confirmed',
  'waitlisted',
  'promoted',
  'corrected',
  'cancelled',
  'reminder',
  'session-cancelled',
  'session-restored',
  'session-moved',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export type OutboxMail = {
  readonly id: number;
  readonly kind: MailKind;
  /** Local part of the Message-ID, fixed when the mail was put into the outbox. */
  readonly messageKey: string;
  /** How often sending was begun, this time included. */
  readonly attempts: number;
  readonly createdAt: Instant;
  readonly registration: StoredRegistration;
};

export type SessionCounts = {
  readonly session: string;
  readonly confirmedSeats: number;
  readonly waitingSeats: number;
  readonly confirmed: number;
  readonly waiting: number;
  readonly quarantined: number;
  readonly cancelled: number;
};

/** Frees, promotes: where the seats of a session stand after a change, and who may move up. */
export type Promotion = { readonly capacity: number; readonly now: Instant };

export type Correction = Partial<Pick<Registration, 'name' | 'email' | 'phone' | 'partySize' | 'comment'>>;

export type AuditLine = {
  readonly at: Instant;
  readonly action: string;
  readonly subject: string;
  readonly count: number;
};

export interface ApplicationStore {
  apply(application: Application): Promise<ApplyOutcome>;
  /** The registration of exactly this submission (same bytes), or null. */
  findSubmission(submissionId: string, payloadHash: string): Promise<StoredRegistration | null>;
  findId(id: number): Promise<StoredRegistration | null>;
  findTicket(ticket: string): Promise<StoredRegistration | null>;
  findReference(reference: string): Promise<StoredRegistration | null>;
  /**
   * Cancels and frees the seats; with a promotion the waiting list moves up in the same step.
   * A second cancellation changes nothing. Null: no such registration.
   */
  cancel(id: number, now: Instant, promotion: Promotion | null): Promise<StoredRegistration | null>;
  /** Notes the answer «приду». */
  confirmComing(id: number, now: Instant): Promise<StoredRegistration | null>;
  /**
   * Moves up whoever fits, in order of arrival; returns how many registrations moved. Nobody moves in a session
   * closed by hand: its list of names is final.
   */
  promote(session: string, promotion: Promotion): Promise<number>;
  counts(): Promise<readonly SessionCounts[]>;
}

export interface OutboxStore {
  /** Takes due mails for so long; a mail whose sender died becomes due again when the lease ends. */
  claimMails(now: Instant, leaseMs: number, limit: number): Promise<readonly OutboxMail[]>;
  markSent(id: number, now: Instant): Promise<void>;
  /** `retryAt` null: given up. The reason is a code, never an address. */
  markFailed(id: number, reason: string, retryAt: Instant | null): Promise<void>;
  /** A mail that has become untrue before it could be sent: it is not sent any more. */
  drop(id: number): Promise<void>;
  /** The earliest instant at which a mail is due, or null. */
  nextMailAt(): Promise<Instant | null>;
  /** Puts a mail of the kind into the outbox for every holder of a seat who has none of it; returns how many. */
  enqueueForSession(
    session: string,
    kind: MailKind,
    now: Instant,
    registeredBefore: Instant,
  ): Promise<number>;
  /**
   * A cancelled session takes place after all: whoever has been told of the cancellation hears of it, whoever has
   * not is not told any more. A later cancellation is told anew. Returns how many registrations were concerned.
   */
  reinstate(session: string, now: Instant): Promise<number>;
  /** Message keys of all mails that the outbox knows, sent ones too. */
  mailKeys(): Promise<ReadonlySet<string>>;
  mailStates(): Promise<{ readonly queued: number; readonly sent: number; readonly failed: number }>;
}

export interface OfficeStore {
  list(session: string): Promise<readonly StoredRegistration[]>;
  quarantined(): Promise<readonly StoredRegistration[]>;
  /** Takes a registration out of quarantine: a seat if one is free, else the waiting list. */
  release(id: number, plan: SeatPlan, now: Instant): Promise<StoredRegistration | null>;
  /**
   * Null: no such registration; 'full': the larger party does not fit. Seats that a smaller party gives back go to
   * the waiting list with `promotes`.
   */
  correct(
    id: number,
    correction: Correction,
    plan: SeatPlan,
    now: Instant,
    promotes: boolean,
  ): Promise<StoredRegistration | 'full' | null>;
  /** Gives a waiting registration a seat by hand, whatever its place in the list. 'full': it does not fit. */
  seat(id: number, promotion: Promotion): Promise<StoredRegistration | 'full' | null>;
  closeByHand(session: string, now: Instant): Promise<void>;
  reopenByHand(session: string, now: Instant): Promise<void>;
  closedByHand(): Promise<ReadonlySet<string>>;
  /** Everything under the e-mail address, cancelled ones too. */
  findPerson(email: string): Promise<readonly StoredRegistration[]>;
  /** Deletes everything under the address, frees its seats; returns the sessions touched. */
  forgetPerson(email: string, now: Instant): Promise<readonly string[]>;
  /** Deletes the registrations of sessions that ended before the instant; returns how many. */
  purge(endedBefore: Instant, dryRunsBefore: Instant, now: Instant): Promise<number>;
  /** A moved session keeps its registrations under its new id; returns how many came along. */
  adopt(oldSession: string, plan: SeatPlan, now: Instant): Promise<number>;
  /** Sessions that still have living registrations. */
  sessionsInUse(): Promise<readonly string[]>;
  audit(limit: number): Promise<readonly AuditLine[]>;
}

export interface Storage extends ApplicationStore, OutboxStore, OfficeStore {
  /** Writes a consistent copy while others go on writing. @throws when the file already exists. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

export type Unavailable = 'full' | 'read-only' | 'busy' | 'broken';

/** The storage could not make a step durable: nothing was changed and nothing may be acknowledged. */
export class StorageUnavailableError extends Error {
  override name = 'StorageUnavailableError';
  readonly reason: Unavailable;
  constructor(reason: Unavailable, cause: unknown) {
    super(`storage unavailable: ${reason}`, { cause });
    this.reason = reason;
  }
}
