import type { Page } from 'playwright-core';
import { pageKinds } from '../page-kinds.ts';
import type { Suite } from '../suite.ts';
import { TEST_NOW } from '../test-site.ts';
import { focusState } from './measure.ts';

const LONGEST_WALK = 90;

/** Walks with Tab until the walk leaves the page or is long enough; returns what is wrong on the way. */
async function walk(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  for (let step = 1; step <= LONGEST_WALK; step++) {
    await page.keyboard.press('Tab');
    const state = await focusState(page);
    if (state.nowhere) break;
    if (!state.visible) faults.push(`${name}, step ${String(step)}: «${state.name}» is out of sight`);
    else if (state.covered) faults.push(`${name}, step ${String(step)}: «${state.name}» is covered`);
    if (!state.ring) faults.push(`${name}, step ${String(step)}: «${state.name}» has no focus ring`);
  }
  return faults;
}

export const suite: Suite = {
  name: 'Клавиатура',
  tests: [
    {
      title: 'обход видит ссылку без рамки фокуса и закрытую другой частью',
      run: async ({ newPage }) => {
        const page = await newPage();
        await page.setContent(
          '<style>a{outline:0}div{position:fixed;inset:0;background:#fff}</style><p><a href="#">ссылка</a></p><div></div>',
        );
        const faults = (await walk(page, 'bad')).join('\n');
        for (const words of ['no focus ring', 'is covered'])
          if (!faults.includes(words)) throw new Error(`not seen: ${words}`);
      },
    },
    {
      title: 'фокус виден и ничем не закрыт на каждой главной странице, в узком и широком окне',
      run: async ({ baseUrl, siteDir, newPage }) => {
        const page = await newPage();
        await page.clock.setFixedTime(TEST_NOW);
        const faults: string[] = [];
        const kinds = (await pageKinds(siteDir)).filter(({ name }) =>
          ['main', 'season', 'session', 'enterprise', 'about'].includes(name),
        );
        for (const { name, url } of kinds) {
          for (const width of [375, 1240]) {
            await page.setViewportSize({ width, height: 700 });
            await page.goto(baseUrl + url);
            faults.push(...(await walk(page, `${name} @${String(width)}`)));
          }
        }
        if (faults.length > 0) throw new Error(faults.join('\n'));
      },
    },
    {
      title: 'первая остановка — «К содержанию», вторая — версия для слабовидящих',
      run: async ({ baseUrl, newPage }) => {
        const page = await newPage();
        await page.goto(baseUrl);
        await page.keyboard.press('Tab');
        const first = await focusState(page);
        if (first.href !== '#main' || !first.visible) throw new Error(`first stop: ${JSON.stringify(first)}`);
        await page.keyboard.press('Tab');
        if (!(await page.locator('[data-vision-open]').evaluate((el) => el === document.activeElement)))
          throw new Error('the second stop is not the panel');
        await page.keyboard.press('Enter');
        await page.locator('#vision').waitFor();
        await page.keyboard.press('Escape');
        if (await page.locator('#vision').isVisible()) throw new Error('Escape does not close the panel');
        if (!(await page.locator('[data-vision-open]').evaluate((el) => el === document.activeElement)))
          throw new Error('the focus does not come back to the button');
      },
    },
    {
      title: '«К содержанию» ставит фокус в содержание',
      run: async ({ baseUrl, newPage }) => {
        const page = await newPage();
        await page.goto(`${baseUrl}/about/`);
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        if (!(await page.locator('#main').evaluate((el) => el === document.activeElement)))
          throw new Error('the focus is not on the content');
      },
    },
  ],
};
