/** Looks at pages with Lighthouse and a phone's profile. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { BROWSER_FLAGS } from '../../e2e/browser.ts';
import { PEERS_DIR } from '../build/peers.ts';
import type { PartReport, Row } from '../report.ts';
import { TRUSTING } from './secure-front.ts';

/** Its program; it is not there before `npm run bench:peers`. */
export const LIGHTHOUSE = path.join(PEERS_DIR, 'node_modules', 'lighthouse', 'cli', 'index.js');
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const LCP = 'largest-contentful-paint';
const CLS = 'cumulative-layout-shift';
const TBT = 'total-blocking-time';
/** Pages of the demonstration and past consents are kept from search engines on purpose. */
const NOINDEX = '<meta name="robots" content="noindex';

type Audit = { score: number | null; scoreDisplayMode: string; numericValue?: number; title: string };
type Result = {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, Audit>;
  /** How fast this machine was just before, as Lighthouse measures it: the more, the faster. */
  environment: { benchmarkIndex: number };
};

async function lighthouse(
  url: string,
  dir: string,
  chrome: string,
  skip: readonly string[],
): Promise<Result> {
  const out = path.join(dir, 'result.json');
  // Never waited for in one go: the server that it asks lives in this very process.
  await promisify(execFile)(
    process.execPath,
    [
      LIGHTHOUSE,
      url,
      '--quiet',
      '--output=json',
      `--output-path=${out}`,
      `--only-categories=${CATEGORIES.join(',')}`,
      ...(skip.length > 0 ? [`--skip-audits=${skip.join(',')}`] : []),
      `--chrome-flags=${['--headless', TRUSTING, ...BROWSER_FLAGS].join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: chrome }, timeout: 180_000, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(await readFile(out, 'utf8')) as Result;
}

function numbers(results: readonly Result[], id: string): number[] {
  return results.map(({ audits }) => audits[id]?.numericValue ?? Number.NaN);
}

function seconds(milliseconds: readonly number[]): number[] {
  return milliseconds.map((ms) => ms / 1000);
}

function failedAudits(result: Result): string[] {
  return Object.entries(result.audits)
    .filter(([, audit]) => audit.scoreDisplayMode === 'binary' && audit.score === 0)
    .map(([id]) => id);
}

/** How many points the four categories together lack of four times 100. */
function pointsShort({ categories }: Result): number {
  return CATEGORIES.reduce((sum, name) => sum + 100 - Math.round((categories[name]?.score ?? 0) * 100), 0);
}

function kindRows(name: string, results: readonly Result[]): Row[] {
  return [
    {
      name: `${name}: points short of four times 100`,
      samples: results.map(pointsShort),
      unit: '',
      target: 0,
    },
    { name: `${name}: LCP`, samples: seconds(numbers(results, LCP)), unit: 's', target: 1 },
    { name: `${name}: CLS`, samples: numbers(results, CLS), unit: '', target: 0 },
    { name: `${name}: TBT`, samples: numbers(results, TBT), unit: 'ms', target: 0 },
  ];
}

type Page = { name: string; url: string };

type Looking = {
  origin: string;
  /** What Lighthouse writes goes to this folder. */
  dir: string;
  chrome: string;
  looks: number;
  /** Text of the page at a path. */
  html: (url: string) => Promise<string>;
  say: (line: string) => void;
};

/**
 * Looks at each page, and at one with nothing but a heading at the path `floor`, in rounds through all of them.
 * @throws Error when Lighthouse fails
 */
export async function lookAtPages(
  pages: readonly Page[],
  floor: string,
  { origin, dir, chrome, looks, html, say }: Looking,
): Promise<Pick<PartReport, 'rows' | 'skipped'>> {
  const skipped: string[] = [];
  const least = { name: 'floor, a page with one heading', url: floor, skip: [], results: [] as Result[] };
  const seen = [];
  for (const { name, url } of pages) {
    const skip = (await html(url)).includes(NOINDEX) ? ['is-crawlable'] : [];
    if (skip.length > 0) skipped.push(`${name}: is-crawlable not asked: noindex on purpose`);
    seen.push({ name, url, skip, results: [] as Result[] });
  }
  for (let round = 1; round <= looks; round++) {
    for (const { name, url, skip, results } of [least, ...seen]) {
      say(`load: ${name}, look ${round} of ${looks}`);
      results.push(await lighthouse(origin + url, dir, chrome, skip));
    }
  }
  for (const { name, results } of seen) {
    const failed = new Set(results.flatMap(failedAudits));
    if (failed.size > 0) skipped.push(`${name}: audits not passed: ${[...failed].join(', ')}`);
  }
  const all = [least, ...seen].flatMap(({ results }) => results);
  return {
    rows: [
      {
        name: 'this machine in the index of Lighthouse',
        samples: all.map(({ environment }) => environment.benchmarkIndex),
        unit: '',
      },
      { name: `${least.name}: LCP`, samples: seconds(numbers(least.results, LCP)), unit: 's' },
      { name: `${least.name}: TBT`, samples: numbers(least.results, TBT), unit: 'ms' },
      ...seen.flatMap(({ name, results }) => kindRows(name, results)),
    ],
    skipped,
  };
}
