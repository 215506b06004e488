/** load: Lighthouse on each kind of page with a phone's profile, and the second page from within the site. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readSettings } from '../../../src/settings/settings.ts';
import { compressTexts } from '../../deploy/compress.ts';
import { findBrowser, NO_BROWSER } from '../../e2e/browser.ts';
import { plainKinds } from '../../e2e/page-kinds.ts';
import { buildTestSite, testSiteEnv } from '../../e2e/test-site.ts';
import { readEndpointSettings } from '../../endpoint/settings.ts';
import { startEndpoint } from '../../endpoint/start.ts';
import { freePort } from '../../serve/free-port.ts';
import { serveSite } from '../../serve/serve-site.ts';
import { countAsked, namesAsked } from '../options.ts';
import type { Part, Row } from '../report.ts';
import { scratch } from '../scratch.ts';
import { startBareBrowser } from './bare-browser.ts';
import { LIGHTHOUSE, lookAtPages } from './lighthouse.ts';
import { pageRows } from './second-page.ts';
import { hasOpenSsl, secureFront, TRUSTING } from './secure-front.ts';

/**
 * Looks at each page, in rounds through all of them: the machine is a third slower for minutes at a time, and three
 * looks one after the other would all fall into them. BENCH_LOOKS=1 is three times faster; BENCH_PAGES=main,session
 * looks at these kinds of page alone.
 */
const LOOKS = 3;
/** Shown at wrong addresses alone; its own is no page that anybody goes to. */
const NOT_FOUND = 'not-found';
/** What the profile of Lighthouse and the browser themselves cost: pages with nothing but a heading and a link. */
const FLOOR = 'bench-floor';
const FLOOR_PAGE = `<!doctype html><html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Пол</title></head><body><h1><a href="/${FLOOR}/next/">Пол</a></h1></body></html>`;

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
    const kinds = (await plainKinds(siteDir)).filter(({ name }) => name !== NOT_FOUND);
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
        const pages = kinds.filter(({ name }) => only?.includes(name) !== false);
        const html = async (url: string): Promise<string> => (await fetch(plain.url + url)).text();
        const looked = await lookAtPages(pages, `/${FLOOR}/`, {
          ...{ origin: server.url, dir: plan.dir, chrome, looks, html, say },
        });
        rows.push(...looked.rows);
        skipped.push(...looked.skipped);
      } else skipped.push('Lighthouse: not installed (npm run bench:peers)');
    } finally {
      await server.close();
      await plain.close();
      await endpoint.close();
    }
    return { part: 'load', rows, skipped };
  },
};
