/** The work of a build: check the content, make pages, pictures and index side by side, check the result, swap it in. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../../src/settings/settings.ts';
import { wrongSetting } from '../../src/settings/settings.ts';
import { pagePath, siteFaults, siteFiles } from '../site/check-site.ts';
import type { PageFacts } from '../site/page-facts.ts';
import { renderSiteFaults } from '../site/rules.ts';
import { cacheFolder } from './cache-folder.ts';
import { checkBeforeBuild } from './content-gate.ts';
import type { StartedAstro } from './follow/run-astro.ts';
import type { KeptFiles } from './kept/kept-files.ts';
import { noKeptFiles, openKeptFiles } from './kept/kept-files.ts';
import { makingsOf } from './kept/makings.ts';
import { makeSite } from './make-site.ts';
import type { Stage } from './stages.ts';
import { projectRoot, StageError, timed } from './stages.ts';
import { moveFolder, removeLeftovers, swapIn } from './swap.ts';
import { refuseForeignFolder } from './target-folder.ts';

export type BuildReport = {
  stages: Stage[];
  pages: number;
  /** So many files of the site, pages among them, are those of the build before. */
  kept: number;
  /** Why nothing is kept for the next build; null: it is. */
  notSaved: string | null;
  outDir: string;
};

export type BuildPlan = {
  settings: Settings;
  env: NodeJS.ProcessEnv;
  /** The folder of caches and locks. */
  workshop: string;
  /** Where the site is to stand, … */
  target: string;
  /** … the folder beside it that takes its place, … */
  fresh: string;
  /** … and the one in which it is made. */
  place: string;
  contentDir: string;
  /** Started for this content and place, and followed by nobody yet. */
  astro: StartedAstro;
};

/** Builds the site when no other build does. @throws StageError; the last good build stays untouched. */
export async function buildAlone(plan: BuildPlan): Promise<BuildReport> {
  const { settings, env, workshop, target, fresh, place, contentDir, astro } = plan;
  const stages: Stage[] = [];
  let keptFiles: Promise<KeptFiles> | undefined;
  try {
    const mayGo = timed(stages, 'check', async () => {
      await checkBeforeBuild(contentDir, settings.buildInstant ?? Date.now());
      await refuseForeignFolder(target, [projectRoot, contentDir]);
      await removeLeftovers(target);
      await rm(place, { recursive: true, force: true });
    });
    const kept = mayGo.then(() => openKept(plan));
    // Awaited when Astro has ended; until then a refusal must not count as nobody's.
    kept.catch(() => undefined);
    keptFiles = kept;
    const {
      facts,
      readings,
      kept: same,
    } = await makeSite({
      stages,
      place,
      settings,
      picturesDir: env.PICTURES_CACHE_DIR ?? path.join(workshop, 'pictures'),
      kept,
      astro: (following) => astro.follow({ mayGo: kept.then(({ known }) => known), ...following }),
      check: (facts) => timed(stages, 'site-check', () => checkMade(facts, place, settings.siteUrl)),
    });
    await moveFolder(place, fresh);
    await swapIn(fresh, target);
    const notSaved = (await kept).save(readings);
    return { stages, pages: facts.length, kept: same, notSaved, outDir: target };
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    await rm(place, { recursive: true, force: true });
    throw error;
  } finally {
    const [kept] = await Promise.allSettled([keptFiles]);
    if (kept.status === 'fulfilled') kept.value?.close();
  }
}

/** @throws StageError with all that is wrong with the finished pages. */
async function checkMade(facts: readonly PageFacts[], place: string, siteUrl: string): Promise<void> {
  // What the search asks for is its own; it may be half written.
  const names = (await siteFiles(place)).filter((name) => !name.startsWith('pagefind/'));
  const checked = new Set(facts.map((page) => page.path));
  const late = names.find((name) => name.endsWith('.html') && !checked.has(pagePath(name)));
  if (late !== undefined) throw new StageError(`${late}: страница появилась после других и не проверена.`);
  const faults = renderSiteFaults(siteFaults(facts, new Set(names.map((name) => `/${name}`)), siteUrl));
  if (faults.length > 0) throw new StageError(faults.join('\n'));
}

/** How kept files are used: `check` makes them all again and refuses a build in which one has come out otherwise. */
const WAYS = ['use', 'check', 'off'];

/**
 * The files kept of the build before this one, of the same folder of content.
 * @throws StageError for a wrong KEPT_PAGES.
 */
async function openKept({ settings, env, contentDir }: BuildPlan): Promise<KeptFiles> {
  const way = env.KEPT_PAGES ?? 'use';
  if (!WAYS.includes(way)) throw new StageError(wrongSetting('KEPT_PAGES', way, WAYS.join(', ')));
  if (way === 'off') return noKeptFiles();
  const file = path.join(cacheFolder(contentDir, env), 'pages.sqlite');
  return openKeptFiles(file, await makingsOf(settings, contentDir), way === 'check');
}
