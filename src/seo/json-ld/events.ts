/** Sessions, seasons and happenings as structured data. */
import type { Event, EventSeries } from 'schema-dts';
import type { EventView, SeasonView, SessionView } from '../../domain/catalogue.ts';
import { isoMoscow } from '../../time/moscow.ts';
import { precisionOf } from '../../time/partial-day.ts';
import type { SiteIdentity } from '../site.ts';
import { absolute } from '../site.ts';
import { audience, EVENT_STATUS, organisationId, sessionLocation, sessionOffer } from './nodes.ts';

export const seasonId = (site: SiteIdentity, season: SeasonView): string =>
  absolute(site, `${season.url}#season`);

/** Search engines take a day or nothing: a month is no date to them. */
function exactDay(date: string | undefined): string | null {
  return date !== undefined && precisionOf(date) === 'day' ? date : null;
}

/** A season; `whole` on its own page, else only what a session's page says of it. */
export function seasonSeries(
  season: SeasonView,
  site: SiteIdentity,
  whole: boolean,
): Exclude<EventSeries, string> {
  const start = exactDay(season.start);
  const end = exactDay(season.end);
  return {
    '@type': 'EventSeries',
    '@id': seasonId(site, season),
    name: season.title,
    url: absolute(site, season.url),
    ...(start === null ? {} : { startDate: start }),
    ...(end === null ? {} : { endDate: end }),
    ...(whole ? { organizer: { '@id': organisationId(site) } } : {}),
  };
}

/** A session with everything that is known of it. */
export function sessionEvent(
  session: SessionView,
  site: SiteIdentity,
  more: { description: string; image: string },
): Exclude<Event, string> {
  const offer = sessionOffer(session, site);
  const people = audience(session);
  return {
    '@type': 'Event',
    '@id': absolute(site, `${session.url}#event`),
    name: `${session.title}: ${session.enterprise.displayName}`,
    description: more.description,
    image: more.image,
    url: absolute(site, session.url),
    startDate: isoMoscow(session.startsAt),
    endDate: isoMoscow(session.endsAt),
    eventStatus: EVENT_STATUS[session.status],
    ...(session.movedFrom === null ? {} : { previousStartDate: isoMoscow(session.movedFrom.startsAt) }),
    eventAttendanceMode: session.online
      ? 'https://schema.org/OnlineEventAttendanceMode'
      : 'https://schema.org/OfflineEventAttendanceMode',
    location: sessionLocation(session, site),
    // Teams: the capacity counts teams then, and nobody knows how many people that is.
    ...(session.perTeam === null ? { maximumAttendeeCapacity: session.capacity } : {}),
    isAccessibleForFree: true,
    ...(offer === null ? {} : { offers: offer }),
    ...(people === null ? {} : { audience: people }),
    inLanguage: session.language,
    organizer: { '@id': organisationId(site) },
    superEvent: seasonSeries(session.season, site, false),
  };
}

/** A happening, when its day and its place are known; else null: less would be no event to a search engine. */
export function happening(
  event: EventView,
  site: SiteIdentity,
  more: { description: string; image: string },
): Exclude<Event, string> | null {
  const start = exactDay(event.start);
  const end = exactDay(event.end);
  if (start === null || (event.venue === undefined && event.online !== true)) return null;
  const url = absolute(site, event.url);
  return {
    '@type': 'Event',
    '@id': `${url}#event`,
    name: event.title,
    description: more.description,
    image: more.image,
    url,
    startDate: start,
    ...(end === null ? {} : { endDate: end }),
    eventStatus: 'https://schema.org/EventScheduled',
    ...happeningPlace(event, url),
    organizer: { '@id': organisationId(site) },
  };
}

/** A happening in the net with a venue is attended both ways: whoever says «online» may not name a place only. */
function happeningPlace(
  { venue, online }: EventView,
  url: string,
): Pick<Exclude<Event, string>, 'eventAttendanceMode' | 'location'> {
  const net = { '@type': 'VirtualLocation' as const, url };
  if (venue === undefined)
    return { eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode', location: net };
  const place = { '@type': 'Place' as const, name: venue };
  return online === true
    ? { eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode', location: [place, net] }
    : { eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode', location: place };
}
