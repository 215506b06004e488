/** What is to be drawn beside the pages: read by the build, which does the drawing and then takes the file away. */
import type { APIRoute } from 'astro';
import { catalogue } from '../../data/catalogue.ts';
import { siteIdentity } from '../../data/site.ts';
import type { Drawings } from '../../seo/drawings.ts';
import { sessionCodes } from '../../seo/session-codes.ts';
import { socialCards } from '../../seo/social-cards.ts';

export const GET: APIRoute = async () => {
  const all = await catalogue();
  const drawings: Drawings = {
    cards: socialCards(all),
    codes: sessionCodes(all, siteIdentity),
  };
  return new Response(JSON.stringify(drawings));
};
