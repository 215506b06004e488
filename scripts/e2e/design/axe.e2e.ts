import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { pageKinds } from '../page-kinds.ts';
import type { Suite, SuiteContext } from '../suite.ts';
import { TEST_NOW } from '../test-site.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(' ')} — ${node.html.slice(0, 120)}`),
  );
}

async function lookAt(
  { baseUrl, siteDir }: SuiteContext,
  page: Page,
  only: (name: string) => boolean = () => true,
): Promise<void> {
  const faults: string[] = [];
  await page.clock.setFixedTime(TEST_NOW);
  for (const { name, url } of (await pageKinds(siteDir)).filter((kind) => only(kind.name))) {
    await page.goto(baseUrl + url, { waitUntil: 'load' });
    await page.waitForFunction(() => document.documentElement.dataset.fonts !== 'wait');
    for (const fault of await violations(page)) faults.push(`${name}: ${fault}`);
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

function withPanel(page: Page, choice: Record<string, string>): Promise<unknown> {
  return page.addInitScript((kept) => {
    localStorage.setItem('vision', kept);
  }, JSON.stringify(choice));
}

const schemes = (['light', 'dark', 'blue'] as const).map((contrast) => ({
  title: `axe ничего не находит в цветах «${contrast}» панели`,
  run: async (context: SuiteContext) => {
    const page = await context.newPage({ viewport: { width: 1024, height: 800 } });
    await withPanel(page, { contrast, size: contrast === 'dark' ? '200' : '125' });
    await lookAt(context, page, (name) =>
      contrast === 'dark' ? true : ['main', 'season', 'session', 'enterprises'].includes(name),
    );
  },
}));

export const suite: Suite = {
  name: 'Доступность',
  tests: [
    {
      title: 'axe видит бледный текст и картинку без описания',
      run: async ({ newPage }) => {
        const page = await newPage();
        await page.setContent(
          '<html lang="ru"><title>а</title><main><h1>А</h1><p style="color:#ccc">бледно</p><img src="a.png"></main>',
        );
        const found = (await violations(page)).join('\n');
        for (const rule of ['color-contrast', 'image-alt'])
          if (!found.includes(rule)) throw new Error(`axe missed ${rule}: ${found}`);
      },
    },
    {
      title: 'axe ничего не находит на светлой бумаге',
      run: async (context) =>
        lookAt(context, await context.newPage({ viewport: { width: 1240, height: 900 } })),
    },
    {
      title: 'axe ничего не находит на телефоне',
      run: async (context) =>
        lookAt(context, await context.newPage({ viewport: { width: 375, height: 812 } })),
    },
    {
      title: 'axe ничего не находит в тёмной схеме',
      run: async (context) => lookAt(context, await context.newPage({ colorScheme: 'dark' })),
    },
    ...schemes,
  ],
};
