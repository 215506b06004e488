/** Loaders of the content folders: what counts as an entry and how its file gives it its id. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Loader } from 'astro/loaders';
import { file, glob } from 'astro/loaders';
import { parse } from 'yaml';
import { z } from 'zod';

const record = z.record(z.string(), z.unknown());

/** `a/index.md` and `a.md` are both the entry `a`. */
export function entryId(entry: string): string {
  return entry.replace(/\.mdx?$/, '').replace(/(?:^|\/)index$/, '');
}

/**
 * Entries in the files of a folder. Names that start with `_` are no entries; the folder may be missing
 * (a site without events is no error).
 */
export function folderLoader(root: string, folder: string, pattern: string[], retainBody = false): Loader {
  const base = path.resolve(root, folder);
  if (!existsSync(base)) return { name: 'missing-folder', load: ({ store }) => clear(store) };
  return glob({
    base: pathToFileURL(`${base}/`),
    pattern: [...pattern, '!**/_*', '!**/_*/**'],
    generateId: ({ entry }) => entryId(entry),
    retainBody,
  });
}

function clear(store: { clear: () => void }): Promise<void> {
  store.clear();
  return Promise.resolve();
}

/** The entries of one YAML list; each item's id is its own or its place in the list. */
export function listLoader(root: string, name: string): Loader {
  return file(path.relative(process.cwd(), path.resolve(root, 'vocabulary', `${name}.yaml`)), {
    parser: (text) => listItems(name, text),
  });
}

/** @throws Error naming the file when it is no list. */
export function listItems(name: string, text: string): Record<string, unknown>[] {
  const list: unknown = parse(text);
  const items = z.array(record).safeParse(list ?? []);
  if (!items.success) {
    throw new Error(
      `vocabulary/${name}.yaml: список не прочитан. Нужно: список записей, каждая начинается с «- ».`,
    );
  }
  return items.data.map((item, index) => ({ id: String(index + 1), ...item }));
}
