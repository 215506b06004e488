/** The whole build: check the content, make the pages, index them, check the result, swap it in. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../../src/settings/settings.ts';
import { makePictures } from '../pictures/make-pictures.ts';
import { SearchIndexError, withSearchIndex } from '../search/index.ts';
import { siteFaults, siteFiles } from '../site/check-site.ts';
import type { PageFacts } from '../site/page-facts.ts';
import { renderSiteFaults } from '../site/rules.ts';
import { checkBeforeBuild } from './content-gate.ts';
import { finishPages } from './finish-pages.ts';
import type { Stage } from './stages.ts';
import { projectRoot, runTool, StageError, timed } from './stages.ts';
import { freshFolder, swapIn } from './swap.ts';

export type BuildOptions = {
  settings: Settings;
  /** Environment of the build, from which the settings were read. */
  env: NodeJS.ProcessEnv;
};

export type BuildReport = { stages: Stage[]; pages: number; outDir: string };

/**
 * Builds the site into `settings.outDir`.
 * @throws StageError when content, pages or the finished site have faults; the last good build stays untouched.
 */
export async function buildSite({ settings, env }: BuildOptions): Promise<BuildReport> {
  const stages: Stage[] = [];
  const target = path.resolve(projectRoot, settings.outDir);
  const contentDir = path.resolve(projectRoot, settings.contentDir);
  await timed(stages, 'check', () => checkBeforeBuild(contentDir, settings.buildInstant ?? Date.now()));
  const fresh = await freshFolder(target);
  try {
    await timed(stages, 'astro', () =>
      runTool('astro', ['build', '--silent'], { ...env, OUT_DIR: fresh, CONTENT_DIR: contentDir }),
    );
    // Pictures are drawn on other threads and the index is filled in another process: they share the time.
    const [facts] = await allOrFirstFault([
      indexOrExplain(stages, fresh, settings),
      timed(stages, 'pictures', () => drawOrExplain(fresh, env.PICTURES_CACHE_DIR)),
    ]);
    const pages = await timed(stages, 'site-check', async () => {
      const files = new Set((await siteFiles(fresh)).map((name) => `/${name}`));
      const faults = renderSiteFaults(siteFaults(facts, files, settings.siteUrl));
      if (faults.length > 0) throw new StageError(faults.join('\n'));
      return facts.length;
    });
    await swapIn(fresh, target);
    return { stages, pages, outDir: target };
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

/**
 * The pass over the pages (`pages`) and the writing of the index that it filled (`search`).
 * @throws StageError: an index that could not be made is a fault for the person at the keyboard, like any other.
 */
async function indexOrExplain(stages: Stage[], dir: string, settings: Settings): Promise<PageFacts[]> {
  try {
    return await withSearchIndex(dir, async (index) => {
      const facts = await timed(stages, 'pages', () => finishPages(dir, settings, index));
      await timed(stages, 'search', () => index.write());
      return facts;
    });
  } catch (error) {
    throw error instanceof SearchIndexError ? new StageError(error.message) : error;
  }
}

/** Waits for both even when one fails: nothing may still write into a folder that is being removed. */
async function allOrFirstFault<A, B>(work: readonly [Promise<A>, Promise<B>]): Promise<[A, B]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

/** Pictures are drawn once: the cache stands beside the project and outlives every build; the bench has its own. */
async function drawOrExplain(
  siteDir: string,
  cacheDir = path.join(projectRoot, '.cache', 'pictures'),
): Promise<void> {
  try {
    await makePictures({ siteDir, cacheDir });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StageError(`Картинки для соцсетей не нарисованы: ${reason}`);
  }
}
