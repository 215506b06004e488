/** Enterprises with known coordinates as GeoJSON (RFC 7946: longitude first). */
import type { Catalogue } from '../../domain/catalogue.ts';
import type { SiteIdentity } from '../site.ts';
import { absolute } from '../site.ts';

/** The text of `enterprises.geojson`. */
export function enterprisesGeoJson({ enterprises }: Catalogue, site: SiteIdentity): string {
  const features = enterprises.flatMap((enterprise) => {
    const { coordinates } = enterprise;
    if (coordinates === undefined) return [];
    return [
      {
        type: 'Feature',
        id: enterprise.id,
        geometry: { type: 'Point', coordinates: [coordinates.lon, coordinates.lat] },
        properties: {
          name: enterprise.name,
          makes: enterprise.makes,
          industry: enterprise.industry.id,
          okrug: enterprise.okrug?.id ?? null,
          address: enterprise.address ?? null,
          url: absolute(site, enterprise.url),
          demo: enterprise.demo,
        },
      },
    ];
  });
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
}
