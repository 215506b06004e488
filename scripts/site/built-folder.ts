/** The built site that tests read. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Folder of the built site under test. @throws Error when BUILT_SITE is not set. */
export function builtFolder(): string {
  const dir = process.env.BUILT_SITE;
  if (dir === undefined || dir === '') throw new Error('BUILT_SITE is not set: run npm test');
  return path.resolve(dir);
}

/** Every file of a folder with its bytes, keyed by path with slashes, in order of path. */
export async function readTree(dir: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  const tree = new Map<string, Buffer>();
  for (const name of names) tree.set(name, await readFile(path.join(dir, name)));
  return tree;
}
