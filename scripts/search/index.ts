/** The full-text index of a built site, written by Pagefind into its folder `pagefind/`. */
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { z } from 'zod';
import { pagesToIndex, withIndexMarks } from './index-marks.ts';
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

/**
 * Indexes the pages of `distDir` that are worth reading as a search result.
 * @throws SearchIndexError when there is nothing to index or Pagefind refuses a page.
 */
export async function indexSite(distDir: string): Promise<SearchIndexReport> {
  const facts: SiteFacts = siteFacts.parse(
    JSON.parse(await readFile(path.join(distDir, 'data', 'site.json'), 'utf8')),
  );
  const { index, errors } = await createIndex({ rootSelector: 'main', forceLanguage: 'ru' });
  if (index === undefined) throw new SearchIndexError(`Поиск не собран: ${errors.join('; ')}`);
  try {
    const faults: string[] = [];
    let pages = 0;
    for (const name of await pagesToIndex(distDir)) {
      const content = withIndexMarks(await readFile(path.join(distDir, name), 'utf8'), name, facts);
      if (content === null) continue;
      const added = await index.addHTMLFile({ sourcePath: name, content });
      faults.push(...added.errors.map((error) => `${name}: ${error}`));
      pages++;
    }
    if (faults.length > 0) throw new SearchIndexError(`Поиск не собран:\n${faults.join('\n')}`);
    if (pages === 0)
      throw new SearchIndexError(`Поиск не собран: в ${distDir} нет страниц, которые можно искать.`);
    const written = await index.writeFiles({ outputPath: path.join(distDir, 'pagefind') });
    if (written.errors.length > 0)
      throw new SearchIndexError(`Поиск не записан: ${written.errors.join('; ')}`);
    await removeStockInterfaces(path.join(distDir, 'pagefind'));
    return { pages };
  } finally {
    await close();
  }
}

/** Pagefind writes interfaces of its own beside the index; the site has one and publishes only what it loads. */
async function removeStockInterfaces(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (/^pagefind-.*(?:ui|highlight)\.(?:js|css)$/.test(name)) await rm(path.join(folder, name));
  }
}
