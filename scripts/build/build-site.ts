/** The whole build: check the content, make pages, pictures and index side by side, check the result, swap it in. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../../src/settings/settings.ts';
import { siteFaults, siteFiles } from '../site/check-site.ts';
import { renderSiteFaults } from '../site/rules.ts';
import { checkBeforeBuild } from './content-gate.ts';
import { runAstro } from './follow/run-astro.ts';
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
    const siteEnv = { ...env, CONTENT_DIR: contentDir, OUT_DIR: place };
    const facts = await makeSite({
      stages,
      place,
      settings,
      picturesDir: env.PICTURES_CACHE_DIR ?? path.join(WORKSHOP, 'pictures'),
      astro: (run) => runAstro({ env: siteEnv, mayGo, ...run }),
    });
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
