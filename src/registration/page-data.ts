/** What the session page tells its script; printed as JSON beside the form. */
import type { SessionView } from '../domain/catalogue.ts';
import type { RegistrationFacts } from '../domain/registration-state.ts';
import { isoMoscow } from '../time/moscow.ts';
import type { ParseOptions, SessionFacts } from './parse.ts';

export type PageData = {
  readonly facts: RegistrationFacts;
  readonly session: SessionFacts;
  readonly options: ParseOptions;
  /** Where the dated snapshot of seats is; null when there is none. */
  readonly availability: string | null;
};

/** The facts that decide a session's registration state, and nothing more. */
export function registrationFacts(session: SessionView): RegistrationFacts {
  const { startsAt, endsAt, registrationOpensAt, registrationClosesAt, registration, status } = session;
  return { startsAt, endsAt, registrationOpensAt, registrationClosesAt, registration, status };
}

/** What a submission for this session is judged by. */
export function sessionFacts(session: SessionView): SessionFacts {
  return {
    id: session.id,
    startsAt: isoMoscow(session.startsAt),
    capacity: session.capacity,
    minAge: session.admission.minAge ?? null,
    minAgeUnaccompanied: session.admission.minAgeUnaccompanied ?? null,
    perTeam: session.perTeam,
    groups: session.groups,
  };
}

/** JSON that can stand inside a script element. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
