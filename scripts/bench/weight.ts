/** weight: what a first visit of each kind of page costs. */
import path from 'node:path';
import { findBrowser, launchBrowser, NO_BROWSER } from '../e2e/browser.ts';
import { BUDGETS } from '../e2e/budgets.ts';
import { pageKinds } from '../e2e/page-kinds.ts';
import { pageWeight } from '../e2e/page-weight.ts';
import { buildTestSite } from '../e2e/test-site.ts';
import { serveStatic } from '../serve/static-server.ts';
import type { Part, Row } from './report.ts';
import { scratch } from './scratch.ts';

const KB = 1024;

export const part: Part = {
  name: 'weight',
  run: async (say) => {
    if (findBrowser() === null) return { part: 'weight', rows: [], skipped: [NO_BROWSER] };
    const dir = scratch('weight');
    const server = await serveStatic(4790, { dir: path.join(dir, 'site', 'site') });
    const browser = await launchBrowser();
    try {
      say('weight: building the test site');
      const { siteDir } = await buildTestSite({
        dir: path.join(dir, 'site'),
        siteUrl: server.url,
        endpointUrl: 'http://localhost:4799',
      });
      const rows: Row[] = [];
      for (const { name, url } of await pageKinds(siteDir)) {
        const weight = await pageWeight(browser, server.url, url);
        const row = (what: string, bytes: number, target?: number): Row => ({
          name: `${name}: ${what}`,
          samples: [bytes / KB],
          unit: 'KB',
          ...(target === undefined ? {} : { target: target / KB }),
        });
        rows.push(
          row('HTML and CSS, raw', weight.raw.html + weight.raw.css),
          row('HTML and CSS', weight.brotli.html + weight.brotli.css),
          row('script', weight.brotli.script, BUDGETS.scriptBeforeInteraction),
          row('first flight', weight.firstFlight, BUDGETS.firstFlight),
          row('fonts', weight.brotli.font),
          row('pictures', weight.brotli.picture),
          row('total', weight.total, name.startsWith('session') ? BUDGETS.sessionPageTotal : undefined),
          { name: `${name}: requests`, samples: [weight.requests], unit: '' },
        );
      }
      return { part: 'weight', rows, skipped: [] };
    } finally {
      await browser.close();
      await server.close();
    }
  },
};
