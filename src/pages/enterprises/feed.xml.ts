/** New enterprises as Atom. */
import type { APIRoute } from 'astro';
import { catalogue } from '../../data/catalogue.ts';
import { contentHistory } from '../../data/history.ts';
import { siteIdentity } from '../../data/site.ts';
import { atomText } from '../../seo/atom.ts';
import { enterprisesFeed } from '../../seo/feeds.ts';

export const GET: APIRoute = async () =>
  new Response(atomText(enterprisesFeed(await catalogue(), await contentHistory()), siteIdentity));
