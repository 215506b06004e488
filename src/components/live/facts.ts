/** The facts of a session as one attribute, so that the browser can ask again for the state. Pure. */
import type { RegistrationFacts } from '../../domain/registration-state.ts';

const MINUTE_MS = 60_000;
const REGISTRATIONS = ['form', 'link', 'none'] as const;

/** Starts, ends, opens and closes in minutes since 1970 in base 36 (or empty), then how one registers. */
export function packFacts(facts: RegistrationFacts): string {
  const { startsAt, endsAt, registrationOpensAt, registrationClosesAt, registration } = facts;
  const instants = [startsAt, endsAt, registrationOpensAt, registrationClosesAt].map((at) =>
    at === null ? '' : (at / MINUTE_MS).toString(36),
  );
  return [...instants, String(REGISTRATIONS.indexOf(registration))].join(' ');
}

/** The facts back, or null when the text is none. A cancelled session carries no facts: it never changes. */
export function unpackFacts(text: string): RegistrationFacts | null {
  const parts = text.split(' ');
  if (parts.length !== 5) return null;
  const [startsAt, endsAt, opensAt, closesAt] = parts
    .slice(0, 4)
    .map((part) => (part === '' ? null : Number.parseInt(part, 36) * MINUTE_MS));
  const registration = REGISTRATIONS[Number(parts[4])];
  if (startsAt == null || endsAt == null || registration === undefined) return null;
  return {
    startsAt,
    endsAt,
    registrationOpensAt: opensAt ?? null,
    registrationClosesAt: closesAt ?? null,
    registration,
    status: 'scheduled',
  };
}
