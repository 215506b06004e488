/** The whole build: check the content, make pages, pictures and index side by side, check the result, swap it in. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../../src/settings/settings.ts';
import type { SocialCard } from '../../src/seo/social-cards.ts';
import { makePictures } from '../pictures/make-pictures.ts';
import type { SearchIndex } from '../search/index.ts';
import { openSearchIndex, SearchIndexError } from '../search/index.ts';
import { siteFaults, siteFiles } from '../site/check-site.ts';
import type { PageFacts } from '../site/page-facts.ts';
import { renderSiteFaults } from '../site/rules.ts';
import { checkBeforeBuild } from './content-gate.ts';
import { pageFinisher } from './finish-pages.ts';
import { followFiles } from './follow/follow-files.ts';
import { runAstro } from './follow/run-astro.ts';
import type { Stage } from './stages.ts';
import { explainDisk, projectRoot, StageError, timed } from './stages.ts';
import { freshFolder, moveFolder, removeLeftovers, swapIn } from './swap.ts';
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
/** The files that the build reads beside pages: open data, of which the search takes its filters, and … */
const OPEN_DATA = 'data/site.json';
/** … what stands on the social pictures, a list for this build alone. */
const CARDS = 'data/social-cards.json';
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
  const fresh = freshFolder(target);
  // Made inside the project wherever the site is to stand: Astro runs its half-made pages from that folder, and
  // from outside they would not find the packages.
  const place = fresh.startsWith(projectRoot + path.sep) ? fresh : PAGES;
  try {
    const mayGo = timed(stages, 'check', async () => {
      await checkBeforeBuild(contentDir, settings.buildInstant ?? Date.now());
      await refuseForeignFolder(target, [projectRoot, contentDir]);
      await removeLeftovers(target);
      await rm(place, { recursive: true, force: true });
    });
    // Awaited when Astro has ended; until then a refusal must not count as nobody's.
    mayGo.catch(() => undefined);
    const facts = await makeSite(
      stages,
      place,
      settings,
      { ...env, CONTENT_DIR: contentDir, OUT_DIR: place },
      mayGo,
    );
    const pages = await timed(stages, 'site-check', async () => {
      const files = new Set((await siteFiles(place)).map((name) => `/${name}`));
      const faults = renderSiteFaults(siteFaults(facts, files, settings.siteUrl));
      if (faults.length > 0) throw new StageError(faults.join('\n'));
      return facts.length;
    });
    if (place !== fresh) await moveFolder(place, fresh);
    await swapIn(fresh, target);
    return { stages, pages, outDir: target };
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    await rm(place, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Everything that stands in the site, in `place`. Astro makes the pages in a process of its own; meanwhile this one
 * finishes those that stand and Pagefind reads them. Pictures are drawn when Astro's memory has been given back.
 */
async function makeSite(
  stages: Stage[],
  place: string,
  settings: Settings,
  env: NodeJS.ProcessEnv,
  mayGo: Promise<void>,
): Promise<PageFacts[]> {
  const finisher = pageFinisher(place, settings);
  const stop = new AbortController();
  let index: Promise<SearchIndex> | undefined;
  let cards: SocialCard[] | undefined;
  let pictures: Promise<void> | undefined;
  const files = followFiles({
    dir: place,
    isWhole,
    take: async (name, text) => {
      if (name === OPEN_DATA) {
        index = openSearchIndex(text);
        await finisher.indexInto(await index);
      } else if (name === CARDS) cards = JSON.parse(text) as SocialCard[];
      else await finisher.finish(name, text);
    },
  });
  try {
    await timed(stages, 'astro', () =>
      runAstro({
        env,
        mayGo,
        onFile: (name) => {
          if (name.endsWith('.html') || name === OPEN_DATA || name === CARDS) files.expect(name);
        },
        onNone: files.forget,
      }),
    );
    await files.end();
    const onCards = needed(cards, CARDS);
    pictures = timed(stages, 'pictures', () =>
      drawOrExplain(onCards, place, stop.signal, env.PICTURES_CACHE_DIR),
    );
    // Awaited at the end; a failure in between must not count as nobody's.
    pictures.catch(() => undefined);
    const facts = await finisher.rest();
    stages.push({ name: 'pages', milliseconds: Math.round(finisher.busy()) });
    const search = await needed(index, OPEN_DATA);
    await timed(stages, 'search', () => search.write(place));
    await pictures;
    await rm(path.join(place, CARDS));
    return facts;
  } catch (error) {
    stop.abort(error);
    throw error instanceof SearchIndexError ? new StageError(error.message) : error;
  } finally {
    // Nothing may still write into a folder that is being removed.
    await files.stop();
    await Promise.allSettled([pictures, index?.then((one) => one.close())]);
  }
}

/** Pages end with their last tag, lists with their last bracket. */
function isWhole(name: string, text: string): boolean {
  return name.endsWith('.html') ? /<\/html>\s*$/.test(text.slice(-20)) : isJson(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** @throws StageError when Astro ended without the list on which the work depends. */
function needed<T>(made: T | undefined, list: string): T {
  if (made === undefined) throw new StageError(`Astro не сделал «${list}», без него сайт не собрать.`);
  return made;
}

/** Pictures are drawn once: the cache stands beside the project and outlives every build; the bench has its own. */
async function drawOrExplain(
  cards: readonly SocialCard[],
  siteDir: string,
  signal: AbortSignal,
  cacheDir = path.join(projectRoot, '.cache', 'pictures'),
): Promise<void> {
  try {
    await makePictures({ cards, siteDir, cacheDir, signal });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StageError(`Картинки для соцсетей не нарисованы: ${reason}`);
  }
}
