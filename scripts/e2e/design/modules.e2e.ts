/**
 * What comes when. The page's modules: after the first paint, all of them, and none on a page that nobody opened.
 * The next page: before the click.
 */
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Page } from 'playwright-core';
import { FAR_BLOCKS } from '../../../src/components/late/far-blocks.ts';
import { LETTERS_STORAGE } from '../../../src/components/late/letters-storage.ts';
import { fetchedAhead } from '../fetched-ahead.ts';
import { modulesRan, withModules } from '../modules.ts';
import { lettersSettled, openInOwnLetters } from '../own-letters.ts';
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

type Far = { layout: string; laid: number; far: number };

/** How many of the blocks that may stand below the screen are laid out, and whether the page waits with the others. */
function farBlocks(page: Page): Promise<Far> {
  return page.evaluate((selector) => {
    const blocks = Array.from(document.querySelectorAll(selector));
    const laid = blocks.filter((block) => getComputedStyle(block).contentVisibility === 'visible').length;
    const layout = document.documentElement.dataset.far === undefined ? 'whole' : 'first screen';
    return { layout, laid, far: blocks.length - laid };
  }, FAR_BLOCKS);
}

/** The answers to requests for modules are held back until the returned function is called. */
async function holdModules(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  return () => {
    release();
  };
}

export const suite: Suite = {
  name: 'Что и когда приходит',
  tests: [
    {
      title:
        'первая страница и следующие размечаются без дальних блоков, потом целиком; по якорю и там, где страницу оставили, — сразу целиком',
      run: async ({ baseUrl, browser }) => {
        const context = await browser.newContext({ viewport: { width: 375, height: 720 } });
        const page = await context.newPage();
        await page.goto(`${baseUrl}/about/#main`, { waitUntil: 'commit' });
        await lettersSettled(page);
        assert.equal((await farBlocks(page)).layout, 'whole');
        await page.evaluate(() => {
          localStorage.clear();
        });
        const firstScreen = async (least: number, open: () => Promise<unknown>): Promise<void> => {
          const release = await holdModules(page);
          await open();
          await lettersSettled(page);
          const before = await farBlocks(page);
          assert.equal(before.layout, 'first screen');
          assert.ok(before.laid === 0 && before.far >= least, JSON.stringify(before));
          const bottom = await page.locator('footer').boundingBox();
          assert.ok((bottom?.height ?? 0) > 0, 'a footer without height');
          release();
          await page.waitForFunction(() => document.documentElement.dataset.far === undefined);
          assert.deepEqual(await farBlocks(page), { layout: 'whole', laid: before.far, far: 0 });
        };
        const whole = async (open: () => Promise<unknown>): Promise<void> => {
          await open();
          await lettersSettled(page);
          assert.equal((await farBlocks(page)).layout, 'whole');
        };
        await firstScreen(4, () => page.goto(baseUrl, { waitUntil: 'commit' }));
        await firstScreen(2, async () => {
          await page.locator('header a[href="/enterprises/"]').click({ noWaitAfter: true });
          await page.waitForURL('**/enterprises/', { waitUntil: 'commit' });
        });
        await whole(() => page.reload({ waitUntil: 'commit' }));
        await whole(() => page.goBack({ waitUntil: 'commit' }));
        await context.close();
      },
    },
    {
      title: 'первая страница не ждёт шрифта цифр, он приходит после неё; следующая ждёт и его',
      run: async ({ baseUrl, browser }) => {
        const context = await browser.newContext();
        const page = withModules(await context.newPage());
        const asked: string[] = [];
        page.on('request', (request) => asked.push(new URL(request.url()).pathname));
        const release = await holdModules(page);
        await page.goto(baseUrl, { waitUntil: 'commit' });
        await lettersSettled(page);
        assert.equal(await page.evaluate(() => document.documentElement.dataset.letters), 'few');
        assert.ok(!asked.some((name) => name.includes('pt-mono')), asked.join(' '));
        assert.ok(!asked.some((name) => name.includes('golos-latin')), asked.join(' '));
        release();
        await page.waitForFunction(() => document.documentElement.dataset.letters === 'most');
        assert.ok(
          asked.some((name) => name.includes('pt-mono-ru')),
          asked.join(' '),
        );
        await modulesRan(page);
        await page.goto(`${baseUrl}/contacts/`);
        assert.deepEqual(
          await page.evaluate(() => [
            document.documentElement.dataset.letters,
            Array.from(document.fonts).filter(({ status }) => status === 'loading').length,
          ]),
          [undefined, 0],
        );
        assert.ok(
          asked.some((name) => name.includes('golos-latin')),
          asked.join(' '),
        );
        await context.close();
      },
    },
    {
      title: 'где запасные цифры другой ширины, шрифт цифр ждёт следующей страницы: строки не двигаются',
      run: async ({ baseUrl, browser }) => {
        const context = await browser.newContext();
        const page = withModules(await context.newPage());
        await page.addInitScript(() => {
          CanvasRenderingContext2D.prototype.measureText = () => ({ width: 50 }) as TextMetrics;
        });
        await page.goto(baseUrl);
        await page.waitForFunction((key) => localStorage.getItem(key) === '1', LETTERS_STORAGE);
        const letters = (): Promise<string | undefined> =>
          page.evaluate(() => document.documentElement.dataset.letters);
        assert.equal(await letters(), 'few');
        await page.goto(`${baseUrl}/contacts/`);
        assert.equal(await letters(), undefined);
        await context.close();
      },
    },
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
      title: 'первая страница размечается в два приёма, а в браузере без очереди задач — в один, и видна',
      run: async ({ baseUrl, browser }) => {
        for (const [queue, steps] of [
          ['with', ['task', 'wait', 'task', 'top', 'own']],
          ['without', ['wait', 'top', 'own']],
        ] as const) {
          const context = await browser.newContext();
          const page = await context.newPage();
          await page.addInitScript((has) => {
            const seen: string[] = [];
            const { scheduler } = window as unknown as {
              scheduler: { postTask: (...all: unknown[]) => unknown };
            };
            const post = scheduler.postTask.bind(scheduler);
            scheduler.postTask = (...all) => {
              seen.push('task');
              return post(...all);
            };
            if (has === 'without') Reflect.deleteProperty(window, 'scheduler');
            Object.assign(window, { seen });
            new MutationObserver(() => {
              const now = document.documentElement.dataset.fonts;
              if (now !== undefined && now !== seen.at(-1)) seen.push(now);
            }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-fonts'] });
          }, queue);
          await openInOwnLetters(page, `${baseUrl}/rules/`);
          assert.deepEqual(await page.evaluate('seen'), steps);
          assert.ok(await page.locator('main h1').isVisible());
          await context.close();
        }
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
