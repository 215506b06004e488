/**
 * What comes when. The page's modules: after the first paint, all of them, and none on a page that nobody opened.
 * The next page: before the click.
 */
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Page } from 'playwright-core';
import { fetchedAhead } from '../fetched-ahead.ts';
import { modulesRan, withModules } from '../modules.ts';
import { lettersSettled } from '../own-letters.ts';
import { pageKinds } from '../page-kinds.ts';
import type { Suite } from '../suite.ts';

type Start = { named: number; started: string[]; brought: number; firstPaint: number; firstModule: number };

/** What the browser itself noted of the page's modules. */
function starts(page: Page): Promise<Start> {
  return page.evaluate(() => {
    // The script before the paint names the first, which brings the others.
    const [first, ...named] = document.querySelectorAll<HTMLScriptElement>('script[data-src]');
    if (first?.text.includes('import(') !== true) throw new Error('nothing brings the modules');
    const addresses = [first, ...named].map(({ dataset }) => new URL(dataset.src ?? '', location.href).href);
    const times = performance
      .getEntriesByType('resource')
      .filter(({ name }) => addresses.includes(name))
      .map(({ startTime }) => startTime);
    const started = document.head.querySelectorAll<HTMLScriptElement>('script[type="module"]');
    return {
      named: named.length,
      started: Array.from(started, ({ src }) => new URL(src).pathname),
      brought: times.length,
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      firstModule: Math.min(...times),
    };
  });
}

/** Pages opened from now on are not painted, as one made ahead: no frame, no first paint. */
async function neverPainted(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.requestAnimationFrame = () => 0;
    Object.defineProperty(window, 'PerformanceObserver', {
      value: class {
        observe(): void {
          /* nothing is ever painted */
        }
      },
    });
  });
}

export const suite: Suite = {
  name: 'Что и когда приходит',
  tests: [
    {
      title:
        'страница, которая приходит по частям, показывается своими буквами и до конца, и модули получает все',
      run: async ({ baseUrl, newPage }) => {
        const whole = await (await fetch(`${baseUrl}/rules/`)).text();
        const middle = whole.indexOf('</header>');
        let finish = (): void => undefined;
        const pass = async (url: string, response: ServerResponse): Promise<void> => {
          const given = await fetch(baseUrl + url);
          response.writeHead(given.status, { 'content-type': given.headers.get('content-type') ?? '' });
          response.end(Buffer.from(await given.arrayBuffer()));
        };
        const server = createServer((request, response) => {
          if (request.url === '/rules/') {
            response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
            response.write(whole.slice(0, middle));
            finish = () => response.end(whole.slice(middle));
          } else void pass(request.url ?? '', response);
        });
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
        try {
          const address = server.address();
          const port = typeof address === 'object' && address !== null ? address.port : 0;
          const page = await newPage();
          await page.goto(`http://127.0.0.1:${port}/rules/`, { waitUntil: 'commit' });
          await page.locator('header').waitFor();
          await lettersSettled(page);
          assert.equal(await page.evaluate(() => document.documentElement.dataset.fonts), 'own');
          assert.equal(await page.locator('main h1').count(), 0);
          // The first module has run before the page is whole.
          await page.evaluate(async () => {
            const first = document.querySelector<HTMLScriptElement>('script[data-src]');
            await import(first?.dataset.src ?? '');
          });
          finish();
          await page.locator('footer').waitFor();
          await modulesRan(page);
          const { named, started } = await starts(page);
          assert.ok(named > 1 && started.length === named, started.join(' '));
          await page.locator('body > link[media="print"]').waitFor({ state: 'attached' });
        } finally {
          server.closeAllConnections();
          server.close();
        }
      },
    },
    {
      title: 'на каждом виде страницы модули просят после первой отрисовки, все и по одному разу',
      run: async ({ baseUrl, siteDir, browser }) => {
        // A clock of a test's own would hide what the browser notes.
        const context = await browser.newContext();
        const page = withModules(await context.newPage());
        for (const { name, url } of await pageKinds(siteDir)) {
          await page.goto(baseUrl + url);
          const { named, started, brought, firstPaint, firstModule } = await starts(page);
          assert.equal(brought, named + 1, name);
          assert.equal(started.length, named, `${name}: ${started.join(', ')}`);
          assert.equal(new Set(started).size, named, name);
          assert.ok(
            Number.isFinite(firstModule) && firstModule >= firstPaint,
            `${name}: ${firstModule} before ${firstPaint}`,
          );
        }
        await context.close();
      },
    },
    {
      title: 'значки для домашнего экрана называют после модулей: они есть и отвечают',
      run: async ({ baseUrl, newPage }) => {
        const page = await newPage();
        const answer = await page.goto(`${baseUrl}/contacts/`);
        assert.equal(answer === null || (await answer.text()).includes('webmanifest'), false);
        const link = page.locator('head > link[rel="manifest"]');
        await link.waitFor({ state: 'attached' });
        assert.equal(await link.count(), 1);
        const list = await page.request.get(new URL((await link.getAttribute('href')) ?? '', baseUrl).href);
        const { icons } = (await list.json()) as { icons: { src: string }[] };
        assert.ok(icons.length > 0);
        for (const { src } of icons) assert.equal((await page.request.get(baseUrl + src)).status(), 200, src);
      },
    },
    {
      title: 'страница, на которую указали, приходит до щелчка',
      run: async ({ baseUrl, newPage }) => {
        const page = await newPage();
        await page.goto(baseUrl);
        const fetched = await fetchedAhead(page, () => page.hover('header a[href="/enterprises/"]'));
        assert.equal(fetched, `${baseUrl}/enterprises/`);
      },
    },
    {
      title: 'адрес с вопросом просит модули, не дожидаясь отрисовки',
      run: async ({ baseUrl, newPage }) => {
        const page = await newPage();
        await neverPainted(page);
        await page.goto(`${baseUrl}/enterprises/?age=7`);
        const { named, started } = await starts(page);
        assert.equal(started.length, named);
      },
    },
    {
      title: 'браузер, который не говорит о первой отрисовке, тоже получает модули',
      run: async ({ baseUrl, newPage }) => {
        const page = await newPage();
        await page.addInitScript(() => {
          Reflect.deleteProperty(window, 'PerformanceObserver');
        });
        await page.goto(`${baseUrl}/rules/`);
        const { named, started } = await starts(page);
        assert.equal(started.length, named);
      },
    },
    {
      title: 'страница, которую открыли заранее и не показали, модулей не просит',
      run: async ({ baseUrl, newPage }) => {
        const page = await newPage();
        await neverPainted(page);
        await page.goto(`${baseUrl}/rules/`, { waitUntil: 'domcontentloaded' });
        await lettersSettled(page);
        await page.waitForLoadState('networkidle');
        assert.equal((await starts(page)).brought, 0);
      },
    },
  ],
};
