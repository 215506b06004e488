/** Sessions as a table. */
import type { APIRoute } from 'astro';
import { catalogue } from '../../data/catalogue.ts';
import { siteIdentity } from '../../data/site.ts';
import { sessionsCsv } from '../../seo/open-data/csv.ts';

export const GET: APIRoute = async () => new Response(sessionsCsv(await catalogue(), siteIdentity));
