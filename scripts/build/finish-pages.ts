/** A stage of the build: one pass over the finished pages. Each is read once: for search, for what its styles hold too much, for its policy, for the check. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PolicySettings } from '../deploy/csp.ts';
import type { SearchIndex } from '../search/index.ts';
import { pagePath, siteFiles } from '../site/check-site.ts';
import type { PageFacts } from '../site/page-facts.ts';
import { readPage } from '../site/page-facts.ts';
import { textPool } from '../site/text-pool.ts';
import { sealPage } from './seal-pages.ts';
import { readScripts, slimmer, withoutIdleSpace, withPatientModules } from './slim/slim-page.ts';

/** So many pages are in memory at once. */
const AT_ONCE = 64;

/**
 * Adds every page of a built site to the index and seals it in its folder; gives back what the site's check
 * needs of the sealed pages. @throws StageError when a page cannot be sealed.
 */
export async function finishPages(
  dir: string,
  settings: PolicySettings,
  index: Pick<SearchIndex, 'add'>,
): Promise<PageFacts[]> {
  const names = (await siteFiles(dir)).filter((name) => name.endsWith('.html'));
  const slim = slimmer(await readScripts(dir));
  const pool = textPool();
  const facts: PageFacts[] = [];
  let before: Promise<unknown> = Promise.resolve();
  for (let first = 0; first < names.length; first += AT_ONCE) {
    const batch = names.slice(first, first + AT_ONCE);
    const texts = await Promise.all(batch.map((name) => readFile(path.join(dir, name), 'utf8')));
    // Pagefind has a process of its own: it reads this batch while the next is sealed.
    await before;
    const work: Promise<unknown>[] = [];
    for (const [place, name] of batch.entries()) {
      const html = texts[place] ?? '';
      const sealed = sealPage(name, withPatientModules(withoutIdleSpace(slim(html))), settings);
      facts.push(readPage(pagePath(name), sealed, pool));
      work.push(index.add(name, html), writeFile(path.join(dir, name), sealed));
    }
    before = Promise.all(work);
    // Awaited above or below; a failure in between must not count as nobody's.
    before.catch(() => undefined);
  }
  await before;
  return facts;
}
