/** The code with the session's address, for the preview: a build draws all of them beside Astro (data/drawings.json). */
import type { APIRoute, GetStaticPaths } from 'astro';
import { sessionParams } from '../../../../../data/calendars.ts';
import { catalogue } from '../../../../../data/catalogue.ts';
import { siteIdentity } from '../../../../../data/site.ts';
import { qrSvg } from '../../../../../seo/qr.ts';
import { absolute } from '../../../../../seo/site.ts';

type Props = { url: string };

export const getStaticPaths = (async () => {
  if (!import.meta.env.DEV) return [];
  const { sessions } = await catalogue();
  return sessions.map(({ id, url }) => ({ params: sessionParams(id), props: { url } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props }) => new Response(qrSvg(absolute(siteIdentity, props.url)));
