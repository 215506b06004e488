/** The calendar file of a confirmation: one event, reminders a day and two hours before. */
import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import type { Visit } from '../sessions-file.ts';
import type { StoredRegistration } from '../storage/storage.ts';
import { placeWords, visitFacts } from './visit-words.ts';

const DAY_SECONDS = 86_400;
const TWO_HOURS_SECONDS = 7_200;

/**
 * The file as text. Times are in UTC, which every program shows in its own zone. The UID stays the same over
 * corrections and moves, the SEQUENCE grows, so that calendars replace the event instead of adding another.
 */
export function calendarOf(
  registration: StoredRegistration,
  visit: Visit | undefined,
  links: { readonly ticketUrl: string; readonly pageUrl: string; readonly domain: string },
): string {
  const calendar = ical({
    // As a string it would be prefixed once more.
    prodId: { company: 'Открой#Моспром', product: 'Запись', language: 'RU' },
    method: ICalCalendarMethod.PUBLISH,
  });
  const facts = visitFacts(registration, visit).filter((fact) => fact.label !== 'Когда');
  const place = placeWords(visit);
  calendar.createEvent({
    id: `${registration.reference}@${links.domain}`,
    sequence: registration.revision,
    stamp: new Date(registration.createdAt),
    start: new Date(registration.sessionStartsAt),
    end: new Date(registration.sessionEndsAt),
    summary: `${visit?.title ?? 'Посещение'} — ${visit?.enterpriseName ?? 'Открой#Моспром'}`,
    ...(place === '' ? {} : { location: place }),
    description: [
      ...facts.map((fact) => `${fact.label}: ${fact.value}`),
      `Отменить запись: ${links.ticketUrl}`,
    ].join('\n'),
    url: links.pageUrl,
    alarms: [DAY_SECONDS, TWO_HOURS_SECONDS].map((trigger) => ({ type: ICalAlarmType.display, trigger })),
  });
  // The library leaves out the last line break, which the format demands.
  return `${calendar.toString()}\r\n`;
}
