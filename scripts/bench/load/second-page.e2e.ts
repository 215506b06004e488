/** The measure of the second page: that it sees what is slow and refuses what it was not asked to measure. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBrowser } from '../../e2e/browser.ts';
import type { Suite } from '../../e2e/suite.ts';
import type { BareBrowser } from './bare-browser.ts';
import { startBareBrowser } from './bare-browser.ts';
import { NotMadeAhead } from './bare-tab.ts';
import type { Way } from './second-page.ts';
import { openBy } from './second-page.ts';

const SLOW_MS = 500;
const RULES = { prerender: [{ where: { href_matches: '/*' }, eagerness: 'moderate' }] };
const PAGES: Record<string, string> = {
  '/': '<a href="/quick/">quick</a> <a href="/slow/">slow</a>',
  '/ahead/': `<a href="/quick/">quick</a><script type="speculationrules">${JSON.stringify(RULES)}</script>`,
  '/quick/': '<h1>Quick</h1>',
  '/slow/': `<script>for (const end = performance.now() + ${SLOW_MS}; performance.now() < end;);</script><h1>Slow</h1>`,
};

const BY_KEY: Way = {
  name: 'by key',
  from: '/',
  to: '/quick/',
  madeAhead: false,
  open: (tab, link) => tab.enter(link),
};
const POINTED_AT: Way = {
  name: 'pointed at',
  from: '/ahead/',
  to: '/quick/',
  madeAhead: true,
  open: async (tab, link) => {
    await tab.pointAt(link);
    await tab.madeAhead();
    return tab.click();
  },
};

async function measuring(run: (browser: BareBrowser, origin: string) => Promise<void>): Promise<void> {
  const chrome = findBrowser();
  assert.ok(chrome !== null);
  const server = createServer((asked, answer) => {
    const page = PAGES[asked.url ?? ''];
    answer.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    answer.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const dir = await mkdtemp(path.join(tmpdir(), 'mosprom-bare-'));
  const browser = startBareBrowser(chrome, dir, []);
  try {
    await run(browser, `http://localhost:${(server.address() as AddressInfo).port}`);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

export const suite: Suite = {
  name: 'Мерка второй страницы',
  tests: [
    {
      title: 'видит страницу, которая долго работает до показа',
      run: () =>
        measuring(async (browser, origin) => {
          const { first, second } = await openBy(browser, origin, { ...BY_KEY, to: '/slow/' });
          assert.equal(first.path, '/');
          assert.ok(second.paintedAfter >= SLOW_MS, String(second.paintedAfter));
        }),
    },
    {
      title: 'видит, что страница сделана заранее, и не принимает сделанной по щелчку за такую и наоборот',
      run: () =>
        measuring(async (browser, origin) => {
          await assert.rejects(openBy(browser, origin, { ...BY_KEY, madeAhead: true }), NotMadeAhead);
          assert.equal(
            (await openBy(browser, origin, { ...BY_KEY, madeAhead: null })).second.madeAhead,
            false,
          );
          try {
            assert.equal((await openBy(browser, origin, POINTED_AT)).second.madeAhead, true);
          } catch (error) {
            // A browser short of memory makes none; that it is watched may not be the reason.
            if (!(error instanceof NotMadeAhead)) throw error;
            assert.doesNotMatch(error.message, /DevTools/);
            return;
          }
          await assert.rejects(
            openBy(browser, origin, { ...POINTED_AT, madeAhead: false }),
            /was made ahead/,
          );
          assert.equal(
            (await openBy(browser, origin, { ...POINTED_AT, madeAhead: null })).second.madeAhead,
            true,
          );
        }),
    },
    {
      title: 'называет ссылку, которой нет, другую страницу и браузер, который не запустился',
      run: () =>
        measuring(async (browser, origin) => {
          await assert.rejects(openBy(browser, origin, { ...BY_KEY, to: '/absent/' }), /absent/);
          const another: Way = { ...BY_KEY, open: (tab) => tab.enter('a[href="/slow/"]') };
          await assert.rejects(openBy(browser, origin, another), /\/slow\/ was opened, not \/quick\//);
          const none = startBareBrowser('/no/such/browser', tmpdir(), []);
          await assert.rejects(openBy(none, origin, BY_KEY), /ENOENT/);
          await none.close();
        }),
    },
  ],
};
