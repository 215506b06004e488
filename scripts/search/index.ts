/** The full-text index of a built site, written by Pagefind into its folder `pagefind/`. */
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { z } from 'zod';
import { indexMarks, pagesToIndex } from './index-marks.ts';
import type { SiteFacts } from './index-marks.ts';

export type SearchIndexReport = { pages: number };

/** The index could not be made; the message is for the person who runs the build, in Russian. */
export class SearchIndexError extends Error {
  override name = 'SearchIndexError';
}

const siteFacts = z.object({
  enterprises: z.array(
    z.object({
      id: z.string(),
      industry: z.string(),
      formats: z.array(z.string()),
      okrug: z.string().nullable(),
      standing: z.string(),
    }),
  ),
});

/** An index that is being filled. */
export type SearchIndex = {
  /**
   * Takes a page when it is worth finding. Pages of one site are added in one order, or its index differs.
   * @throws SearchIndexError for such a page when the index is being written.
   */
  add: (name: string, html: string) => Promise<void>;
  /**
   * Writes the index into a built site, when Pagefind has read all pages that it took.
   * @throws SearchIndexError when it has no page or Pagefind refused one.
   */
  write: (distDir: string) => Promise<SearchIndexReport>;
  /** Ends Pagefind's process; to be called whatever happened. */
  close: () => Promise<void>;
};

/**
 * Starts an index of the site whose open data (`data/site.json`) is given.
 * @throws SearchIndexError when Pagefind does not start.
 */
export async function openSearchIndex(siteData: string): Promise<SearchIndex> {
  const facts: SiteFacts = siteFacts.parse(JSON.parse(siteData));
  const mark = indexMarks(facts);
  const { index, errors } = await createIndex({ rootSelector: 'main', forceLanguage: 'ru' });
  if (index === undefined) throw new SearchIndexError(`Поиск не собран: ${errors.join('; ')}`);
  const faults: string[] = [];
  let pages = 0;
  const underWay = new Set<Promise<unknown>>();
  let isWritten = false;
  return {
    add: async (name, html) => {
      const content = mark(html, name);
      if (content === null) return;
      if (isWritten) throw new SearchIndexError(`Поиск уже записан, страница ${name} в него не вошла.`);
      pages++;
      const reading = index.addHTMLFile({ sourcePath: name, content });
      underWay.add(reading);
      const { errors: refused } = await reading;
      underWay.delete(reading);
      faults.push(...refused.map((error) => `${name}: ${error}`));
    },
    write: async (distDir) => {
      isWritten = true;
      await Promise.all(underWay);
      if (faults.length > 0) throw new SearchIndexError(`Поиск не собран:\n${faults.join('\n')}`);
      if (pages === 0)
        throw new SearchIndexError(`Поиск не собран: в ${distDir} нет страниц, которые можно искать.`);
      const written = await index.writeFiles({ outputPath: path.join(distDir, 'pagefind') });
      if (written.errors.length > 0)
        throw new SearchIndexError(`Поиск не записан: ${written.errors.join('; ')}`);
      await removeStockInterfaces(path.join(distDir, 'pagefind'));
      return { pages };
    },
    close: async () => {
      await close();
    },
  };
}

/**
 * Indexes the pages of `distDir` that are worth reading as a search result.
 * @throws SearchIndexError when there is nothing to index or Pagefind refuses a page.
 */
export async function indexSite(distDir: string): Promise<SearchIndexReport> {
  const index = await openSearchIndex(await readFile(path.join(distDir, 'data', 'site.json'), 'utf8'));
  try {
    for (const name of await pagesToIndex(distDir)) {
      await index.add(name, await readFile(path.join(distDir, name), 'utf8'));
    }
    return await index.write(distDir);
  } finally {
    await index.close();
  }
}

/** Pagefind writes interfaces of its own beside the index; the site has one and publishes only what it loads. */
async function removeStockInterfaces(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (/^pagefind-.*(?:ui|highlight)\.(?:js|css)$/.test(name)) await rm(path.join(folder, name));
  }
}
