import { cp, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { CommandError } from '../command/command-error.ts';
import type { ContentFile } from '../entry/entry-text.ts';

/** Says that a folder was written by us, so that it may be replaced. Hidden: never read as content. */
const MARK = '.demo-content';
const WRITERS = 32;

/**
 * Makes an empty folder for generated content. A folder that we wrote earlier is emptied.
 * @throws CommandError when the folder holds anything else.
 */
export async function freshFolder(dir: string): Promise<void> {
  const inside = await readdir(dir).catch((error: unknown): string[] => {
    if (isMissing(error)) return [];
    throw new CommandError(`Папка ${dir} не читается: ${String(error)}`);
  });
  if (inside.length > 0 && !inside.includes(MARK)) {
    throw new CommandError(`Папка ${dir} не пуста и создана не этой командой: укажите другую в --out.`);
  }
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true }).catch((error: unknown) => {
    throw new CommandError(`Папка ${dir} не создаётся: ${String(error)}`);
  });
  await writeFile(join(dir, MARK), 'Вымышленное содержание, создано командой. Правки здесь пропадут.\n');
}

/** Writes files below the folder as they are produced; memory does not grow with their number. Returns how many. */
export async function writeFiles(dir: string, files: Iterable<ContentFile>): Promise<number> {
  const queue = files[Symbol.iterator]();
  const folders = new Set<string>();
  let written = 0;
  const writer = async (): Promise<void> => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) {
      const path = join(dir, next.value.path);
      const folder = dirname(path);
      if (!folders.has(folder)) {
        await mkdir(folder, { recursive: true });
        folders.add(folder);
      }
      await writeFile(path, next.value.text);
      written += 1;
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  return written;
}

/** Copies a part of a content tree when it is there. Returns false when there is nothing to copy. */
export async function copyPart(contentDir: string, outDir: string, part: string): Promise<boolean> {
  const from = join(contentDir, part);
  try {
    await stat(from);
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
  await cp(from, join(outDir, part), { recursive: true });
  return true;
}

/** @throws CommandError when one of the folders lies inside the other: a copy would swallow itself. */
export function assertApart(contentDir: string, outDir: string): void {
  const [from, to] = [resolve(contentDir), resolve(outDir)];
  const inside = (parent: string, child: string): boolean => !relative(parent, child).startsWith('..');
  if (inside(from, to) || inside(to, from)) {
    throw new CommandError(`Папки ${contentDir} и ${outDir} лежат одна в другой: укажите другую в --out.`);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
