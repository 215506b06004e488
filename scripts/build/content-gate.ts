/** The first stage of a build: nothing is built from content that the editors' check refuses. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Instant } from '../../src/time/moscow.ts';
import { checkContent } from '../content/check/check-content.ts';
import { report, summary } from '../content/check/output.ts';
import { StageError } from './stages.ts';

const FOLDERS = ['enterprises', 'seasons', 'events', 'news', 'pages', 'vocabulary'];

/** @throws StageError when the folder is missing, empty or has faults at `now`; warnings let the build go on. */
export async function checkBeforeBuild(contentDir: string, now: Instant): Promise<void> {
  let names: string[];
  try {
    names = await readdir(contentDir);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StageError(`Настройка CONTENT_DIR: папку не прочитать (${reason}). Написано: «${contentDir}».`);
  }
  if (!names.some((name) => FOLDERS.includes(name))) {
    throw new StageError(
      `Настройка CONTENT_DIR: в папке нет записей. Написано: «${path.resolve(contentDir)}». Нужно: папка с ${FOLDERS.join(', ')}.`,
    );
  }
  const errors = (await checkContent(contentDir, { now })).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const shown = path.relative('.', contentDir);
  throw new StageError(
    `${report(errors, shown.startsWith('..') ? contentDir : shown, 'text')}\n${summary(errors)}`,
  );
}
