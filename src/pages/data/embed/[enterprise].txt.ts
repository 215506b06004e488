/** A list of visits to paste into the enterprise's own site. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogue } from '../../../data/catalogue.ts';
import { siteIdentity } from '../../../data/site.ts';
import type { EnterpriseView } from '../../../domain/catalogue.ts';
import { embeddedSessions, embedHtml } from '../../../seo/open-data/embed.ts';
import type { Instant } from '../../../time/moscow.ts';

type Props = { enterprise: EnterpriseView; now: Instant };

export const getStaticPaths = (async () => {
  const { enterprises, now } = await catalogue();
  return enterprises
    .filter((enterprise) => embeddedSessions(enterprise).length > 0)
    .map((enterprise) => ({ params: { enterprise: enterprise.id }, props: { enterprise, now } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props }) =>
  new Response(embedHtml(props.enterprise, siteIdentity, props.now));
