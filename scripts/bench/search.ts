/** `npm run bench -- search`: recall, precision, bytes and times of the search beside Pagefind alone and MiniSearch. */
import { brotliCompressSync } from 'node:zlib';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { buildSite } from '../build/build-site.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { buildList } from '../../src/search/build-list.ts';
import type { CatalogueList } from '../../src/search/list.ts';
import { packList } from '../../src/search/pack-list.ts';
import {
  NOTHING_WRITTEN_AFTER,
  NOTHING_WRITTEN_BEFORE,
  WRITTEN_AFTER,
  NOTHING_WRITTEN_FROM_OUTSIDE,
  WRITTEN_BEFORE,
  WRITTEN_FROM_OUTSIDE,
} from '../../src/search/queries.data.ts';
import { answersTo, recall } from '../../src/search/queries.ts';
import { prepare } from '../../src/search/query/search.ts';
import type { Part, Row } from './report.ts';
import { percentile } from './report.ts';
import { scratch } from './scratch.ts';
import { askPagefind, countingServer, keyTimes } from './search-browser.ts';
import type { CountingServer } from './search-browser.ts';
import { BENCH_NOW, fictionalList, listOf, realCatalogue } from './search-lists.ts';
import type { Answers } from './search-rivals.ts';
import { entryOfPage, indexAlone, miniSearch } from './search-rivals.ts';

const CASES = [...WRITTEN_BEFORE, ...WRITTEN_AFTER, ...WRITTEN_FROM_OUTSIDE];
const NOTHING = [...NOTHING_WRITTEN_BEFORE, ...NOTHING_WRITTEN_AFTER, ...NOTHING_WRITTEN_FROM_OUTSIDE];
const QUERIES = [...CASES.map(({ query }) => query), ...NOTHING];

function brotli(text: string): number {
  return brotliCompressSync(text).length;
}

/** Bytes of a list as it is sent. */
function listBytes(list: CatalogueList): number {
  return brotli(JSON.stringify(packList(list)));
}

/** Recall and precision of one way of answering. */
function quality(name: string, answers: Answers): Row[] {
  const { first, topThree } = recall(CASES, answers);
  const silent = NOTHING.filter((query) => answers(query).length === 0).length;
  return [
    { name: `${name}: right answer first`, samples: [100 * first], unit: '%' },
    { name: `${name}: right answer in the first three`, samples: [100 * topThree], unit: '%' },
    {
      name: `${name}: finds nothing where nothing is`,
      samples: [(100 * silent) / NOTHING.length],
      unit: '%',
    },
  ];
}

/** Median and p95 as rows; the p95 carries the target. */
function times(name: string, samples: readonly number[], target?: number): Row[] {
  return [
    { name: `${name}, median`, samples: [percentile(samples, 0.5)], unit: 'ms' },
    {
      name: `${name}, p95`,
      samples: [percentile(samples, 0.95)],
      unit: 'ms',
      ...(target === undefined ? {} : { target }),
    },
  ];
}

function timed(answers: Answers): number[] {
  // Once to warm up: a visitor's third key is what counts.
  for (const query of QUERIES) answers(query);
  return QUERIES.map((query) => {
    const start = performance.now();
    answers(query);
    return performance.now() - start;
  });
}

