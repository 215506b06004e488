/** What search engines need not visit. */
import type { APIRoute } from 'astro';
import { siteIdentity } from '../data/site.ts';
import { robotsText } from '../seo/sitemap.ts';

export const GET: APIRoute = () => new Response(robotsText(siteIdentity));
