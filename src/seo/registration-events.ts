/** When registration opens and the last days on which it is taken, over many sessions at once. */
import type { Day, Instant } from '../time/moscow.ts';
import { MINUTE, dayOf, timeOf } from '../time/moscow.ts';
import type { SeasonView, SessionView } from '../domain/catalogue.ts';
import type { Revision } from '../domain/content-history.ts';
import { dayMonth } from '../i18n/ru/dates.ts';
import { calendarWords as words } from '../i18n/ru/calendar.ts';
import { plural } from '../i18n/plural.ts';
import type { CalendarEvent } from './icalendar.ts';
import type { SiteIdentity } from './site.ts';
import { absolute, ID_DOMAIN } from './site.ts';

/** A day of a large season has dozens of visits: calendars show a few lines, the page shows all. */
const LISTED = 20;

type Group = { season: SeasonView; sessions: SessionView[] };

function groupBy(
  sessions: readonly SessionView[],
  key: (session: SessionView) => string,
): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const session of sessions) {
    const name = key(session);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { season: session.season, sessions: [session] });
    else group.sessions.push(session);
  }
  return groups;
}

function newest(group: Group, revisionOf: (session: SessionView) => Revision): Revision {
  const revisions = group.sessions.map(revisionOf);
  return {
    at: Math.max(...revisions.map((revision) => revision.at)),
    sequence: Math.max(...revisions.map((revision) => revision.sequence)),
  };
}

function list(sessions: readonly SessionView[], site: SiteIdentity): string {
  const shown = sessions
    .slice(0, LISTED)
    .map(
      (session) =>
        `${dayMonth(session.date)}, ${session.time}: ${session.title}, ${session.enterprise.displayName}\n${absolute(site, session.url)}`,
    );
  const rest = sessions.length - shown.length;
  return [...shown, ...(rest > 0 ? [words.more(plural(rest, words.visits))] : []), words.moscowTime].join(
    '\n',
  );
}

function openings(
  sessions: readonly SessionView[],
  revisionOf: (session: SessionView) => Revision,
  site: SiteIdentity,
): CalendarEvent[] {
  const opening = sessions.filter((session) => session.registrationOpensAt !== null);
  const groups = groupBy(
    opening,
    (session) => `${session.season.id}/${String(session.registrationOpensAt ?? 0)}`,
  );
  return [...groups.values()].map((group): CalendarEvent => {
    const at: Instant = group.sessions[0]?.registrationOpensAt ?? 0;
    const revision = newest(group, revisionOf);
    const summary = words.opensSeason(group.season.title, plural(group.sessions.length, words.visits));
    return {
      uid: `opening/${group.season.id}/${dayOf(at)}-${timeOf(at).replace(':', '')}@${ID_DOMAIN}`,
      stamp: revision.at,
      sequence: revision.sequence,
      when: { startsAt: at, endsAt: at + 15 * MINUTE },
      summary,
      description: list(group.sessions, site),
      url: absolute(site, group.season.url),
      busy: false,
      reminders: [{ minutesBefore: 60, text: words.reminder(summary) }],
    };
  });
}

function lastDays(
  sessions: readonly SessionView[],
  revisionOf: (session: SessionView) => Revision,
  site: SiteIdentity,
): CalendarEvent[] {
  const closing = sessions.filter((session) => session.lastRegistrationDay !== null);
  const groups = groupBy(
    closing,
    (session) => `${session.season.id}/${session.lastRegistrationDay ?? ''}/${session.date}`,
  );
  return [...groups.values()].map((group): CalendarEvent => {
    const [first] = group.sessions;
    const day: Day = first?.lastRegistrationDay ?? '';
    const visit: Day = first?.date ?? '';
    const revision = newest(group, revisionOf);
    return {
      uid: `last-day/${group.season.id}/${day}/${visit}@${ID_DOMAIN}`,
      stamp: revision.at,
      sequence: revision.sequence,
      when: { firstDay: day, lastDay: day },
      summary: words.lastDayOf(plural(group.sessions.length, words.visits), dayMonth(visit)),
      description: list(group.sessions, site),
      url: absolute(site, group.season.url),
      busy: false,
      reminders: [],
    };
  });
}

/** Openings and last days of the sessions that take applications by the site's form. */
export function registrationEvents(
  sessions: readonly SessionView[],
  revisionOf: (session: SessionView) => Revision,
  site: SiteIdentity,
): CalendarEvent[] {
  const taken = sessions.filter(
    (session) => session.registration === 'form' && session.status !== 'cancelled',
  );
  return [...openings(taken, revisionOf, site), ...lastDays(taken, revisionOf, site)];
}
