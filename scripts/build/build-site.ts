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
import { explainDisk, projectRoot, runTool, StageError, timed } from './stages.ts';
import { freshFolder, moveFolder, swapIn } from './swap.ts';
import { refuseForeignFolder } from './target-folder.ts';
import { takeTurn } from './turn.ts';

export type BuildOptions = {
  settings: Settings;
  /** Environment of the build, from which the settings were read. */
  env: NodeJS.ProcessEnv;
  /** Where a wait for another build is told; standard error unless given. */
  say?: (line: string) => void;
};

/** Caches and locks, beside the project's sources; ignored by git. */
const WORKSHOP = path.join(projectRoot, '.cache');
/** Pages of a site that is to stand outside the project. */
const PAGES = path.join(WORKSHOP, 'pages');

export type BuildReport = { stages: Stage[]; pages: number; outDir: string };

/**
 * Builds the site into `settings.outDir`.
 * @throws StageError when content, pages or the finished site have faults; the last good build stays untouched.
 */
export async function buildSite({ settings, env, say }: BuildOptions): Promise<BuildReport> {
  try {
    const turn = await takeTurn({
      folder: WORKSHOP,
      work: 'build',
      onWait: (holder) => {
        (say ?? toStderr)(waitingFor(holder));
      },
    });
    try {
      return await buildAlone(settings, env);
    } finally {
      turn.end();
    }
  } catch (error) {
    throw explainDisk(error);
  }
}

function waitingFor(holder: number | null): string {
  const who = holder === null ? '' : ` (процесс ${holder})`;
  return `В этой папке проекта уже идёт другая сборка${who}. Жду, пока она закончится…`;
}

function toStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function buildAlone(settings: Settings, env: NodeJS.ProcessEnv): Promise<BuildReport> {
  const stages: Stage[] = [];
  const target = path.resolve(projectRoot, settings.outDir);
  const contentDir = path.resolve(projectRoot, settings.contentDir);
  await timed(stages, 'check', () => checkBeforeBuild(contentDir, settings.buildInstant ?? Date.now()));
  await refuseForeignFolder(target, [projectRoot, contentDir]);
  const fresh = await freshFolder(target);
  try {
    await timed(stages, 'astro', () => makePages(fresh, { ...env, CONTENT_DIR: contentDir }));
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
    await rm(PAGES, { recursive: true, force: true });
    throw error;
  }
}

/**
 * The pages, made inside the project wherever the site is to stand: Astro runs its half-made pages from that folder,
 * and from outside they would not find the packages.
 */
async function makePages(fresh: string, env: NodeJS.ProcessEnv): Promise<void> {
  const inside = fresh.startsWith(projectRoot + path.sep);
  const place = inside ? fresh : PAGES;
  await rm(place, { recursive: true, force: true });
  await runTool('astro', ['build', '--silent'], { ...env, OUT_DIR: place });
  if (inside) return;
  await rm(fresh, { recursive: true, force: true });
  await moveFolder(place, fresh);
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
