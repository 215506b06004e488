/**
 * The registration state of a session: the one function behind badge, button, structured data and
 * calendar, at build time and again in the browser. Small, because it ships to the browser.
 */
import type { Day, Instant } from '../time/moscow.ts';
import { addDays, dayOf, HOUR, instantOf } from '../time/moscow.ts';

export const REGISTRATION_STATES = [
  'not-yet-open',
  'open',
  'closing-soon',
  'closed',
  'full',
  'external',
  'not-needed',
  'cancelled',
  'past',
] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

/** A session counts as closing soon in the last 24 hours before registration closes. */
export const CLOSING_SOON_MS = 24 * HOUR;

export type RegistrationFacts = {
  startsAt: Instant;
  endsAt: Instant;
  /** null: registration is open from the publication on. */
  registrationOpensAt: Instant | null;
  /** Exclusive: at this instant registration is closed. null: it closes when the session starts. */
  registrationClosesAt: Instant | null;
  registration: 'form' | 'link' | 'none';
  status: 'scheduled' | 'cancelled' | 'moved';
};

/** What the endpoint said about seats, and when. Without one, nothing is claimed about seats. */
export type SeatSnapshot = { seats: 'open' | 'few' | 'full'; takenAt: Instant };

/**
 * The exclusive instant at which registration closes: applications are taken through the end of day
 * D − daysBefore in Moscow, so it closes at 00:00 of D − daysBefore + 1 (three days: 00:00 of D − 2).
 * Never later than the start of the session.
 */
export function registrationClosesAt(sessionDay: Day, startsAt: Instant, daysBefore: number): Instant {
  return Math.min(instantOf(addDays(sessionDay, 1 - daysBefore)), startsAt);
}

/** The last calendar day (Moscow) on which an application is taken; the day before an exclusive midnight. */
export function lastRegistrationDay(closesAt: Instant): Day {
  return dayOf(closesAt - 1);
}

/** The state at `now`; a snapshot matters only while registration is open. */
export function registrationState(
  facts: RegistrationFacts,
  now: Instant,
  snapshot?: SeatSnapshot,
): RegistrationState {
  if (facts.status === 'cancelled') return 'cancelled';
  if (now >= facts.endsAt) return 'past';
  if (facts.registration === 'none') return 'not-needed';
  const closesAt = facts.registrationClosesAt ?? facts.startsAt;
  if (now >= closesAt) return 'closed';
  if (facts.registrationOpensAt !== null && now < facts.registrationOpensAt) return 'not-yet-open';
  if (facts.registration === 'link') return 'external';
  if (snapshot?.seats === 'full') return 'full';
  return now >= closesAt - CLOSING_SOON_MS ? 'closing-soon' : 'open';
}

/**
 * The next instant at which the state may change by time alone, or null when it never will.
 * The page sets its timer by it.
 */
export function nextChangeAt(facts: RegistrationFacts, now: Instant): Instant | null {
  if (facts.status === 'cancelled') return null;
  const closesAt = facts.registrationClosesAt ?? facts.startsAt;
  const instants = [facts.registrationOpensAt, closesAt - CLOSING_SOON_MS, closesAt, facts.endsAt];
  const later = instants.filter((at): at is Instant => at !== null && at > now);
  return later.length === 0 ? null : Math.min(...later);
}

/** True when the form on the page may be filled in and sent. */
export function takesApplications(state: RegistrationState): boolean {
  return state === 'open' || state === 'closing-soon';
}
