/** The work on each page after Astro: what its styles hold too much, its policy, its words for the search, its facts for the check. */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { PolicySettings } from '../deploy/csp.ts';
import { hashOf, scriptReader } from '../deploy/inline-code.ts';
import type { SearchIndex } from '../search/index.ts';
import { pagePath, siteFiles } from '../site/check-site.ts';
import type { PageFacts } from '../site/page-facts.ts';
import { factsReader } from '../site/page-facts.ts';
import type { TextPool } from '../site/text-pool.ts';
import { textPool } from '../site/text-pool.ts';
import type { FinishedPage } from './kept/packed-page.ts';
import { pagePacker } from './kept/packed-page.ts';
import { withLateModules } from './late-modules.ts';
import type { PlaceFile } from './place-files.ts';
import { remembering } from './remembering.ts';
import { sealPage } from './seal-pages.ts';
import { withoutIdleSpace } from './slim/idle-space.ts';
import type { Slimmer } from './slim/slim-page.ts';
import { readScripts, slimmer } from './slim/slim-page.ts';

/** Where Astro runs its pages from, in the site's folder; it goes when the last is made, perhaps just now. */
const WORKSHOP = '.prerender';
/** So many pages may wait for Pagefind to read them; more would fill the memory. */
const IN_INDEX = 64;

export type PageFinisher = {
  /** The style sheets whose marks stand in the pages to come. */
  knowSheets: (sheets: readonly string[]) => void;
  /** Finishes a page; its bytes are good until the next is finished. @throws StageError when it cannot be sealed. */
  finish: (name: string, html: string) => Promise<FinishedPage>;
  /** Places a finished page and hands it to the index. @throws StageError when it cannot be placed. */
  place: (name: string, page: FinishedPage) => Promise<void>;
  /** Hands a page to the index that stands in its place already. */
  know: (name: string, page: FinishedPage) => Promise<void>;
  /** The texts and links of all pages. */
  pool: TextPool;
  /** From now on pages go on into the index, first those that were finished before. */
  indexInto: (index: Pick<SearchIndex, 'add'>) => Promise<void>;
  /** So many pages are finished. */
  pages: () => number;
  /** Finishes the pages that stand there and nobody has handed over, and waits until the index has read all. */
  rest: () => Promise<PageFacts[]>;
  /** Milliseconds that pages have taken of this thread so far. */
  busy: () => number;
};

/**
 * Finishes the pages of the site that is being made in `dir`; its scripts stand there before its first page. The
 * same pages in the same order give the same index. `rest` gives back what the check needs to know, by name.
 */
export function pageFinisher(dir: string, settings: PolicySettings, placeFile: PlaceFile): PageFinisher {
  const pool = textPool();
  const facts = new Map<string, PageFacts>();
  const early: [name: string, html: string][] = [];
  const inIndex = new Set<Promise<void>>();
  /** Styles are shared by many pages. */
  const hashOfStyle = remembering(hashOf);
  const pack = pagePacker();
  let slimming: Promise<Slimmer> | undefined;
  let index: Pick<SearchIndex, 'add'> | undefined;
  let sheets: readonly string[] = [];
  let busy = 0;

  const add = async (into: Pick<SearchIndex, 'add'>, name: string, html: string): Promise<void> => {
    const added = into.add(name, html);
    inIndex.add(added);
    // One that fails stays in the set: whoever waits next is told.
    added.then(
      () => inIndex.delete(added),
      () => undefined,
    );
    if (inIndex.size > IN_INDEX) await Promise.all(inIndex);
  };
  const finish = async (name: string, html: string): Promise<FinishedPage> => {
    slimming ??= readScripts(dir).then((scripts) => slimmer(scripts, sheets));
    const slim = await slimming;
    const startedAt = performance.now();
    // The tags are read once for all: nothing that is done to the page changes what policy and check ask for.
    const code = scriptReader();
    const checked = factsReader(pagePath(name), pool);
    // Styles come last: till then a page is half as long.
    const slimmed = slim(withLateModules(withoutIdleSpace(html)), code.reader, checked.reader);
    const hashes = { scripts: code.scripts, styles: new Set(Array.from(slimmed.styles, hashOfStyle)) };
    const [start = '', ...others] = slimmed.pieces;
    const finished = pack([sealPage(name, start, settings, hashes), ...others], checked.facts());
    busy += performance.now() - startedAt;
    return finished;
  };
  const place = (name: string, page: FinishedPage): Promise<void> => {
    const start = performance.now();
    placeFile(name, page.bytes);
    busy += performance.now() - start;
    return know(name, page);
  };
  const know = async (name: string, page: FinishedPage): Promise<void> => {
    facts.set(name, page.facts);
    if (index === undefined) early.push([name, page.markup]);
    else await add(index, name, page.markup);
  };
  return {
    knowSheets: (given) => {
      sheets = given;
    },
    finish,
    place,
    know,
    pool,
    indexInto: async (given) => {
      index = given;
      for (const [name, html] of early.splice(0)) await add(given, name, html);
    },
    pages: () => facts.size,
    rest: async () => {
      for (const name of await siteFiles(dir, WORKSHOP)) {
        if (!name.endsWith('.html') || facts.has(name)) continue;
        const html = await readFile(path.join(dir, name), 'utf8');
        await rm(path.join(dir, name));
        await place(name, await finish(name, html));
      }
      await Promise.all(inIndex);
      return [...facts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, page]) => page);
    },
    busy: () => busy,
  };
}
