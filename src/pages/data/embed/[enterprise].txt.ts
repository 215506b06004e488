/** A list of visits to paste into the enterprise's own site. */
import { catalogue } from '../../../data/catalogue.ts';
import { fileRoute } from '../../../data/file-route.ts';
import { siteIdentity } from '../../../data/site.ts';
import type { EnterpriseView } from '../../../domain/catalogue.ts';
import { embeddedSessions, embedHtml } from '../../../seo/open-data/embed.ts';
import type { Day } from '../../../time/moscow.ts';

export const { getStaticPaths, GET } = fileRoute<{ enterprise: EnterpriseView; today: Day }>({
  files: async () => {
    const { enterprises, today } = await catalogue();
    return enterprises
      .filter((enterprise) => embeddedSessions(enterprise).length > 0)
      .map((enterprise) => ({
        path: `/data/embed/${enterprise.id}.txt`,
        params: { enterprise: enterprise.id },
        props: { enterprise, today },
      }));
  },
  text: ({ enterprise, today }) => embedHtml(enterprise, siteIdentity, today),
});
