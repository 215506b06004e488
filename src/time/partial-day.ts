/** Dates as exact as their source: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
import type { Day } from './moscow.ts';
import { addDays, isDay, TimeError } from './moscow.ts';

export type PartialDay = string;
export type Precision = 'year' | 'month' | 'day';

/** How exact the date is. @throws TimeError when it is none of the three forms. */
export function precisionOf(date: PartialDay): Precision {
  if (/^\d{4}$/.test(date)) return 'year';
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(date)) return 'month';
  if (isDay(date)) return 'day';
  throw new TimeError(`not a date: ${date}`);
}

/** The earliest day that the date may mean. */
export function firstDayOf(date: PartialDay): Day {
  const precision = precisionOf(date);
  if (precision === 'day') return date;
  return precision === 'month' ? `${date}-01` : `${date}-01-01`;
}

/** The latest day that the date may mean. */
export function lastDayOf(date: PartialDay): Day {
  const precision = precisionOf(date);
  if (precision === 'day') return date;
  if (precision === 'year') return `${date}-12-31`;
  const [year = '', month = ''] = date.split('-');
  const next =
    month === '12'
      ? `${String(Number(year) + 1)}-01-01`
      : `${year}-${String(Number(month) + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
}

/** Orders by the earliest day, then the more exact first. */
export function comparePartialDays(a: PartialDay, b: PartialDay): number {
  const [firstA, firstB] = [firstDayOf(a), firstDayOf(b)];
  if (firstA !== firstB) return firstA < firstB ? -1 : 1;
  return b.length - a.length;
}
