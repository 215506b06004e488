/** Addresses that have moved; hosts' configurations are made from it. */
import type { APIRoute } from 'astro';
import { catalogue } from '../../data/catalogue.ts';
import { redirectsOf } from '../../seo/redirects.ts';

export const GET: APIRoute = async () => new Response(`${JSON.stringify(redirectsOf(await catalogue()))}\n`);
