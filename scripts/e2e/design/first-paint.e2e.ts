/** What is laid out when: the first screen in few letters, far blocks and figures when it is shown. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { FAR_BLOCKS } from '../../../src/components/late/far-blocks.ts';
import { LETTERS_STORAGE } from '../../../src/components/late/letters-storage.ts';
import { modulesRan, withModules } from '../modules.ts';
import { lettersSettled, openInOwnLetters } from '../own-letters.ts';
import type { Suite } from '../suite.ts';

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
  name: 'Первый показ',
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
  ],
};
