import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { openInOwnLetters } from '../own-letters.ts';
import { pageKinds } from '../page-kinds.ts';
import type { PageOptions, Suite, SuiteContext } from '../suite.ts';
import { TEST_NOW } from '../test-site.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page })
    .withTags(TAGS)
    .options({ resultTypes: ['violations'] })
    .analyze();
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(' ')} — ${node.html.slice(0, 120)}`),
  );
}

async function lookAt(
  { baseUrl, siteDir }: SuiteContext,
  page: Page,
  only: (name: string) => boolean,
  part: number,
): Promise<void> {
  const faults: string[] = [];
  await page.clock.setFixedTime(TEST_NOW);
  const kinds = (await pageKinds(siteDir)).filter(({ name }) => only(name));
  for (const { name, url } of kinds.filter((_, index) => index % PARTS === part)) {
    await openInOwnLetters(page, baseUrl + url);
    for (const fault of await violations(page)) faults.push(`${name}: ${fault}`);
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

function withPanel(page: Page, choice: Record<string, string>): Promise<unknown> {
  return page.addInitScript((kept) => {
    localStorage.setItem('vision', kept);
  }, JSON.stringify(choice));
}

/** Tests end after three minutes and machines are slow: every look at all pages is cut in parts. */
const PARTS = 3;

type Look = {
  what: string;
  options: PageOptions;
  panel?: Record<string, string>;
  only?: (name: string) => boolean;
};

/** The overfull day is looked at once, on paper; its parts are those of every season. */
const usual = (name: string): boolean => name !== 'stress-season';
const main = (name: string): boolean => ['main', 'season', 'session', 'enterprises', 'about'].includes(name);

const LOOKS: readonly Look[] = [
  { what: 'на светлой бумаге', options: { viewport: { width: 1240, height: 900 } } },
  { what: 'на телефоне', options: { viewport: { width: 375, height: 812 } }, only: usual },
  { what: 'в тёмной схеме', options: { colorScheme: 'dark' }, only: usual },
  { what: 'белым по чёрному, 200 %', options: {}, panel: { contrast: 'dark', size: '200' }, only: usual },
  { what: 'чёрным по белому', options: {}, panel: { contrast: 'light', spacing: 'wide' }, only: main },
  { what: 'тёмно-синим по голубому', options: {}, panel: { contrast: 'blue', pictures: 'off' }, only: main },
];

const looks = LOOKS.flatMap(({ what, options, panel, only = () => true }) =>
  Array.from({ length: PARTS }, (_, part) => ({
    title: `axe ничего не находит ${what} (часть ${String(part + 1)} из ${String(PARTS)})`,
    run: async (context: SuiteContext) => {
      const page = await context.newPage(options);
      if (panel !== undefined) await withPanel(page, panel);
      await lookAt(context, page, only, part);
    },
  })),
);

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
    ...looks,
  ],
};
