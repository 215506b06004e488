/** Enterprises as a table. */
import type { APIRoute } from 'astro';
import { catalogue } from '../../data/catalogue.ts';
import { siteIdentity } from '../../data/site.ts';
import { enterprisesCsv } from '../../seo/open-data/csv.ts';

export const GET: APIRoute = async () => new Response(enterprisesCsv(await catalogue(), siteIdentity));
