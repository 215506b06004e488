/** Where Astro and the build keep what they need again, for one folder of content. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { projectRoot } from './stages.ts';

/**
 * The folder for this content, below CACHE_DIR or the project's own. Astro's store of entries remembers where each
 * file stood and believes it for as long as the text is the same: a folder of content that had another's store would
 * show the other's paths, and fail once those are gone.
 */
export function cacheFolder(contentDir: string, env: NodeJS.ProcessEnv): string {
  const ofThisContent = createHash('sha256')
    .update(path.resolve(projectRoot, contentDir))
    .digest('hex')
    .slice(0, 12);
  return path.resolve(projectRoot, env.CACHE_DIR ?? path.join('.cache', 'astro'), ofThisContent);
}
