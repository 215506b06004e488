/** The status of an accepted application as the endpoint, or the tab's memory, gives it. */
import type { Accepted } from './outcome.ts';

/** A service that says no more than «ok» has the application, but has promised no seat. */
export function readStatus(value: unknown): Accepted['status'] {
  return value === 'confirmed' || value === 'waitlist' ? value : 'pending';
}
