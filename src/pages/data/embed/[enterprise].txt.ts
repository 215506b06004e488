/** A list of visits to paste into the enterprise's own site. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogue } from '../../../data/catalogue.ts';
import { keptPaths } from '../../../data/kept-paths.ts';
import { siteIdentity } from '../../../data/site.ts';
import type { EnterpriseView } from '../../../domain/catalogue.ts';
import { embeddedSessions, embedHtml } from '../../../seo/open-data/embed.ts';
import type { Day } from '../../../time/moscow.ts';

type Props = { enterprise: EnterpriseView; today: Day };

export const getStaticPaths = (async () => {
  const { enterprises, today } = await catalogue();
  return keptPaths(
    enterprises
      .filter((enterprise) => embeddedSessions(enterprise).length > 0)
      .map((enterprise) => ({ params: { enterprise: enterprise.id }, props: { enterprise, today } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props }) =>
  new Response(embedHtml(props.enterprise, siteIdentity, props.today));
