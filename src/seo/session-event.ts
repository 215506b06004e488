/** One session as calendar events: the visit, and the opening of its registration. */
import type { Instant } from '../time/moscow.ts';
import { MINUTE } from '../time/moscow.ts';
import type { MeetingPoint, SessionView } from '../domain/catalogue.ts';
import type { Revision } from '../domain/content-history.ts';
import { dayMonth, lastDayWords } from '../i18n/ru/dates.ts';
import { calendarWords as words } from '../i18n/ru/calendar.ts';
import { plural } from '../i18n/plural.ts';
import type { CalendarEvent } from './icalendar.ts';
import type { SiteIdentity } from './site.ts';
import { absolute, ID_DOMAIN } from './site.ts';

const DAY_MINUTES = 1440;
const OPENING_MINUTES = 15;

/**
 * The id under which the visit was first announced, so that a calendar moves it instead of showing two.
 * Where a new session has taken the old place, the moved one keeps its own id.
 */
export function firstId(session: SessionView): string {
  const { movedFrom, programme } = session;
  if (movedFrom === null) return session.id;
  const place = `${programme.id}/${session.date}-${session.time.replace(':', '')}`;
  const suffix = session.id.slice(place.length);
  const was = `${programme.id}/${movedFrom.date}-${movedFrom.time.replace(':', '')}${suffix}`;
  return programme.sessions.some((other) => other.id === was) ? session.id : was;
}

/** `firstId` under the enterprise's first name: a renamed enterprise's visits stay the same visits in calendars. */
function lastingId(session: SessionView): string {
  const [season = '', enterprise = '', visit = ''] = firstId(session).split('/');
  return `${season}/${session.enterprise.formerly[0] ?? enterprise}/${visit}`;
}

/** What calendars show: who invites and to what, with what has changed in front. */
export function sessionSummary(session: SessionView): string {
  const name = `${session.title}: ${session.enterprise.displayName}`;
  if (session.status === 'cancelled') return `${words.cancelled} ${name}`;
  if (session.status === 'moved' && session.movedFrom !== null) {
    const was = `${dayMonth(session.movedFrom.date)}, ${session.movedFrom.time}`;
    return `${words.movedFrom(was)} ${name}`;
  }
  return name;
}

/** The meeting point in one line, or undefined when nothing is known. */
export function placeLine(point: MeetingPoint): string | undefined {
  const walk =
    point.minutesWalk === undefined
      ? ''
      : `, ${words.minutesWalk(plural(point.minutesWalk, ['минута', 'минуты', 'минут']))}`;
  const metro = point.metro === undefined ? undefined : words.metro(point.metro) + walk;
  const parts = [point.address, point.entrance, metro].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}

function agesLine({ minAge, minAgeUnaccompanied }: SessionView['admission']): string[] {
  const years = (age: number) => `с ${plural(age, ['года', 'лет', 'лет'])}`;
  if (minAgeUnaccompanied === undefined) return minAge === undefined ? [] : [words.admitted(years(minAge))];
  if (minAge === undefined || minAge === minAgeUnaccompanied)
    return [words.admitted(years(minAgeUnaccompanied))];
  const young = minAge === 0 ? 'с любого возраста со взрослым' : `${years(minAge)} со взрослым`;
  return [words.admitted(`${years(minAgeUnaccompanied)}, ${young}`)];
}

function registrationLine(session: SessionView): string[] {
  if (session.status === 'cancelled') return [];
  if (session.registration === 'none') return [words.noRegistration];
  return session.lastRegistrationDay === null
    ? []
    : [words.lastDay(lastDayWords(session.lastRegistrationDay))];
}

function description(session: SessionView, site: SiteIdentity): string {
  const { admission, statusNote } = session;
  return [
    ...(session.demo ? [words.demo] : []),
    ...(statusNote === null ? [] : [words.why(statusNote)]),
    ...agesLine(admission),
    ...(admission.documents === undefined ? [] : [words.documents(admission.documents)]),
    ...(admission.dress === undefined ? [] : [words.dress(admission.dress)]),
    ...registrationLine(session),
    words.moscowTime,
    words.details(absolute(site, session.url)),
  ].join('\n');
}

/** True where the visit happens at the enterprise's own address, the one its coordinates belong to. */
export function atEnterprise(session: SessionView): boolean {
  const { meetingPoint, enterprise, online } = session;
  return !online && (meetingPoint.address === undefined || meetingPoint.address === enterprise.address);
}

/** The visit itself. Reminders only where a person has chosen this visit: a subscription would ring all day. */
export function visitEvent(
  session: SessionView,
  revision: Revision,
  site: SiteIdentity,
  withReminders: boolean,
): CalendarEvent {
  const cancelled = session.status === 'cancelled';
  const location = session.online ? words.online : placeLine(session.meetingPoint);
  const { coordinates } = session.enterprise;
  const text = words.reminder(sessionSummary(session));
  return {
    uid: `${lastingId(session)}@${ID_DOMAIN}`,
    stamp: revision.at,
    sequence: revision.sequence,
    when: { startsAt: session.startsAt, endsAt: session.endsAt },
    summary: sessionSummary(session),
    description: description(session, site),
    ...(location === undefined ? {} : { location }),
    ...(coordinates !== undefined && atEnterprise(session) ? { geo: coordinates } : {}),
    url: absolute(site, session.url),
    categories: [session.format.title],
    busy: !cancelled,
    reminders:
      withReminders && !cancelled
        ? [
            { minutesBefore: DAY_MINUTES, text },
            { minutesBefore: 120, text },
          ]
        : [],
  };
}

/** True when the opening of registration is still to come: only then there is something to remind of. */
export function opensLater(session: SessionView): session is SessionView & { registrationOpensAt: Instant } {
  return (
    session.registration === 'form' &&
    session.state === 'not-yet-open' &&
    session.registrationOpensAt !== null
  );
}

/** «Открывается запись»: a quarter of an hour at the opening, with a reminder a quarter of an hour before. */
export function openingEvent(
  session: SessionView & { registrationOpensAt: Instant },
  revision: Revision,
  site: SiteIdentity,
): CalendarEvent {
  const summary = words.opens(sessionSummary(session));
  return {
    uid: `${lastingId(session)}/opening@${ID_DOMAIN}`,
    stamp: revision.at,
    sequence: revision.sequence,
    when: {
      startsAt: session.registrationOpensAt,
      endsAt: session.registrationOpensAt + OPENING_MINUTES * MINUTE,
    },
    summary,
    description: description(session, site),
    url: absolute(site, session.url),
    busy: false,
    reminders: [{ minutesBefore: 15, text: words.reminder(summary) }],
  };
}
