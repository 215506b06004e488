/** Orders of the enterprise list. Pure; `now` is a parameter; ships to the browser. */
import type { Instant } from '../time/moscow.ts';
import type { RegistrationFacts } from './registration-state.ts';
import { registrationState, takesApplications } from './registration-state.ts';

export const ORDERINGS = ['name', 'soonest', 'closing', 'newest'] as const;
export type Ordering = (typeof ORDERINGS)[number];

export interface Orderable {
  /** Place in the alphabetical list, which the build has sorted (Ё beside Е). */
  readonly position: number;
  /** Grows with the first day in the programme; 0 when that is unknown. */
  readonly joined: number;
  readonly visits: readonly RegistrationFacts[];
}

/** The ordering that a parameter names; anything else is alphabetical. */
export function parseOrdering(text: string | null): Ordering {
  return ORDERINGS.find((ordering) => ordering === text) ?? 'name';
}

/** Start of the next visit that has not begun, or Infinity. */
export function nextStart(visits: readonly RegistrationFacts[], now: Instant): number {
  return Math.min(
    Infinity,
    ...visits
      .filter(({ startsAt, status }) => startsAt > now && status !== 'cancelled')
      .map(({ startsAt }) => startsAt),
  );
}

/** When the first of the open registrations closes, or Infinity when none is open. */
export function nextClosing(visits: readonly RegistrationFacts[], now: Instant): number {
  return Math.min(
    Infinity,
    ...visits
      .filter((facts) => takesApplications(registrationState(facts, now)))
      .map(({ registrationClosesAt, startsAt }) => registrationClosesAt ?? startsAt),
  );
}

/** Compares two entries in an ordering at `now`; what has no answer stands last, equals stand alphabetically. */
export function comparator(ordering: Ordering, now: Instant): (a: Orderable, b: Orderable) => number {
  return (a, b) => rank(a, b, ordering, now) || a.position - b.position;
}

function rank(a: Orderable, b: Orderable, ordering: Ordering, now: Instant): number {
  if (ordering === 'soonest') return ascending(nextStart(a.visits, now), nextStart(b.visits, now));
  if (ordering === 'closing') return ascending(nextClosing(a.visits, now), nextClosing(b.visits, now));
  if (ordering === 'newest') return b.joined - a.joined;
  return 0;
}

function ascending(a: number, b: number): number {
  // Infinity − Infinity is no number.
  return a === b ? 0 : a - b;
}
