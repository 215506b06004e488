/**
 * What comes when. The page's modules: after the first paint, all of them, and none on a page that nobody opened.
 * The next page: before the click.
 */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { fetchedAhead } from '../fetched-ahead.ts';
import { withModules } from '../modules.ts';
import { lettersSettled } from '../own-letters.ts';
import { pageKinds } from '../page-kinds.ts';
import type { Suite } from '../suite.ts';

type Start = { named: number; started: string[]; firstPaint: number; firstModule: number };

/** What the browser itself noted of the page's modules. */
function starts(page: Page): Promise<Start> {
  return page.evaluate(() => {
    const named = Array.from(document.querySelectorAll<HTMLScriptElement>('script[data-src]'));
    const addresses = named.map(({ dataset }) => new URL(dataset.src ?? '', location.href).href);
    const times = performance
      .getEntriesByType('resource')
      .filter(({ name }) => addresses.includes(name))
      .map(({ startTime }) => startTime);
    const started = document.head.querySelectorAll<HTMLScriptElement>('script[type="module"]');
    return {
      named: named.length,
      started: Array.from(started, ({ src }) => new URL(src).pathname),
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
      title: 'на каждом виде страницы модули просят после первой отрисовки, все и по одному разу',
      run: async ({ baseUrl, siteDir, browser }) => {
        // A clock of a test's own would hide what the browser notes.
        const context = await browser.newContext();
        const page = withModules(await context.newPage());
        for (const { name, url } of await pageKinds(siteDir)) {
          await page.goto(baseUrl + url);
          const { named, started, firstPaint, firstModule } = await starts(page);
          assert.ok(named > 0, `${name}: no module`);
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
        assert.deepEqual((await starts(page)).started, []);
      },
    },
  ],
};
