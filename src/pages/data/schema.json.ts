/** What the fields of site.json mean, for programs. */
import type { APIRoute } from 'astro';
import { siteDataJsonSchema } from '../../domain/site-data-schema.ts';

export const GET: APIRoute = () => new Response(`${JSON.stringify(siteDataJsonSchema(), null, 1)}\n`);
