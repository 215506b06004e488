/** The whole build: check the content, make the pages, index them, check the result, swap it in. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../../src/settings/settings.ts';
import { makePictures } from '../pictures/make-pictures.ts';
import { indexSite, SearchIndexError } from '../search/index.ts';
import { checkSite } from '../site/check-site.ts';
import { checkBeforeBuild } from './content-gate.ts';
import { sealPages } from './seal-pages.ts';
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
    await timed(stages, 'pictures', () => drawOrExplain(fresh));
    await timed(stages, 'search', () => indexOrExplain(fresh));
    await timed(stages, 'seal', () => sealPages(fresh, settings));
    const pages = await timed(stages, 'site-check', async () => {
      const report = await checkSite(fresh, settings);
      if (report.faults.length > 0) throw new StageError(report.faults.join('\n'));
      return report.pages;
    });
    await swapIn(fresh, target);
    return { stages, pages, outDir: target };
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

/** An index that could not be made is a fault for the person at the keyboard, like any other stage's. */
async function indexOrExplain(dir: string): Promise<void> {
  try {
    await indexSite(dir);
  } catch (error) {
    throw error instanceof SearchIndexError ? new StageError(error.message) : error;
  }
}

/** Pictures are drawn once: the cache stands beside the project and outlives every build. */
async function drawOrExplain(siteDir: string): Promise<void> {
  try {
    await makePictures({ siteDir, cacheDir: path.join(projectRoot, '.cache', 'pictures') });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StageError(`Картинки для соцсетей не нарисованы: ${reason}`);
  }
}
