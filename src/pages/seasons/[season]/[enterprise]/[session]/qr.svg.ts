/** The code with the session's address, for its printed pass. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { sessionParams } from '../../../../../data/calendars.ts';
import { catalogue } from '../../../../../data/catalogue.ts';
import { siteIdentity } from '../../../../../data/site.ts';
import { qrSvg } from '../../../../../seo/qr.ts';
import { absolute } from '../../../../../seo/site.ts';

type Props = { url: string };

export const getStaticPaths = (async () =>
  (await catalogue()).sessions.map((session) => ({
    params: sessionParams(session.id),
    props: { url: session.url },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props }) => new Response(qrSvg(absolute(siteIdentity, props.url)));
