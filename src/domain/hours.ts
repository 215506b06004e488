/** Parts of a day that visitors choose by. */
import type { ClockTime } from '../time/moscow.ts';

export type Hours = 'morning' | 'day' | 'evening';

/** Before noon, until five, later; by the start of a visit in Moscow. */
export function hoursOf(time: ClockTime): Hours {
  if (time < '12:00') return 'morning';
  return time < '17:00' ? 'day' : 'evening';
}
