/** The plate of every enterprise as a file: `/plates/<id>.svg`. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogue } from '../../data/catalogue.ts';
import { keptPaths } from '../../data/kept-paths.ts';
import type { PlateSubject } from '../../plates/plate.ts';
import { plateSvg } from '../../plates/plate.ts';

export const getStaticPaths = (async () =>
  keptPaths(
    (await catalogue()).enterprises.map(({ id, industry, makes }) => ({
      params: { id },
      props: { id, industry: industry.id, makes },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<PlateSubject> = ({ props }) =>
  new Response(plateSvg(props), { headers: { 'content-type': 'image/svg+xml' } });
