/** Enterprises on a map. */
import type { APIRoute } from 'astro';
import { catalogue } from '../../data/catalogue.ts';
import { siteIdentity } from '../../data/site.ts';
import { enterprisesGeoJson } from '../../seo/open-data/geojson.ts';

export const GET: APIRoute = async () => new Response(enterprisesGeoJson(await catalogue(), siteIdentity));
