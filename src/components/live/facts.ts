/** The facts of a session as one attribute, so that the browser can ask again for the state. Pure. */
import type { RegistrationFacts } from '../../domain/registration-state.ts';
import type { Instant } from '../../time/moscow.ts';
import { dayOf, instantOf } from '../../time/moscow.ts';

const MINUTE_MS = 60_000;
const REGISTRATIONS = ['form', 'link', 'none'] as const;

/** When a visit begins and ends. */
export type Span = Pick<RegistrationFacts, 'startsAt' | 'endsAt'>;

/**
 * Start, opening in minutes since 1970, between them how long it lasts and how long before the midnight of its
 * day registration closes, in minutes; all in base 36 or empty. Then how one registers. Visits of a season
 * share most of it, so that a long timetable packs well. `dated`: start and end stand beside it, for people.
 */
export function packFacts(facts: RegistrationFacts, dated = false): string {
  const { startsAt, endsAt, registrationOpensAt: opensAt, registrationClosesAt: closesAt } = facts;
  const minutes = (span: number | null): string => (span === null ? '' : (span / MINUTE_MS).toString(36));
  return [
    minutes(dated ? null : startsAt),
    minutes(dated ? null : endsAt - startsAt),
    minutes(closesAt === null ? null : midnight(startsAt) - closesAt),
    minutes(opensAt),
    String(REGISTRATIONS.indexOf(facts.registration)),
  ].join(' ');
}

function midnight(at: Instant): Instant {
  return instantOf(dayOf(at));
}

/** The facts back, or null when the text is none; `span`: what stands beside a `dated` text. A cancelled session carries no facts: it never changes. */
export function unpackFacts(text: string, span: Span | null = null): RegistrationFacts | null {
  const parts = text.split(' ');
  if (parts.length !== 5) return null;
  const [from, lasts, before, opensAt] = parts
    .slice(0, 4)
    .map((part) => (part === '' ? null : Number.parseInt(part, 36) * MINUTE_MS));
  const registration = REGISTRATIONS[Number(parts[4])];
  const startsAt = from ?? span?.startsAt ?? null;
  const endsAt = startsAt === null || lasts == null ? span?.endsAt : startsAt + lasts;
  if (startsAt === null || endsAt === undefined || registration === undefined) return null;
  return {
    startsAt,
    endsAt,
    registrationOpensAt: opensAt ?? null,
    registrationClosesAt: before == null ? null : midnight(startsAt) - before,
    registration,
    status: 'scheduled',
  };
}
