import type { Page } from 'playwright-core';
import { pageKinds } from '../page-kinds.ts';
import type { Suite, SuiteContext } from '../suite.ts';
import { TEST_NOW } from '../test-site.ts';
import { layoutFaults, smallTargets } from './measure.ts';

const WIDTHS = [320, 375, 768, 1024, 1240, 1960] as const;

async function everyPage(
  { baseUrl, siteDir }: SuiteContext,
  page: Page,
  look: (name: string) => Promise<string[]>,
): Promise<void> {
  const faults: string[] = [];
  await page.clock.setFixedTime(TEST_NOW);
  for (const { name, url } of await pageKinds(siteDir)) {
    await page.goto(baseUrl + url, { waitUntil: 'load' });
    await page.waitForFunction(() => document.documentElement.dataset.fonts !== 'wait');
    faults.push(...(await look(name)));
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

function expectFault(faults: readonly string[], words: string): void {
  if (!faults.some((fault) => fault.includes(words)))
    throw new Error(`the measure does not see «${words}»: ${faults.join('; ')}`);
}

export const suite: Suite = {
  name: 'Вёрстка',
  tests: [
    {
      title: 'мерка видит прокрутку вбок, обрезанный текст, наложение и неровный ряд',
      run: async ({ newPage }) => {
        const page = await newPage({ viewport: { width: 320, height: 600 } });
        await page.setContent(
          `<style>.button{display:block;width:60px;white-space:nowrap}.cards{display:flex}.card{height:10px}</style>
           <header class="top"><a class="brand" style="position:absolute;left:0;top:0;width:90px;height:40px">А</a>
           <button class="top__vision" style="position:absolute;left:50px;top:0;width:90px;height:40px">Б</button></header>
           <p style="width:900px">широкий ${'текст '.repeat(40)}</p><span class="button">не помещается в кнопку</span>
           <ul class="cards"><li><div class="card">а</div></li><li><div class="card" style="height:40px">б</div></li></ul>`,
        );
        const faults = await layoutFaults(page);
        for (const words of ['sideways', 'off the screen', 'out of its box', 'header overlap', 'uneven row'])
          expectFault(faults, words);
        expectFault(await smallTargets(page), 'button');
      },
    },
    {
      title: 'каждый вид страницы на ширинах 320, 375, 768, 1024, 1240 и 1960 стоит ровно',
      run: async (context) => {
        const page = await context.newPage();
        await everyPage(context, page, async (name) => {
          const faults: string[] = [];
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 800 });
            for (const fault of await layoutFaults(page)) faults.push(`${name} @${String(width)}: ${fault}`);
          }
          return faults;
        });
      },
    },
    {
      title: 'размер букв 200 % и широкие расстояния на 320 и 1240 ничего не ломают',
      run: async (context) => {
        const page = await context.newPage();
        await page.addInitScript(() => {
          localStorage.setItem('vision', JSON.stringify({ size: '200', spacing: 'wide' }));
        });
        await everyPage(context, page, async (name) => {
          const faults: string[] = [];
          for (const width of [320, 1240]) {
            await page.setViewportSize({ width, height: 800 });
            for (const fault of await layoutFaults(page))
              faults.push(`${name} @${String(width)} 200 %: ${fault}`);
          }
          return faults;
        });
      },
    },
    {
      title: 'по кнопкам, полям и ссылкам меню легко попасть пальцем: 44 пикселя',
      run: async (context) => {
        const page = await context.newPage({ viewport: { width: 375, height: 812 } });
        await everyPage(context, page, async (name) =>
          (await smallTargets(page)).map((fault) => `${name}: ${fault}`),
        );
      },
    },
    {
      title: 'при загрузке ничего не сдвигается: CLS 0',
      run: async (context) => {
        const page = await context.newPage({ viewport: { width: 375, height: 812 } });
        await page.addInitScript(() => {
          const shifts: string[] = [];
          Object.assign(window, { shifts });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
              const { value } = entry as PerformanceEntry & { value: number };
              shifts.push(value.toFixed(4));
            }
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await everyPage(context, page, async (name) => {
          const shifts = await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
          return shifts.map((shift) => `${name}: layout shift ${shift}`);
        });
      },
    },
  ],
};
