/** Pages that the build may keep from the one before. */
import { mark } from '../reads/digest.ts';
import { trackedContent } from './catalogue.ts';

/**
 * Paths for `getStaticPaths`, each with the key of its props: such a page is made again only when they, or anything
 * that it read of the content, or the code have changed. The props are plain data and entries of the catalogue.
 */
export async function keptPaths<P extends { props: object }>(
  paths: readonly P[],
): Promise<(P & { cacheKey: string })[]> {
  const { textOf } = await trackedContent();
  return paths.map((path) => ({ ...path, cacheKey: mark(textOf(path.props)) }));
}
