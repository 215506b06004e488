import type { Page } from 'playwright-core';
import { FONTS_WAIT_MS } from '../../../src/components/vision/pre-paint.ts';
import { lettersSettled, openInOwnLetters } from '../own-letters.ts';
import { pageKinds } from '../page-kinds.ts';
import type { Suite, SuiteContext } from '../suite.ts';
import { TEST_NOW } from '../test-site.ts';
import { layoutFaults, shownThoughHidden, smallTargets } from './measure.ts';

const WIDTHS = [320, 375, 768, 1024, 1240, 1960] as const;

async function everyPage(
  { baseUrl, siteDir }: SuiteContext,
  page: Page,
  look: (name: string) => Promise<string[]>,
): Promise<void> {
  const faults: string[] = [];
  await page.clock.setFixedTime(TEST_NOW);
  for (const { name, url } of await pageKinds(siteDir)) {
    await openInOwnLetters(page, baseUrl + url);
    faults.push(...(await look(name)));
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

function expectFault(faults: readonly string[], words: string): void {
  if (!faults.some((fault) => fault.includes(words)))
    throw new Error(`the measure does not see «${words}»: ${faults.join('; ')}`);
}

/** Notes every layout shift of every page that is opened from now on, with what moved. */
async function countShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & {
          value: number;
          sources: readonly { node: Node | null }[];
        };
        const moved = sources.map(({ node }) => (node?.textContent ?? '').trim().slice(0, 40));
        shifts.push(`${value.toFixed(4)} («${moved.join('», «')}»)`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

const shiftsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);

/** How long a page waits for its letters in a test that holds them back, milliseconds: until the test is over. */
const FOR_EVER = 600_000;

/**
 * Opens a page whose letters arrive only after a frame in which it waited for them, or in which it was shown
 * without them, and returns what moved when they came.
 */
async function shiftsOfLateLetters(page: Page, url: string, until: 'waits' | 'is shown'): Promise<string[]> {
  if (until === 'waits') {
    await page.addInitScript(
      ([wait, long]) => {
        const plain = window.setTimeout.bind(window);
        window.setTimeout = ((work: TimerHandler, ms?: number, ...given: unknown[]) =>
          plain(work, ms === wait ? long : ms, ...given)) as typeof window.setTimeout;
      },
      [FONTS_WAIT_MS, FOR_EVER] as const,
    );
  }
  let release: () => void = () => undefined;
  const shown = new Promise<void>((resolve) => (release = resolve));
  let held = 0;
  await page.route('**/_astro/*.woff2', async (route) => {
    held += 1;
    await shown;
    await route.continue();
  });
  await countShifts(page);
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  if (until === 'is shown') await lettersSettled(page);
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
  const late = page.waitForLoadState('networkidle');
  release();
  await late;
  await lettersSettled(page);
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
  if (held === 0) throw new Error('no letters were asked for');
  return shiftsOf(page);
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
      title: 'на ширине от 768 знак, поиск и кнопка в шапке стоят в одной строке, и без скриптов тоже',
      run: async ({ baseUrl, newPage }) => {
        for (const javaScriptEnabled of [true, false]) {
          const page = await newPage({ javaScriptEnabled });
          await openInOwnLetters(page, `${baseUrl}/news/`);
          const parts = page.locator(
            `.brand, .top .site-search, ${javaScriptEnabled ? '.top__vision' : '.top__plain'}`,
          );
          for (const width of WIDTHS.filter((one) => one >= 768)) {
            await page.setViewportSize({ width, height: 800 });
            const middles = await parts.evaluateAll((all) =>
              all.map((part) => part.getBoundingClientRect()).map(({ y, height }) => y + height / 2),
            );
            const [highest, lowest] = [Math.min(...middles), Math.max(...middles)];
            if (middles.length !== 3 || lowest - highest > 4)
              throw new Error(`the header @${String(width)} in rows: ${middles.join('; ')}`);
          }
        }
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
      title: 'спрятанное не видно: кнопок, которые без скриптов ничего не делают, без скриптов нет',
      run: async ({ baseUrl, siteDir, newPage }) => {
        const page = await newPage({ viewport: { width: 375, height: 812 }, javaScriptEnabled: false });
        await page.setContent(
          '<style>.button{display:flex}</style><p hidden>а</p><p class="button" hidden>б</p>',
        );
        const seen = await shownThoughHidden(page);
        if (seen.length !== 1) throw new Error(`the measure sees ${seen.join('; ')}`);
        const faults: string[] = [];
        for (const { name, url } of await pageKinds(siteDir)) {
          await page.goto(baseUrl + url);
          faults.push(...(await shownThoughHidden(page)).map((fault) => `${name}: ${fault}`));
        }
        if (faults.length > 0) throw new Error(faults.join('\n'));
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
      title: 'буквы, которые пришли после показа страницы или пока она их ждёт, ничего не сдвигают',
      run: async ({ baseUrl, newPage, siteDir }) => {
        const faults: string[] = [];
        for (const { name, url } of await pageKinds(siteDir)) {
          if (!['main', 'enterprise', 'season', 'session', 'session-past', 'about'].includes(name)) continue;
          for (const until of ['waits', 'is shown'] as const) {
            const page = await newPage({ viewport: { width: 375, height: 812 } });
            const shifts = await shiftsOfLateLetters(page, baseUrl + url, until);
            faults.push(...shifts.map((shift) => `${name} ${until}: layout shift ${shift}`));
            await page.close();
          }
        }
        if (faults.length > 0) throw new Error(faults.join('\n'));
      },
    },
    {
      title: 'мерка видит сдвиг и называет, что сдвинулось',
      run: async ({ baseUrl, newPage }) => {
        const page = await newPage({ viewport: { width: 375, height: 812 } });
        await countShifts(page);
        await page.goto(`${baseUrl}/about/`);
        await page.evaluate(
          () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
        );
        await page.evaluate(() => {
          const late = document.createElement('p');
          late.style.height = '90px';
          document.body.prepend(late);
        });
        await page.waitForFunction(() => (window as unknown as { shifts: string[] }).shifts.length > 0);
        if (!(await shiftsOf(page)).join().includes('О программе'))
          throw new Error('it is not said what moved');
      },
    },
    {
      title: 'при загрузке ничего не сдвигается: CLS 0',
      run: async (context) => {
        const page = await context.newPage({ viewport: { width: 375, height: 812 } });
        await countShifts(page);
        await everyPage(context, page, async (name) => {
          return (await shiftsOf(page)).map((shift) => `${name}: layout shift ${shift}`);
        });
      },
    },
  ],
};
