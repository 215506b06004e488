/** Details of sessions and versions of consent for the registration endpoint. */
import type { APIRoute } from 'astro';
import { catalogue } from '../../data/catalogue.ts';
import { endpointDataOf } from '../../registration/endpoint-data.ts';

export const GET: APIRoute = async () =>
  new Response(`${JSON.stringify(endpointDataOf(await catalogue()))}\n`);
