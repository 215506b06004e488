/** The site of a build: Astro's pages, finished and indexed while it makes the next, and pictures. */
import type { Drawings } from '../../src/seo/drawings.ts';
import type { PolicySettings } from '../deploy/csp.ts';
import { drawCodes } from '../pictures/draw-codes.ts';
import { makePictures } from '../pictures/make-pictures.ts';
import type { SearchIndex } from '../search/index.ts';
import { openSearchIndex, SearchIndexError } from '../search/index.ts';
import type { PageFacts } from '../site/page-facts.ts';
import { pageFinisher } from './finish-pages.ts';
import { inOrder } from './follow/in-order.ts';
import type { MadeFile } from './follow/messages.ts';
import { isVisitPage, textOf } from './follow/messages.ts';
import type { Following, HandedOver } from './follow/run-astro.ts';
import type { KeptFiles } from './kept/kept-files.ts';
import type { Readings } from './kept/made-from.ts';
import { NOTHING } from './kept/made-from.ts';
import { fileTaker } from './kept/take-files.ts';
import { siteFolder } from './place-files.ts';
import type { Stage } from './stages.ts';
import { StageError, timed } from './stages.ts';

/** The files that the build reads beside pages: open data, of which the search takes its filters, and … */
const OPEN_DATA = 'data/site.json';
/** … what is to be drawn, a list for this build alone. */
const DRAWINGS = 'data/drawings.json';

/** Stands in the line of files behind the last page. */
const NO_MORE_PAGES = '';

/** The index of more pages needs so much memory that it is written when nothing else is done. */
const ALONE = 10_000;

export type SitePlan = {
  /** Gets what each stage took. */
  stages: Stage[];
  /** The folder in which the site is made. */
  place: string;
  settings: PolicySettings;
  /** Pictures and codes are worked out once: this folder outlives every build. */
  picturesDir: string;
  /** The files of the build before; open when the first file is made. Left open, and saved by nobody yet. */
  kept: Promise<KeptFiles>;
  /** Makes the pages and hands each over; writes into `place` only what comes before the first of them. */
  astro: (following: Omit<Following, 'mayGo'>) => Promise<HandedOver>;
  /** Checks the pages, when all stands in `place` but the index of the search, which is being written meanwhile. */
  check: (facts: readonly PageFacts[]) => Promise<void>;
};

/** A site that is made and checked, and what was read of the content for it. */
export type MadeSite = {
  facts: PageFacts[];
  readings: Readings;
  /** So many files are those of the build before. */
  kept: number;
};

/**
 * Everything that stands in the site, in `place`. Astro makes the pages in a process of its own; meanwhile this one
 * finishes and writes those that are made, Pagefind reads them, and the codes of sessions are drawn, and on one thread
 * social pictures, where not too many are missing; these have all processors when Astro has ended.
 * @throws StageError when Astro did not make what the rest depends on, or a later stage fails.
 */
