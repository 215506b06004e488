/**
 * The only place that knows calendars and Europe/Moscow.
 *
 * A `Day` is a calendar day `YYYY-MM-DD`, a `ClockTime` is `HH:MM` of Moscow, an `Instant` is
 * milliseconds since 1970-01-01T00:00Z. Moscow has stood at UTC+3 without summer time since
 * 26 October 2014 (Federal Law 248-FZ of 21 July 2014); the programme began in 2019, so the offset is fixed.
 */

export type Day = string;
export type ClockTime = string;
export type Instant = number;

export const MOSCOW_OFFSET_MINUTES = 180;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const OFFSET_MS = MOSCOW_OFFSET_MINUTES * MINUTE_MS;

const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME_PATTERN = /^([01]\d|2[0-3]):([0-5]\d)$/;
const ISO_PATTERN = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})$/;

/** Thrown for a text that is no day, time or instant; the message repeats the text. */
export class TimeError extends Error {
  override name = 'TimeError';
}

/** Days since 1970-01-01 of a calendar day. @throws TimeError when the day does not exist (2026-02-30). */
function dayNumber(day: Day): number {
  const match = DAY_PATTERN.exec(day);
  if (match === null) throw new TimeError(`not a day: ${day}`);
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const ms = Date.UTC(year, month - 1, date);
  // A day or month beyond the last goes over into another month.
  if (year < 1000 || new Date(ms).getUTCMonth() !== month - 1) throw new TimeError(`no such day: ${day}`);
  return ms / DAY_MS;
}

function dayOfNumber(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** True when the text is an existing calendar day `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch (error) {
    if (error instanceof TimeError) return false;
    throw error;
  }
}

/** True when the text is a clock time `HH:MM` from 00:00 to 23:59. */
export function isClockTime(text: string): boolean {
  return TIME_PATTERN.test(text);
}

/** Minutes since midnight of a clock time. @throws TimeError when it is none. */
export function minutesOf(time: ClockTime): number {
  const match = TIME_PATTERN.exec(time);
  if (match === null) throw new TimeError(`not a time: ${time}`);
  return Number(match[1]) * 60 + Number(match[2]);
}

/** The instant at which Moscow clocks show the time on the day. @throws TimeError for a day or time that does not exist. */
export function instantOf(day: Day, time: ClockTime = '00:00'): Instant {
  return dayNumber(day) * DAY_MS + minutesOf(time) * MINUTE_MS - OFFSET_MS;
}

/** The calendar day in Moscow at the instant. */
export function dayOf(instant: Instant): Day {
  return dayOfNumber(Math.floor((instant + OFFSET_MS) / DAY_MS));
}

/** The Moscow clock time at the instant, seconds dropped. */
export function timeOf(instant: Instant): ClockTime {
  return new Date(instant + OFFSET_MS).toISOString().slice(11, 16);
}

/** The instant as ISO 8601 in Moscow time, to the second: `2026-09-03T10:30:00+03:00`. */
export function isoMoscow(instant: Instant): string {
  return `${new Date(instant + OFFSET_MS).toISOString().slice(0, 19)}+03:00`;
}

/** The instant as ISO 8601 in UTC, to the second: `2026-09-03T07:30:00Z`. */
export function isoUtc(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

/** Reads an ISO 8601 instant that carries its offset. @throws TimeError for anything else, also for a local date-time. */
export function parseIso(text: string): Instant {
  const match = ISO_PATTERN.exec(text);
  if (match === null) throw new TimeError(`not an instant with an offset: ${text}`);
  const [, day = '', time = '', seconds = '0', fraction = '0', zone = 'Z'] = match;
  if (Number(seconds) > 59) throw new TimeError(`no such instant: ${text}`);
  const offset = zone === 'Z' ? 0 : (zone.startsWith('-') ? -1 : 1) * minutesOf(zone.slice(1)) * MINUTE_MS;
  return (
    dayNumber(day) * DAY_MS +
    minutesOf(time) * MINUTE_MS +
    Number(seconds) * 1000 +
    Number(fraction.padEnd(3, '0')) -
    offset
  );
}

/** The day so many days later (or earlier, when negative). @throws TimeError when the day does not exist. */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days);
}

/** Whole days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Day of the week, 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** All days from the first through the last; empty when the last is earlier. */
export function daysFrom(first: Day, last: Day): Day[] {
  const from = dayNumber(first);
  const count = Math.max(0, dayNumber(last) - from + 1);
  return Array.from({ length: count }, (_, index) => dayOfNumber(from + index));
}

export const MINUTE = MINUTE_MS;
export const HOUR = 60 * MINUTE_MS;
