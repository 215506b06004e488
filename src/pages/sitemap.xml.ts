/** Every page for search engines. */
import type { APIRoute } from 'astro';
import { catalogue } from '../data/catalogue.ts';
import { contentHistory } from '../data/history.ts';
import { siteIdentity } from '../data/site.ts';
import { sitemapEntries, sitemapText } from '../seo/sitemap.ts';

export const GET: APIRoute = async () => {
  const entries = sitemapEntries(await catalogue(), await contentHistory());
  return new Response(sitemapText(entries, siteIdentity));
};
