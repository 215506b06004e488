/** iCalendar as text (RFC 5545): escaping, folding by octets, the zone, events and reminders. */
import type { Day, Instant } from '../time/moscow.ts';
import { addDays, dayOf, isoUtc, timeOf } from '../time/moscow.ts';

const CRLF = '\r\n';
const MAX_OCTETS = 75;

/**
 * Moscow as it has been since 26 October 2014. One fixed offset: the programme has no sessions before it,
 * and programs that know the zone by its name use their own tables anyway.
 */
const MOSCOW_ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Moscow',
  'X-LIC-LOCATION:Europe/Moscow',
  'BEGIN:STANDARD',
  'DTSTART:20141026T020000',
  'TZOFFSETFROM:+0400',
  'TZOFFSETTO:+0300',
  'TZNAME:MSK',
  'END:STANDARD',
  'END:VTIMEZONE',
];

export type Reminder = { minutesBefore: number; text: string };

export type CalendarEvent = {
  uid: string;
  /** Last change of what the event says. */
  stamp: Instant;
  sequence: number;
  /** A span of time, or whole days of Moscow (`lastDay` inclusive). */
  when: { startsAt: Instant; endsAt: Instant } | { firstDay: Day; lastDay: Day };
  summary: string;
  description: string;
  location?: string;
  geo?: { lat: number; lon: number };
  url: string;
  categories?: readonly string[];
  /** False: the time is not taken up (openings, last days, cancelled visits). */
  busy: boolean;
  reminders: readonly Reminder[];
};

export type Calendar = {
  /** Name shown by programs that subscribe; null for a single event that is only added. */
  subscription: { name: string; description: string; source: string } | null;
  events: readonly CalendarEvent[];
};

/** Escapes a text value: backslash, semicolon, comma, line breaks; other control characters are dropped. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n');
}

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** Folds a content line so that no physical line is longer than 75 octets and no character is cut in two. */
export function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  let start = 0;
  for (let at = 0; at < line.length;) {
    const codePoint = line.codePointAt(at) ?? 0;
    const size = octetsOf(codePoint);
    if (octets + size > MAX_OCTETS) {
      folded += `${line.slice(start, at)}${CRLF} `;
      start = at;
      octets = 1;
    }
    octets += size;
    at += codePoint < 0x10000 ? 1 : 2;
  }
  return folded + line.slice(start);
}

function digits(iso: string): string {
  return iso.replace(/[-:]/g, '');
}

function local(instant: Instant): string {
  return `${digits(dayOf(instant))}T${digits(timeOf(instant))}00`;
}

function whenLines(when: CalendarEvent['when']): string[] {
  if ('firstDay' in when) {
    return [
      `DTSTART;VALUE=DATE:${digits(when.firstDay)}`,
      `DTEND;VALUE=DATE:${digits(addDays(when.lastDay, 1))}`,
    ];
  }
  return [
    `DTSTART;TZID=Europe/Moscow:${local(when.startsAt)}`,
    `DTEND;TZID=Europe/Moscow:${local(when.endsAt)}`,
  ];
}

/** `-PT2H`, `-P1D`, `-PT90M` */
function trigger(minutes: number): string {
  if (minutes % 1440 === 0) return `-P${minutes / 1440}D`;
  return minutes % 60 === 0 ? `-PT${minutes / 60}H` : `-PT${minutes}M`;
}

function eventLines(event: CalendarEvent): string[] {
  const stamp = digits(isoUtc(event.stamp));
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${event.sequence}`,
    ...whenLines(event.when),
    `SUMMARY:${escapeText(event.summary)}`,
    ...(event.location === undefined ? [] : [`LOCATION:${escapeText(event.location)}`]),
    ...(event.geo === undefined ? [] : [`GEO:${event.geo.lat};${event.geo.lon}`]),
    `DESCRIPTION:${escapeText(event.description)}`,
    `URL:${event.url}`,
    // Cancelled ones too: Google drops events with STATUS:CANCELLED, and nobody would see why.
    'STATUS:CONFIRMED',
    `TRANSP:${event.busy ? 'OPAQUE' : 'TRANSPARENT'}`,
    ...(event.categories === undefined
      ? []
      : [`CATEGORIES:${event.categories.map((name) => escapeText(name)).join(',')}`]),
    ...event.reminders.flatMap((reminder) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:${trigger(reminder.minutesBefore)}`,
      `DESCRIPTION:${escapeText(reminder.text)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

/** The whole file, folded, every line ended by CRLF. A calendar without events is valid: it has its zone. */
export function calendarText(calendar: Calendar): string {
  const { subscription } = calendar;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//otkroy-mosprom//programme//RU',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...(subscription === null
      ? []
      : [
          `NAME:${escapeText(subscription.name)}`,
          `X-WR-CALNAME:${escapeText(subscription.name)}`,
          `X-WR-CALDESC:${escapeText(subscription.description)}`,
          'X-WR-TIMEZONE:Europe/Moscow',
          'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
          'X-PUBLISHED-TTL:PT6H',
          `SOURCE;VALUE=URI:${subscription.source}`,
        ]),
    ...MOSCOW_ZONE,
    ...calendar.events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => foldLine(line) + CRLF).join('');
}
