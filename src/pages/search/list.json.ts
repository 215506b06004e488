/** The list of instant answers; loaded when a search box is focused. */
import type { APIRoute } from 'astro';
import { catalogue } from '../../data/catalogue.ts';
import { buildList } from '../../search/build-list.ts';
import { packList } from '../../search/pack-list.ts';

export const GET: APIRoute = async () =>
  new Response(`${JSON.stringify(packList(buildList(await catalogue())))}\n`);
