/** The dated word about seats that pages read: no numbers, no personal data, cacheable. */
import type { Availability } from '../../../src/registration/availability.ts';
import { registrationState, takesApplications } from '../../../src/domain/registration-state.ts';
import { isoMoscow } from '../../../src/time/moscow.ts';
import type { Endpoint } from '../endpoint.ts';

/** «Few» from this many seats down, or from a fifth of the capacity. */
const FEW_SEATS = 3;
const FEW_SHARE = 0.2;

/** How long a snapshot is handed out before the seats are counted anew, in milliseconds; browsers keep it as long. */
export const SNAPSHOT_MS = 10_000;

/** Seats of every session that takes applications now. */
export async function availability(endpoint: Endpoint): Promise<Availability> {
  const now = endpoint.clock();
  const [counts, closed] = await Promise.all([endpoint.storage.counts(), endpoint.storage.closedByHand()]);
  const taken = new Map(counts.map((count) => [count.session, count.confirmedSeats]));
  const sessions: Record<string, 'open' | 'few' | 'full'> = {};
  for (const visit of endpoint.visits.current().visits.values()) {
    if (!takesApplications(registrationState(visit, now))) continue;
    const free = closed.has(visit.id) ? 0 : visit.capacity - (taken.get(visit.id) ?? 0);
    const few = Math.max(FEW_SEATS, Math.floor(visit.capacity * FEW_SHARE));
    sessions[visit.id] = free <= 0 ? 'full' : free <= few && free < visit.capacity ? 'few' : 'open';
  }
  return { takenAt: isoMoscow(now), waitlist: endpoint.settings.waitlistPercent > 0, sessions };
}
