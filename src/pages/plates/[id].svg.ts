/** The plate of every enterprise as a file: `/plates/<id>.svg`. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogue } from '../../data/catalogue.ts';
import { plateSvg } from '../../plates/plate.ts';

export const getStaticPaths = (async () =>
  (await catalogue()).enterprises.map(({ id, industry, makes }) => ({
    params: { id },
    props: { svg: plateSvg({ id, industry: industry.id, makes }) },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ svg: string }> = ({ props }) =>
  new Response(props.svg, { headers: { 'content-type': 'image/svg+xml' } });
