/** Visits on a map. */
import type { APIRoute } from 'astro';
import { catalogue } from '../../data/catalogue.ts';
import { siteIdentity } from '../../data/site.ts';
import { sessionsGeoJson } from '../../seo/open-data/geojson.ts';

export const GET: APIRoute = async () => new Response(sessionsGeoJson(await catalogue(), siteIdentity));
