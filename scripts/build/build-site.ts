/** The whole build, one at a time in this project: Astro is started at once, and what the work needs is loaded meanwhile. */
import path from 'node:path';
import type { Settings } from '../../src/settings/settings.ts';
import type { BuildReport } from './build-alone.ts';
import { startAstro } from './follow/run-astro.ts';
import { explainDisk, projectRoot } from './stages.ts';
import { freshFolder } from './swap.ts';
import { refuseWorkFolder } from './target-folder.ts';
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
/**
 * The site while it is made, wherever it is to stand. Inside the project: Astro runs its half-made pages from that
 * folder, and from outside they would not find the packages. Always the same: the compiled code of these pages is
 * kept by where it lies.
 */
const PAGES = path.join(WORKSHOP, 'pages');

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
      return await buildInTurn(settings, env);
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

async function buildInTurn(settings: Settings, env: NodeJS.ProcessEnv): Promise<BuildReport> {
  const target = path.resolve(projectRoot, settings.outDir);
  const contentDir = path.resolve(projectRoot, settings.contentDir);
  refuseWorkFolder(target, PAGES);
  const fresh = freshFolder(target);
  const astro = startAstro({ ...env, CONTENT_DIR: contentDir, OUT_DIR: PAGES });
  try {
    const { buildAlone } = await import('./build-alone.ts');
    return await buildAlone({
      settings,
      env,
      workshop: WORKSHOP,
      target,
      contentDir,
      fresh,
      place: PAGES,
      astro,
    });
  } finally {
    await astro.end();
  }
}
