/** Open data of the whole site (STABLE shape, described by /data/schema.json). */
import type { APIRoute } from 'astro';
import { catalogue } from '../../data/catalogue.ts';
import { siteData } from '../../domain/site-data.ts';

export const GET: APIRoute = async () => new Response(`${JSON.stringify(siteData(await catalogue()))}\n`);
