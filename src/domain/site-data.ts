/** The open data file `dist/data/site.json`: a stable, plain shape for programs outside this site. */
import type { Instant } from '../time/moscow.ts';
import { isoMoscow } from '../time/moscow.ts';
import type { Catalogue, EnterpriseView, EventView, SeasonView, SessionView } from './catalogue.ts';

function isoOrNull(instant: Instant | null): string | null {
  return instant === null ? null : isoMoscow(instant);
}

function enterpriseData(enterprise: EnterpriseView) {
  return {
    id: enterprise.id,
    url: enterprise.url,
    name: enterprise.name,
    shortName: enterprise.shortName ?? null,
    legalName: enterprise.legalName ?? null,
    makes: enterprise.makes,
    industry: enterprise.industry.id,
    formats: enterprise.formats.map((format) => format.id),
    okrug: enterprise.okrug?.id ?? null,
    district: enterprise.district ?? null,
    address: enterprise.address ?? null,
    coordinates: enterprise.coordinates ?? null,
    metro: enterprise.metro ?? null,
    website: enterprise.website ?? null,
    founded: enterprise.founded ?? null,
    joined: enterprise.joined ?? null,
    zone: enterprise.zone ?? null,
    standing: enterprise.standing,
    stepFree: enterprise.access?.stepFree ?? null,
    seasons: enterprise.programmes.map((programme) => programme.season.id),
    sources: enterprise.sources.map((source) => ({
      title: source.title,
      url: source.url ?? null,
      date: source.date ?? null,
    })),
    updated: enterprise.updated ?? null,
    demo: enterprise.demo,
  };
}

function seasonData(season: SeasonView) {
  return {
    id: season.id,
    url: season.url,
    title: season.title,
    umbrella: season.umbrella ?? null,
    start: season.start,
    end: season.end ?? null,
    registrationOpensAt: isoOrNull(season.registrationOpensAt),
    registrationClosesDaysBefore: season.registrationClosesDaysBefore,
    enterprises: season.programmes.map((programme) => programme.enterprise.id),
    figures: season.figures.map((figure) => ({ value: figure.value, label: figure.label })),
    demo: season.demo,
  };
}

function sessionData(session: SessionView) {
  return {
    id: session.id,
    url: session.url,
    enterprise: session.enterprise.id,
    season: session.season.id,
    title: session.title,
    format: session.format.id,
    startsAt: isoMoscow(session.startsAt),
    endsAt: isoMoscow(session.endsAt),
    registrationOpensAt: isoOrNull(session.registrationOpensAt),
    registrationClosesAt: isoOrNull(session.registrationClosesAt),
    capacity: session.capacity,
    registration: session.registration,
    registrationUrl: session.registrationUrl,
    status: session.status,
    movedFrom: session.movedFrom === null ? null : isoMoscow(session.movedFrom.startsAt),
    minAge: session.admission.minAge ?? null,
    minAgeUnaccompanied: session.admission.minAgeUnaccompanied ?? null,
    perTeam: session.perTeam,
    groups: session.groups,
    online: session.online,
    language: session.language,
    demo: session.demo,
  };
}

function eventData(event: EventView) {
  return {
    id: event.id,
    url: event.url,
    title: event.title,
    format: event.format.id,
    start: event.start ?? null,
    end: event.end ?? null,
    venue: event.venue ?? null,
    online: event.online ?? null,
    enterprises: event.enterprises.map((enterprise) => enterprise.id),
  };
}

/** The whole catalogue as plain data; instants carry +03:00, addresses are paths on the site. */
export function siteData(catalogue: Catalogue) {
  return {
    generatedAt: isoMoscow(catalogue.now),
    enterprises: catalogue.enterprises.map(enterpriseData),
    seasons: catalogue.seasons.map(seasonData),
    sessions: catalogue.sessions.map(sessionData),
    events: catalogue.events.map(eventData),
  };
}

export type SiteData = ReturnType<typeof siteData>;