async function bytesOfFirstUse(browser: Browser, server: CountingServer): Promise<Row[]> {
  const code = /^\/_astro\/.*\.js$/;
  const page = await browser.newPage();
  await page.goto(`${server.url}/`, { waitUntil: 'networkidle' });
  const before = server.sent(code);
  await page.fill('#site-search', 'шокалад');
  await page.locator('#search-suggestions [role=option]').first().waitFor();
  const script = server.sent(code) - before;
  const list = server.sent(/list\.json$/);
  await page.goto(`${server.url}/search/?q=шоколад`);
  await page.locator('[data-search-text] .results__item').first().waitFor();
  const text = server.sent(/^\/pagefind\//);
  await page.close();
  return [
    {
      name: 'ours: list of the real catalogue, at the server',
      samples: [list / 1024],
      unit: 'KiB',
    },
    { name: 'ours: code fetched with the focus, at the server', samples: [script / 1024], unit: 'KiB' },
    { name: 'full text: first use, at the server', samples: [text / 1024], unit: 'KiB', target: 115 },
  ];
}

async function run(say: (line: string) => void): Promise<{ part: string; rows: Row[]; skipped: string[] }> {
  say('search: building the site …');
  const siteDir = path.join(scratch('search'), 'site');
  const env = { ...process.env, OUT_DIR: siteDir, SOURCE_DATE_EPOCH: String(BENCH_NOW / 1000) };
  await buildSite({ settings: readSettings(env), env });
  await indexAlone(siteDir);
  const real = buildList(await realCatalogue());
  const engine = prepare(real);
  const ours: Answers = (query) => answersTo(engine, query);
  const mini = miniSearch(real);
  const [fictional, middle, large] = [
    await fictionalList(150, 215),
    await listOf(150, 215),
    await listOf(1500, 2150),
  ];

  const server = await countingServer(siteDir);
  const browser = await launchBrowser();
  try {
    say('search: Pagefind alone …');
    const alone = await askPagefind(browser, server.url, 'pagefind-alone', QUERIES);
    const pagefindAnswers = new Map(
      QUERIES.map((query, i) => [query, (alone.urls[i] ?? []).map(entryOfPage)]),
    );
    const aloneBytes = server.sent(/^\/pagefind-alone\//);
    const warm = await askPagefind(browser, server.url, 'pagefind', QUERIES);
    const fresh = await countingServer(siteDir);
    const bytes = await bytesOfFirstUse(browser, fresh);
    await fresh.close();
    say('search: keys at 63, 150 and 1,500 enterprises …');
    const rows: Row[] = [
      ...quality('ours', ours),
      ...quality('Pagefind alone', (query) => pagefindAnswers.get(query) ?? []),
      ...quality('MiniSearch', mini.answers),
      ...bytes,
      {
        name: 'ours: list at 150 fictional enterprises and 215 visits, brotli',
        samples: [listBytes(fictional) / 1024],
        unit: 'KiB',
        target: 8,
      },
      {
        name: 'ours: list at 150 enterprises, 63 of them real, brotli',
        samples: [listBytes(middle) / 1024],
        unit: 'KiB',
        target: 8,
      },
      {
        name: 'ours: list at 1,500 enterprises, brotli',
        samples: [listBytes(large) / 1024],
        unit: 'KiB',
      },
      {
        name: 'Pagefind alone: all queries of the list, at the server',
        samples: [aloneBytes / 1024],
        unit: 'KiB',
      },
      {
        name: 'MiniSearch: index of the real catalogue, brotli',
        samples: [brotli(mini.indexJson) / 1024],
        unit: 'KiB',
      },
      ...times('ours: a query, Node', timed(ours)),
      ...times('MiniSearch: a query, Node', timed(mini.answers)),
      ...times('full text: a query with five excerpts, browser, warm', warm.milliseconds, 100),
      ...times('Pagefind alone: a query with five excerpts, browser, warm', alone.milliseconds),
      ...times(
        'ours: scripting and layout a key, browser, 63 enterprises',
        await keyTimes(browser, server.url, real, QUERIES),
        16,
      ),
      ...times(
        'ours: scripting and layout a key, browser, 150 enterprises',
        await keyTimes(browser, server.url, middle, QUERIES),
        4,
      ),
      ...times(
        'ours: scripting and layout a key, browser, 1,500 enterprises',
        await keyTimes(browser, server.url, large, QUERIES),
        16,
      ),
    ];
    return { part: 'search', rows, skipped: [] };
  } finally {
    await browser.close();
    await server.close();
  }
}

export const part: Part = { name: 'search', run };
