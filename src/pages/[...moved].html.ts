/** Pages that forward from old addresses, for hosts that cannot redirect. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogue } from '../data/catalogue.ts';
import { keptPaths } from '../data/kept-paths.ts';
import { siteIdentity } from '../data/site.ts';
import type { Redirect } from '../seo/redirects.ts';
import { redirectPage, redirectsOf } from '../seo/redirects.ts';

type Props = { redirect: Redirect };

export const getStaticPaths = (async () =>
  keptPaths(
    redirectsOf(await catalogue()).map((redirect) => ({
      params: { moved: `${redirect.from.slice(1)}index` },
      props: { redirect },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props }) => new Response(redirectPage(props.redirect, siteIdentity));
