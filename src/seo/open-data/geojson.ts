/** What has a place on a map as GeoJSON (RFC 7946: longitude first). */
import type { Catalogue, EnterpriseView, SessionView } from '../../domain/catalogue.ts';
import { isoMoscow } from '../../time/moscow.ts';
import { atEnterprise } from '../session-event.ts';
import type { SiteIdentity } from '../site.ts';
import { absolute } from '../site.ts';

type Properties = Readonly<Record<string, string | number | boolean | null>>;

function feature(id: string, { coordinates }: EnterpriseView, properties: Properties): object[] {
  if (coordinates === undefined) return [];
  return [
    {
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates: [coordinates.lon, coordinates.lat] },
      properties,
    },
  ];
}

function collection(features: readonly object[]): string {
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
}

/** The text of `enterprises.geojson`: enterprises with known coordinates. */
export function enterprisesGeoJson({ enterprises }: Catalogue, site: SiteIdentity): string {
  return collection(
    enterprises.flatMap((enterprise) =>
      feature(enterprise.id, enterprise, {
        name: enterprise.name,
        makes: enterprise.makes,
        industry: enterprise.industry.id,
        okrug: enterprise.okrug?.id ?? null,
        address: enterprise.address ?? null,
        url: absolute(site, enterprise.url),
        demo: enterprise.demo,
      }),
    ),
  );
}

/** The sessions that have a point: those at the enterprise's own address, whose coordinates are known. */
export function locatedSessions({ sessions }: Catalogue): SessionView[] {
  return sessions.filter((session) => atEnterprise(session) && session.enterprise.coordinates !== undefined);
}

/** The text of `sessions.geojson`. */
export function sessionsGeoJson(catalogue: Catalogue, site: SiteIdentity): string {
  return collection(
    locatedSessions(catalogue).flatMap((session) =>
      feature(session.id, session.enterprise, {
        title: session.title,
        enterprise: session.enterprise.id,
        season: session.season.id,
        format: session.format.id,
        startsAt: isoMoscow(session.startsAt),
        endsAt: isoMoscow(session.endsAt),
        status: session.status,
        url: absolute(site, session.url),
        demo: session.demo,
      }),
    ),
  );
}
