/** The calendars of the site: which there are, where they are, and their text. */
import type { Catalogue, SessionView } from '../domain/catalogue.ts';
import type { ContentHistory, Revision } from '../domain/content-history.ts';
import { revisionOf } from '../domain/content-history.ts';
import { calendarWords as words } from '../i18n/ru/calendar.ts';
import { calendarText } from './icalendar.ts';
import { registrationEvents } from './registration-events.ts';
import { openingEvent, opensLater, visitEvent } from './session-event.ts';
import type { SiteIdentity } from './site.ts';
import { absolute } from './site.ts';

/** Subscriptions keep what has ended in the last three months; a season's own calendar keeps all of it. */
const KEPT_MS = 92 * 86_400_000;

export type CalendarContext = { site: SiteIdentity; history: ContentHistory };

/** A calendar that one subscribes to. */
export type Subscription = {
  path: string;
  name: string;
  description: string;
  sessions: readonly SessionView[];
  /** Visits, or openings and last days of registration. */
  content: 'visits' | 'registration';
};

/** The revision of a session: its programme's file. */
export function sessionRevision(session: SessionView, history: ContentHistory): Revision {
  return revisionOf(history, session.programme, session.season.updated ?? session.season.firstDay);
}

/** Path of a session's own calendar file. */
export function visitCalendarPath(session: SessionView): string {
  return `${session.url}visit.ics`;
}

/** Path of the calendar file «Открывается запись», or null when it is open already or never opens here. */
export function openingCalendarPath(session: SessionView): string | null {
  return opensLater(session) ? `${session.url}opening.ics` : null;
}

/** Paths of the subscriptions, for links on pages. */
export const calendarPaths = {
  all: '/calendars/all.ics',
  registration: '/calendars/registration.ics',
  of: (kind: 'enterprises' | 'seasons' | 'industries' | 'formats' | 'okrugs', id: string): string =>
    `/calendars/${kind}/${id}.ics`,
} as const;

/** `webcal:` address of a subscription: programs open it as one. */
export function webcalAddress(site: SiteIdentity, path: string): string {
  return absolute(site, path).replace(/^https?:/, 'webcal:');
}

/** The file of one visit, with reminders. */
export function visitCalendar(session: SessionView, { site, history }: CalendarContext): string {
  const event = visitEvent(session, sessionRevision(session, history), site, true);
  return calendarText({ subscription: null, events: [event] });
}

/** The file «Открывается запись», or null when there is nothing to remind of. */
export function openingCalendar(session: SessionView, { site, history }: CalendarContext): string | null {
  if (!opensLater(session)) return null;
  const event = openingEvent(session, sessionRevision(session, history), site);
  return calendarText({ subscription: null, events: [event] });
}

/**
 * Every subscription of the site. Enterprises, industries, formats and okrugs have one even while nothing is
 * planned: one subscribes today and sees the next season. Seasons of the archive without sessions have none.
 */
export function subscriptions(catalogue: Catalogue, site: SiteIdentity): Subscription[] {
  const kept = (sessions: readonly SessionView[]) =>
    sessions.filter((session) => session.endsAt > catalogue.now - KEPT_MS);
  const visits = (path: string, name: string, sessions: readonly SessionView[]): Subscription => ({
    path,
    name,
    description: words.about(`${site.url}/`),
    sessions,
    content: 'visits',
  });
  const of = (
    kind: 'industries' | 'formats' | 'okrugs',
    items: readonly { id: string; title: string }[],
    keyOf: (session: SessionView) => string | undefined,
  ): Subscription[] => {
    const groups = Map.groupBy(kept(catalogue.sessions), keyOf);
    return items.map((item) =>
      visits(calendarPaths.of(kind, item.id), words.calendarOf(item.title), groups.get(item.id) ?? []),
    );
  };
  return [
    visits(calendarPaths.all, words.wholeProgramme, kept(catalogue.sessions)),
    {
      path: calendarPaths.registration,
      name: words.registration,
      description: words.aboutRegistration(`${site.url}/`),
      sessions: kept(catalogue.sessions),
      content: 'registration',
    },
    ...catalogue.enterprises.flatMap((enterprise) =>
      // A program that has subscribed under the old name goes on asking for it.
      [enterprise.id, ...enterprise.formerly].map((id) =>
        visits(
          calendarPaths.of('enterprises', id),
          words.calendarOf(enterprise.displayName),
          kept(enterprise.sessions),
        ),
      ),
    ),
    ...catalogue.seasons
      .filter((season) => season.sessions.length > 0)
      .map((season) =>
        visits(calendarPaths.of('seasons', season.id), words.calendarOf(season.title), season.sessions),
      ),
    ...of('industries', catalogue.vocabulary.industries, (session) => session.enterprise.industry.id),
    ...of('formats', catalogue.vocabulary.formats, (session) => session.format.id),
    ...of('okrugs', catalogue.vocabulary.okrugs, (session) => session.enterprise.okrug?.id),
  ];
}

/** The text of a subscription. */
export function subscriptionText(subscription: Subscription, { site, history }: CalendarContext): string {
  const revision = (session: SessionView): Revision => sessionRevision(session, history);
  const events =
    subscription.content === 'registration'
      ? registrationEvents(subscription.sessions, revision, site)
      : subscription.sessions.map((session) => visitEvent(session, revision(session), site, false));
  return calendarText({
    subscription: {
      name: subscription.name,
      description: subscription.description,
      source: absolute(site, subscription.path),
    },
    events,
  });
}
