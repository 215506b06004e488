/** weight: what a first visit of each kind of page costs. */
import { findBrowser, launchBrowser, NO_BROWSER } from '../e2e/browser.ts';
import { BUDGETS } from '../e2e/budgets.ts';
import { plainKinds } from '../e2e/page-kinds.ts';
import { pageWeight } from '../e2e/page-weight.ts';
import { buildTestSite, testSiteEnv } from '../e2e/test-site.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { freePort } from '../serve/free-port.ts';
import { serveSite } from '../serve/serve-site.ts';
import type { Part, Row } from './report.ts';
import { scratch } from './scratch.ts';

const KB = 1024;

export const part: Part = {
  name: 'weight',
  run: async (say) => {
    if (findBrowser() === null) return { part: 'weight', rows: [], skipped: [NO_BROWSER] };
    const port = await freePort(4790);
    const plan = {
      dir: scratch('weight'),
      siteUrl: `http://localhost:${port}`,
      endpointUrl: 'http://localhost:4799',
      plain: true,
    };
    say('weight: building the test site');
    const { siteDir } = await buildTestSite(plan);
    const server = await serveSite(port, siteDir, readSettings(testSiteEnv(plan)));
    const browser = await launchBrowser();
    try {
      const rows: Row[] = [];
      for (const { name, url } of await plainKinds(siteDir)) {
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
          row('first flight and all script', weight.withScripts),
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
