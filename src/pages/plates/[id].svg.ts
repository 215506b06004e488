/** The plate of every enterprise as a file: `/plates/<id>.svg`. */
import { catalogue } from '../../data/catalogue.ts';
import { fileRoute } from '../../data/file-route.ts';
import type { PlateSubject } from '../../plates/plate.ts';
import { plateSvg } from '../../plates/plate.ts';

export const { getStaticPaths, GET } = fileRoute<PlateSubject>({
  files: async () =>
    (await catalogue()).enterprises.map(({ id, industry, makes }) => ({
      path: `/plates/${id}.svg`,
      params: { id },
      props: { id, industry: industry.id, makes },
    })),
  text: plateSvg,
  type: 'image/svg+xml',
});
