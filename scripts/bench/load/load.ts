/** load: Lighthouse on each kind of page with a phone's profile, and the second page from within the site. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { readSettings } from '../../../src/settings/settings.ts';
import { compressTexts } from '../../deploy/compress.ts';
import { findBrowser, NO_BROWSER } from '../../e2e/browser.ts';
import { plainKinds } from '../../e2e/page-kinds.ts';
import { buildTestSite, testSiteEnv } from '../../e2e/test-site.ts';
import { readEndpointSettings } from '../../endpoint/settings.ts';
import { startEndpoint } from '../../endpoint/start.ts';
import { freePort } from '../../serve/free-port.ts';
import { serveSite } from '../../serve/serve-site.ts';
import { PEERS_DIR } from '../build/peers.ts';
import { countAsked, namesAsked } from '../options.ts';
import type { Part, Row } from '../report.ts';
import { scratch } from '../scratch.ts';
import { startBareBrowser } from './bare-browser.ts';
import { pageRows } from './second-page.ts';
import { hasOpenSsl, secureFront, TRUSTING } from './secure-front.ts';

const LIGHTHOUSE = path.join(PEERS_DIR, 'node_modules', 'lighthouse', 'cli', 'index.js');
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const LCP = 'largest-contentful-paint';
const CLS = 'cumulative-layout-shift';
const TBT = 'total-blocking-time';
const ODD = /styleguide|not-found/;
/**
 * Looks at each page: other work of the machine makes single ones a third slower. BENCH_LOOKS=1 is three times faster;
 * BENCH_PAGES=main,session looks at these kinds of page alone.
 */
const LOOKS = 3;
/** Pages of the demonstration and past consents are kept from search engines on purpose. */
const NOINDEX = '<meta name="robots" content="noindex';

/** What the profile of Lighthouse and the browser themselves cost: pages with nothing but a heading and a link. */
const FLOOR = 'bench-floor';
const FLOOR_PAGE = `<!doctype html><html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Пол</title></head><body><h1><a href="/${FLOOR}/next/">Пол</a></h1></body></html>`;

type Audit = { score: number | null; scoreDisplayMode: string; numericValue?: number; title: string };
type Result = { categories: Record<string, { score: number | null }>; audits: Record<string, Audit> };

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
      `--chrome-flags=--headless ${TRUSTING} --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync`,
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

export const part: Part = {
  name: 'load',
  run: async (say) => {
    const chrome = findBrowser();
    if (chrome === null) return { part: 'load', rows: [], skipped: [NO_BROWSER] };
    if (!(await hasOpenSsl()))
      return { part: 'load', rows: [], skipped: ['OpenSSL: not installed, no certificate for HTTPS'] };
    const looks = countAsked('BENCH_LOOKS', LOOKS);
    const skipped: string[] = [];
    const rows: Row[] = [];
    const port = await freePort(4780);
    const plainPort = await freePort(port + 1);
    const endpointPort = await freePort(plainPort + 1);
    const plan = {
      dir: scratch('load'),
      siteUrl: `https://localhost:${port}`,
      endpointUrl: `http://localhost:${endpointPort}`,
      // As a site of today: what has passed since it was built would change, and move, under the reader's eyes.
      now: Math.floor(Date.now() / 1000) * 1000,
      plain: true,
    };
    say('load: building the test site');
    const { siteDir } = await buildTestSite(plan);
    const kinds = (await plainKinds(siteDir)).filter(({ name }) => !ODD.test(name));
    const only = namesAsked(
      'BENCH_PAGES',
      kinds.map(({ name }) => name),
    );
    for (const folder of [FLOOR, `${FLOOR}/next`]) {
      await mkdir(path.join(siteDir, folder));
      await writeFile(path.join(siteDir, folder, 'index.html'), FLOOR_PAGE);
    }
    // As a published site: packed once, of the best quality.
    await compressTexts(siteDir);
    const plain = await serveSite(plainPort, siteDir, readSettings(testSiteEnv(plan)));
    const server = await secureFront(port, plainPort, path.join(plan.dir, 'tls'));
    // The pages ask it how many places are left.
    const endpoint = await startEndpoint({
      settings: readEndpointSettings({
        SITE_URL: plan.siteUrl,
        ENDPOINT_PORT: String(endpointPort),
        ENDPOINT_PUBLIC_URL: plan.endpointUrl,
        ENDPOINT_DATA: path.join(siteDir, 'data'),
        ENDPOINT_DB: path.join(plan.dir, 'registrations.sqlite'),
        MAIL_DIR: path.join(plan.dir, 'mail'),
      }),
      clock: Date.now,
      log: () => undefined,
    });
    try {
      say('load: the first page and the second');
      const browser = startBareBrowser(chrome, path.join(plan.dir, 'browser'), [TRUSTING]);
      try {
        const pages = await pageRows(browser, server.url, `/${FLOOR}/`);
        rows.push(...pages.rows);
        skipped.push(...pages.skipped);
      } finally {
        await browser.close();
      }
      if (existsSync(LIGHTHOUSE)) {
        const look = async (url: string, skip: readonly string[]): Promise<Result[]> => {
          const results: Result[] = [];
          for (let index = 0; index < looks; index++)
            results.push(await lighthouse(server.url + url, plan.dir, chrome, skip));
          return results;
        };
        const floor = await look(`/${FLOOR}/`, []);
        rows.push(
          { name: 'floor, a page with one heading: LCP', samples: seconds(numbers(floor, LCP)), unit: 's' },
          { name: 'floor, a page with one heading: TBT', samples: numbers(floor, TBT), unit: 'ms' },
        );
        for (const { name, url } of kinds) {
          if (only?.includes(name) === false) continue;
          say(`load: ${name}`);
          const html = await (await fetch(plain.url + url)).text();
          const skip = html.includes(NOINDEX) ? ['is-crawlable'] : [];
          if (skip.length > 0) skipped.push(`${name}: is-crawlable not asked: noindex on purpose`);
          const results = await look(url, skip);
          rows.push(
            {
              name: `${name}: points short of four times 100`,
              samples: results.map(pointsShort),
              unit: '',
              target: 0,
            },
            {
              name: `${name}: LCP`,
              samples: seconds(numbers(results, LCP)),
              unit: 's',
              target: 1,
            },
            { name: `${name}: CLS`, samples: numbers(results, CLS), unit: '', target: 0 },
            { name: `${name}: TBT`, samples: numbers(results, TBT), unit: 'ms', target: 0 },
          );
          const failed = new Set(results.flatMap(failedAudits));
          if (failed.size > 0) skipped.push(`${name}: audits not passed: ${[...failed].join(', ')}`);
        }
      } else skipped.push('Lighthouse: not installed (npm run bench:peers)');
    } finally {
      await server.close();
      await plain.close();
      await endpoint.close();
    }
    return { part: 'load', rows, skipped };
  },
};