export async function makeSite({
  stages,
  place,
  settings,
  picturesDir,
  kept,
  astro,
  check,
}: SitePlan): Promise<MadeSite> {
  const folder = siteFolder(place);
  const finisher = pageFinisher(place, settings, folder.place);
  const taker = fileTaker({ store: kept, folder, finisher });
  const stop = new AbortController();
  let index: Promise<SearchIndex> | undefined;
  let codes: Promise<number> | undefined;
  let pictures: Promise<void> | undefined;
  let readings: Readings | undefined;
  let ahead: Promise<void> | undefined;
  let astroRun: HandedOver | undefined;
  let written: Promise<unknown> | undefined;
  let pages: Promise<PageFacts[]> | undefined;
  let hush = (): void => undefined;
  const quiet = new Promise<void>((resolve) => (hush = resolve));
  const draw = async (cards: Drawings['cards']): Promise<void> => {
    const { milliseconds } = await orExplain(
      'Картинки для соцсетей',
      makePictures({ cards, siteDir: place, cacheDir: picturesDir, signal: stop.signal, quiet }),
    );
    stages.push({ name: 'pictures', milliseconds });
  };
  const writeIndex = async (): Promise<void> => {
    const search = await needed(index, OPEN_DATA);
    await timed(stages, 'search', () => search.write(place));
  };
  /** The search knows no page that is to come: the index of a site that is not large is written meanwhile. */
  const writeIndexEarly = (): void => {
    if (finisher.pages() <= ALONE) written ??= later(writeIndex());
  };
  const finishPages = async (): Promise<PageFacts[]> => {
    const facts = await finisher.rest();
    stages.push({ name: 'pages', milliseconds: Math.round(finisher.busy()) });
    writeIndexEarly();
    return facts;
  };
  const files = inOrder<MadeFile>({
    take: async (name, file) => {
      if (name === NO_MORE_PAGES) {
        pages = later(finishPages());
        return;
      }
      if (name === DRAWINGS) {
        const { body } = file;
        if (body === null) throw new Error(`${DRAWINGS} is made in every build`);
        const { cards, codes: asked } = JSON.parse(textOf(body)) as Drawings;
        const plan = {
          codes: asked,
          placeFile: folder.place,
          cacheDir: picturesDir,
          signal: stop.signal,
        };
        codes = later(orExplain('Коды для печати', drawCodes(plan)));
        pictures = later(draw(cards));
        return;
      }
      if (isVisitPage(name) && index !== undefined) writeIndexEarly();
      await taker.take(name, file);
      if (name === OPEN_DATA && file.body !== null) {
        index = openSearchIndex(textOf(file.body));
        await finisher.indexInto(await index);
      }
    },
    onFault: (reason) => {
      stop.abort(reason);
    },
  });
  try {
    astroRun = await timed(stages, 'astro', () =>
      astro({
        onCleared: () => {
          ahead = later(taker.placeAhead(stop.signal));
        },
        onSheets: finisher.knowSheets,
        onBegun: files.begun,
        onMade: files.made,
        onNone: files.none,
        onPages: () => {
          files.begun(NO_MORE_PAGES);
          files.made(NO_MORE_PAGES, { body: null, from: null, again: false }, () => undefined);
        },
        onReadings: (all) => (readings = all),
        signal: stop.signal,
      }),
    );
    hush();
    await files.end();
    await ahead;
    folder.dropAhead();
    const drawn = needed(pictures, DRAWINGS);
    const facts = await (pages ??= finishPages());
    if (written === undefined) await writeIndex();
    await drawn;
    await astroRun.ended;
    stages.push({ name: 'codes', milliseconds: Math.round((await codes) ?? 0) });
    await check(facts);
    await written;
    return { facts, readings: readings ?? NOTHING, kept: taker.kept() };
  } catch (error) {
    stop.abort(error);
    // Threads that still wait for Astro begin and find that all is over.
    hush();
    throw error instanceof SearchIndexError ? new StageError(error.message) : error;
  } finally {
    // Nothing may still write into a folder that is being removed.
    await files.stop();
    await Promise.allSettled([ahead, astroRun?.ended, pictures, codes, pages]);
    // Begun at the latest when the pages were finished.
    await Promise.allSettled([written]);
    await Promise.allSettled([index?.then((one) => one.close())]);
  }
}

/** @throws StageError when Astro ended without the list on which the work depends. */
function needed<T>(made: T | undefined, list: string): T {
  if (made === undefined) throw new StageError(`Astro не сделал «${list}», без него сайт не собрать.`);
  return made;
}

/** Work that is awaited later: until then a failure must not count as nobody's. */
function later<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

/** @throws StageError with what was drawn and why it failed. */
async function orExplain<T>(what: string, drawing: Promise<T>): Promise<T> {
  try {
    return await drawing;
  } catch (error) {
    throw new StageError(`${what} не нарисованы: ${error instanceof Error ? error.message : String(error)}`);
  }
}
