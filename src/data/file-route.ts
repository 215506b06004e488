/** Routes of files that are one text each. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { plainFiles } from '../reads/plain-files.ts';
import { keptPaths } from './kept-paths.ts';

export type RouteFile<P extends Record<string, unknown>> = {
  /** Address on the site, which the route's pattern gives of the params too. */
  path: string;
  params: Record<string, string>;
  props: P;
};

export type FileRoute<P extends Record<string, unknown>> = {
  files: () => Promise<readonly RouteFile<P>[]>;
  /** The text of a file; null: there is none. */
  text: (props: P) => string | null | Promise<string | null>;
  /** Media type, where the ending of the address does not tell it. */
  type?: string;
};

/**
 * What such a route exports. A build that makes these files itself is given them, and Astro has none to make; the
 * props are plain data and entries of the catalogue.
 */
export function fileRoute<P extends Record<string, unknown>>({
  files,
  text,
  type,
}: FileRoute<P>): {
  getStaticPaths: GetStaticPaths;
  GET: APIRoute<P>;
} {
  return {
    getStaticPaths: async () => {
      const paths = await keptPaths(await files());
      if (!plainFiles.wanted) return paths;
      for (const { path, props, cacheKey } of paths)
        plainFiles.list.push({ name: path.slice(1), key: cacheKey, text: () => text(props) });
      return [];
    },
    GET: async ({ props }) => {
      const body = await text(props);
      const headers: HeadersInit = type === undefined ? {} : { 'content-type': type };
      return new Response(body, { headers, status: body === null ? 404 : 200 });
    },
  };
}
