/** The site of a build before it is checked: Astro's pages, finished and indexed while it makes the next, and pictures. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { SocialCard } from '../../src/seo/social-cards.ts';
import type { PolicySettings } from '../deploy/csp.ts';
import { makePictures } from '../pictures/make-pictures.ts';
import type { SearchIndex } from '../search/index.ts';
import { openSearchIndex, SearchIndexError } from '../search/index.ts';
import type { PageFacts } from '../site/page-facts.ts';
import { pageFinisher } from './finish-pages.ts';
import { followFiles } from './follow/follow-files.ts';
import type { AstroRun } from './follow/run-astro.ts';
import type { Stage } from './stages.ts';
import { StageError, timed } from './stages.ts';

/** The files that the build reads beside pages: open data, of which the search takes its filters, and … */
const OPEN_DATA = 'data/site.json';
/** … what stands on the social pictures, a list for this build alone. */
const CARDS = 'data/social-cards.json';

export type SitePlan = {
  /** Gets what each stage took. */
  stages: Stage[];
  /** The folder in which the site is made. */
  place: string;
  settings: PolicySettings;
  /** Pictures are drawn once: this folder outlives every build. */
  picturesDir: string;
  /** Writes the pages into `place` and tells of each as it begins with it. */
  astro: (heard: Pick<AstroRun, 'onFile' | 'onNone'>) => Promise<void>;
};

/**
 * Everything that stands in the site, in `place`. Astro makes the pages in a process of its own; meanwhile this one
 * finishes those that stand and Pagefind reads them. Pictures are drawn when Astro's memory has been given back.
 * @throws StageError when Astro did not make what the rest depends on, or a later stage fails.
 */
export async function makeSite({
  stages,
  place,
  settings,
  picturesDir,
  astro,
}: SitePlan): Promise<PageFacts[]> {
  const finisher = pageFinisher(place, settings);
  const stop = new AbortController();
  let index: Promise<SearchIndex> | undefined;
  let cards: SocialCard[] | undefined;
  let pictures: Promise<void> | undefined;
  const files = followFiles({
    dir: place,
    isWhole,
    take: async (name, text) => {
      if (name === OPEN_DATA) {
        index = openSearchIndex(text);
        await finisher.indexInto(await index);
      } else if (name === CARDS) cards = JSON.parse(text) as SocialCard[];
      else await finisher.finish(name, text);
    },
  });
  try {
    await timed(stages, 'astro', () =>
      astro({
        onFile: (name) => {
          if (name.endsWith('.html') || name === OPEN_DATA || name === CARDS) files.expect(name);
        },
        onNone: files.forget,
      }),
    );
    await files.end();
    const onCards = needed(cards, CARDS);
    const indexing = needed(index, OPEN_DATA);
    pictures = timed(stages, 'pictures', () => drawOrExplain(onCards, place, picturesDir, stop.signal));
    // Awaited at the end; a failure in between must not count as nobody's.
    pictures.catch(() => undefined);
    const facts = await finisher.rest();
    stages.push({ name: 'pages', milliseconds: Math.round(finisher.busy()) });
    const search = await indexing;
    await timed(stages, 'search', () => search.write(place));
    await pictures;
    await rm(path.join(place, CARDS));
    return facts;
  } catch (error) {
    stop.abort(error);
    throw error instanceof SearchIndexError ? new StageError(error.message) : error;
  } finally {
    // Nothing may still write into a folder that is being removed.
    await files.stop();
    await Promise.allSettled([pictures, index?.then((one) => one.close())]);
  }
}

/** Pages end with their last tag, lists with their last bracket. */
function isWhole(name: string, text: string): boolean {
  return name.endsWith('.html') ? /<\/html>\s*$/.test(text.slice(-20)) : isJson(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** @throws StageError when Astro ended without the list on which the work depends. */
function needed<T>(made: T | undefined, list: string): T {
  if (made === undefined) throw new StageError(`Astro не сделал «${list}», без него сайт не собрать.`);
  return made;
}

async function drawOrExplain(
  cards: readonly SocialCard[],
  siteDir: string,
  cacheDir: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await makePictures({ cards, siteDir, cacheDir, signal });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StageError(`Картинки для соцсетей не нарисованы: ${reason}`);
  }
}
