/** What the parts of one running endpoint share. */
import type { Instant } from '../../src/time/moscow.ts';
import type { Faults } from './faults.ts';
import type { RateLimiter } from './rate-limit.ts';
import type { Visit, VisitTable, Visits } from './sessions-file.ts';
import type { EndpointSettings } from './settings.ts';
import type { SeatPlan, Storage } from './storage/storage.ts';

export type Endpoint = {
  readonly settings: EndpointSettings;
  readonly storage: Storage;
  readonly visits: Visits;
  readonly clock: () => Instant;
  readonly limiter: RateLimiter;
  /** Lines for the operator; never personal data. */
  readonly log: (line: string) => void;
  /** Wakes the sender of mails. */
  readonly mailIsWaiting: () => void;
  /** Resolves when no application is being answered, at the latest after two seconds: mails wait for people. */
  readonly quiet: () => Promise<void>;
  /** Counts an application as being answered until the returned function is called. */
  readonly answering: () => () => void;
  /** Address for links in mails; known once the server listens. */
  readonly publicUrl: () => string;
  /** Tests only; undefined in a real endpoint. */
  readonly faults: Faults | undefined;
};

/** The plan of seats of a visit under the operator's settings. */
export function seatPlan(visit: Visit, waitlistPercent: number): SeatPlan {
  return {
    session: visit.id,
    startsAt: visit.startsAt,
    endsAt: visit.endsAt,
    capacity: visit.capacity,
    waitlistSeats: Math.ceil((visit.capacity * waitlistPercent) / 100),
  };
}

/** The plan by which the organisers act on a registration whose visit may have left the site's data. */
export function planOrStored(
  table: VisitTable,
  stored: { readonly session: string; readonly sessionStartsAt: Instant; readonly sessionEndsAt: Instant },
  waitlistPercent: number,
): SeatPlan {
  const visit = table.visits.get(stored.session);
  if (visit !== undefined) return seatPlan(visit, waitlistPercent);
  const { session, sessionStartsAt: startsAt, sessionEndsAt: endsAt } = stored;
  return { session, startsAt, endsAt, capacity: 0, waitlistSeats: 0 };
}
