/** The whole build: check the content, make pages, pictures and index side by side, check the result, swap it in. */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../../src/settings/settings.ts';
import { siteFaults, siteFiles } from '../site/check-site.ts';
import { renderSiteFaults } from '../site/rules.ts';
import { checkBeforeBuild } from './content-gate.ts';
import { runAstro } from './follow/run-astro.ts';
import type { KeptFiles } from './kept/kept-files.ts';
import { noKeptFiles, openKeptFiles } from './kept/kept-files.ts';
import { makingsOf } from './kept/makings.ts';
import { makeSite } from './make-site.ts';
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
/** Pages of a site that is to stand outside the project. */
const PAGES = path.join(WORKSHOP, 'pages');

export type BuildReport = {
  stages: Stage[];
  pages: number;
  /** So many files of the site, pages among them, are those of the build before. */
  kept: number;
  outDir: string;
};

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
  let keptFiles: Promise<KeptFiles> | undefined;
  try {
    const mayGo = timed(stages, 'check', async () => {
      await checkBeforeBuild(contentDir, settings.buildInstant ?? Date.now());
      await refuseForeignFolder(target, [projectRoot, contentDir]);
      await removeLeftovers(target);
      await rm(place, { recursive: true, force: true });
    });
    const kept = mayGo.then(() => openKept(settings, contentDir, env));
    // Awaited when Astro has ended; until then a refusal must not count as nobody's.
    kept.catch(() => undefined);
    keptFiles = kept;
    const siteEnv = { ...env, CONTENT_DIR: contentDir, OUT_DIR: place };
    const {
      facts,
      readings,
      kept: same,
    } = await makeSite({
      stages,
      place,
      settings,
      picturesDir: env.PICTURES_CACHE_DIR ?? path.join(WORKSHOP, 'pictures'),
      kept,
      astro: (run) => runAstro({ env: siteEnv, mayGo: kept.then(({ known }) => known), ...run }),
    });
    const pages = await timed(stages, 'site-check', async () => {
      const files = new Set((await siteFiles(place)).map((name) => `/${name}`));
      const faults = renderSiteFaults(siteFaults(facts, files, settings.siteUrl));
      if (faults.length > 0) throw new StageError(faults.join('\n'));
      return facts.length;
    });
    if (place !== fresh) await moveFolder(place, fresh);
    await swapIn(fresh, target);
    (await kept).save(readings);
    return { stages, pages, kept: same, outDir: target };
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    await rm(place, { recursive: true, force: true });
    throw error;
  } finally {
    const [kept] = await Promise.allSettled([keptFiles]);
    if (kept.status === 'fulfilled') kept.value?.close();
  }
}

/** How kept files are used: `check` makes them all again and refuses a build in which one has come out otherwise. */
const WAYS = ['use', 'check', 'off'];

/**
 * The files kept of the build before this one, of the same folder of content.
 * @throws StageError for a wrong KEPT_PAGES.
 */
async function openKept(settings: Settings, contentDir: string, env: NodeJS.ProcessEnv): Promise<KeptFiles> {
  const way = env.KEPT_PAGES ?? 'use';
  if (!WAYS.includes(way))
    throw new StageError(
      `Настройка KEPT_PAGES: неверное значение. Написано: «${way}». Нужно: ${WAYS.join(', ')}.`,
    );
  if (way === 'off') return noKeptFiles();
  const folder = env.CACHE_DIR ?? path.join(WORKSHOP, 'astro');
  const ofThisContent = createHash('sha256').update(contentDir).digest('hex').slice(0, 12);
  const file = path.join(folder, `pages-${ofThisContent}.sqlite`);
  return openKeptFiles(file, await makingsOf(settings, contentDir), way === 'check');
}
