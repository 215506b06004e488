/** A build replaces its folder whole, so it must never be pointed at a folder that holds anything but a site. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { StageError } from './stages.ts';

const WANTED = 'Нужно: папка только для собранного сайта, например dist.';

/**
 * @param keep folders that a build may neither be nor contain: the project, the content.
 * @throws StageError when the target holds one of them, or holds files and no site.
 */
export async function refuseForeignFolder(target: string, keep: readonly string[]): Promise<void> {
  const kept = keep.find((folder) => folder === target || folder.startsWith(withSeparator(target)));
  if (kept !== undefined) {
    throw new StageError(
      `Настройка OUT_DIR: сборка заменяет папку целиком, а в этой лежит «${kept}». Написано: «${target}». ${WANTED}`,
    );
  }
  const names = (await namesIn(target)).filter((name) => !name.startsWith('.') && name !== 'lost+found');
  if (names.length > 0 && !names.includes('index.html')) {
    throw new StageError(
      `Настройка OUT_DIR: сборка заменяет папку целиком, а в этой лежит не сайт (${names.slice(0, 3).join(', ')}). Написано: «${target}». ${WANTED}`,
    );
  }
}

/**
 * A build begins and ends by clearing the folder in which sites are made.
 * @throws StageError when the target is that folder or lies in it.
 */
export function refuseWorkFolder(target: string, work: string): void {
  if (target !== work && !target.startsWith(withSeparator(work))) return;
  throw new StageError(
    `Настройка OUT_DIR: в этой папке сборка делает сайт и очищает её. Написано: «${target}». ${WANTED}`,
  );
}

/** The root of a disk ends with its separator already. */
function withSeparator(folder: string): string {
  return folder.endsWith(path.sep) ? folder : folder + path.sep;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
