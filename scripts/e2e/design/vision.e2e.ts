import type { Page } from 'playwright-core';
import type { Suite } from '../suite.ts';

const attributes = (page: Page): Promise<Record<string, string | undefined>> =>
  page.evaluate(() => {
    const { size, contrast, spacing, pictures } = document.documentElement.dataset;
    return { size, contrast, spacing, pictures };
  });

function expectEqual(actual: unknown, expected: unknown, what: string): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    throw new Error(`${what}: ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
}

/**
 * Keeps what the root element has when the first frame after the page's first script is about to be drawn: what is
 * asked of a frame after that script is done last in it. Nothing of the page stands in frames before that script.
 */
function noteFirstFrame(): void {
  const begin = new MutationObserver(() => {
    begin.disconnect();
    requestAnimationFrame(() => {
      const { size, contrast, spacing, pictures } = document.documentElement.dataset;
      Object.assign(window, { firstFrame: { size, contrast, spacing, pictures } });
    });
  });
  begin.observe(document, { subtree: true, attributeFilter: ['data-fonts'] });
}

async function firstFrame(page: Page): Promise<unknown> {
  await page.waitForFunction(() => 'firstFrame' in window);
  return page.evaluate('firstFrame');
}

export const suite: Suite = {
  name: 'Версия для слабовидящих',
  tests: [
    {
      title:
        'выбор действует сразу, помнится на другой странице до первой отрисовки и снимается одной кнопкой',
      run: async ({ baseUrl, newPage }) => {
        const page = await newPage();
        await page.goto(baseUrl);
        await page.locator('[data-vision-open]').click();
        await page.getByLabel('200 %').check();
        await page.getByLabel('Белым по чёрному').check();
        await page.getByLabel('Широкие').check();
        await page.getByLabel('Убрать').check();
        const chosen = { size: '200', contrast: 'dark', spacing: 'wide', pictures: 'off' };
        expectEqual(await attributes(page), chosen, 'chosen');

        await page.addInitScript(noteFirstFrame);
        await page.goto(`${baseUrl}/enterprises/`);
        expectEqual(await firstFrame(page), chosen, 'first frame');
        expectEqual(await attributes(page), chosen, 'kept');
        if (await page.locator('.plate').first().isVisible()) throw new Error('pictures are still there');
        const size = await page.evaluate(() =>
          parseFloat(getComputedStyle(document.documentElement).fontSize),
        );
        expectEqual(size, 32, 'size of letters');

        await page.locator('[data-vision-open]').click();
        await page.getByRole('button', { name: 'Вернуть обычный вид' }).click();
        expectEqual(await attributes(page), {}, 'after reset');
        expectEqual(await page.evaluate(() => localStorage.getItem('vision')), '{}', 'kept after reset');
        expectEqual(await page.context().cookies(), [], 'cookies');
      },
    },
    {
      title: 'первый кадр уже с тем, что выбрано, и когда очередь задач браузера медлит',
      run: async ({ baseUrl, newPage }) => {
        const page = await newPage();
        await page.addInitScript(() => {
          localStorage.setItem('vision', '{"contrast":"dark"}');
          Object.defineProperty(window, 'scheduler', {
            value: { postTask: () => new Promise(() => undefined) },
          });
        });
        await page.addInitScript(noteFirstFrame);
        await page.goto(baseUrl);
        expectEqual(await firstFrame(page), { contrast: 'dark' }, 'first frame');
        await page.locator('main h1').waitFor({ state: 'visible' });
      },
    },
    {
      title: 'страница, открытая заранее или показанная снова, берёт то, что выбрали тем временем',
      run: async ({ baseUrl, newPage }) => {
        const page = await newPage();
        await page.addInitScript(() => {
          localStorage.setItem('vision', '{"size":"200","contrast":"dark"}');
        });
        await page.goto(baseUrl);
        await page.evaluate(() => {
          localStorage.setItem('vision', '{"size":"150"}');
          document.dispatchEvent(new Event('prerenderingchange'));
        });
        expectEqual(await attributes(page), { size: '150' }, 'made ahead');
        await page.evaluate(() => {
          localStorage.setItem('vision', '{}');
          dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        });
        expectEqual(await attributes(page), {}, 'shown again');
      },
    },
    {
      title: 'чужие слова в хранилище ничего не ломают',
      run: async ({ baseUrl, newPage }) => {
        const page = await newPage();
        await page.addInitScript(() => {
          localStorage.setItem('vision', '{"size":"\\"><b>","contrast":7,"spacing":null}');
        });
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(error.message));
        await page.goto(baseUrl);
        const { size, spacing } = await attributes(page);
        expectEqual([size, spacing], [undefined, undefined], 'refused');
        expectEqual(errors, [], 'errors');
      },
    },
    {
      title: 'без скриптов вместо кнопки стоит ссылка на страницу о доступности',
      run: async ({ baseUrl, newPage }) => {
        const page = await newPage({ javaScriptEnabled: false });
        await page.goto(baseUrl);
        if (await page.locator('[data-vision-open]').isVisible()) throw new Error('a dead button is shown');
        if (!(await page.locator('.top__plain').isVisible())) throw new Error('no link instead of it');
      },
    },
  ],
};
