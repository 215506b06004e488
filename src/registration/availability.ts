/** `/availability.json`: the endpoint's dated word about seats. No personal data, no exact numbers. */
import type { SeatSnapshot } from '../domain/registration-state.ts';
import { parseIso, TimeError } from '../time/moscow.ts';

export type Availability = {
  /** Instant with its offset: `2026-12-01T14:05:00+03:00`. */
  readonly takenAt: string;
  /** True when the endpoint keeps a waiting list for full sessions. */
  readonly waitlist: boolean;
  /** By session id; a session that is not named is not spoken of. */
  readonly sessions: Readonly<Record<string, SeatSnapshot['seats']>>;
};

export type SessionSnapshot = SeatSnapshot & { readonly waitlist: boolean };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** What the snapshot says about one session; null when it says nothing or is not in the known shape. */
export function snapshotOf(json: unknown, sessionId: string): SessionSnapshot | null {
  if (!isRecord(json) || typeof json.takenAt !== 'string' || !isRecord(json.sessions)) return null;
  const seats = Object.hasOwn(json.sessions, sessionId) ? json.sessions[sessionId] : undefined;
  if (seats !== 'open' && seats !== 'few' && seats !== 'full') return null;
  try {
    return { seats, takenAt: parseIso(json.takenAt), waitlist: json.waitlist === true };
  } catch (error) {
    if (error instanceof TimeError) return null;
    throw error;
  }
}
