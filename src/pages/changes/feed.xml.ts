/** «Что изменилось в программе» as Atom. */
import type { APIRoute } from 'astro';
import { catalogue } from '../../data/catalogue.ts';
import { contentHistory } from '../../data/history.ts';
import { programmeChanges } from '../../data/programme-changes.ts';
import { siteIdentity } from '../../data/site.ts';
import { atomText } from '../../seo/atom.ts';
import { changesFeed } from '../../seo/feeds.ts';

export const GET: APIRoute = async () => {
  const { changes } = await programmeChanges();
  return new Response(
    atomText(changesFeed(await catalogue(), await contentHistory(), changes), siteIdentity),
  );
};
