import assert from 'node:assert/strict';
import { pageKinds } from '../page-kinds.ts';
import type { Suite, SuiteContext } from '../suite.ts';

/** What a screen reader hears at the top of every page. */
const BANNER = `- banner:
  - button "Версия для слабовидящих"
  - link "Открой#Моспром":
    - /url: /
  - search:
    - text: Что ищете?
    - searchbox "Что ищете?"
    - button "Найти"
  - navigation "Разделы сайта":
    - list:
      - listitem:
        - link "Предприятия":
          - /url: /enterprises/
      - listitem:
        - link "Сезоны":
          - /url: /seasons/
      - listitem:
        - link "События":
          - /url: /events/
      - listitem:
        - link "Новости":
          - /url: /news/
      - listitem:
        - link "О программе":
          - /url: /about/`;

/** Names of the controls of the form, in order; what is optional says so. */
const FORM = [
  'textbox "Имя и фамилия"',
  'textbox "Электронная почта"',
  'textbox "Телефон"',
  'textbox "Сколько вас будет"',
  'textbox "Возраст детей — необязательно"',
  'textbox "Что нам учесть — необязательно"',
];

/** Heading levels that jump over one, and pages without exactly one of the first. */
export function outlineFaults(levels: readonly number[]): string[] {
  const faults: string[] = [];
  if (levels.filter((level) => level === 1).length !== 1) faults.push('not exactly one h1');
  levels.forEach((level, index) => {
    const before = levels[index - 1] ?? 0;
    if (level > before + 1) faults.push(`h${String(before)} is followed by h${String(level)}`);
  });
  return faults;
}

async function outlines(context: SuiteContext): Promise<void> {
  const page = await context.newPage();
  const faults: string[] = [];
  for (const { name, url } of await pageKinds(context.siteDir)) {
    await page.goto(context.baseUrl + url);
    const tree = await page.locator('main').ariaSnapshot();
    const levels = [...tree.matchAll(/^\s*- .?heading ".*\[level=(\d)\]/gm)].map((match) => Number(match[1]));
    for (const fault of outlineFaults(levels)) faults.push(`${name}: ${fault}`);
    const parts = (await page.locator('body').ariaSnapshot()).match(/^- (?:banner|main|contentinfo)\b/gm);
    if (parts?.join(' ') !== '- banner - main - contentinfo') faults.push(`${name}: ${String(parts)}`);
  }
  assert.deepEqual(faults, []);
}

export const suite: Suite = {
  name: 'Дерево доступности',
  tests: [
    {
      title: 'вверху страницы имена и порядок таковы, как их слышит читающий с экрана',
      run: async ({ newPage, baseUrl }) => {
        const page = await newPage({ javaScriptEnabled: true });
        await page.goto(`${baseUrl}/rules/`);
        const whole = await page.locator('body').ariaSnapshot();
        const banner = whole.slice(whole.indexOf('- banner:'), whole.indexOf('\n- main:'));
        // The search box becomes a combobox once its script has come; both are right.
        assert.equal(banner.replace('- combobox', '- searchbox'), BANNER);
      },
    },
    {
      title: 'на каждом виде страницы части стоят по порядку, заголовок один, уровни без пропусков',
      run: outlines,
    },
    {
      title: 'поля записи названы и стоят по порядку',
      run: async ({ newPage, baseUrl, siteDir }) => {
        const session = (await pageKinds(siteDir)).find(({ name }) => name === 'session');
        const page = await newPage();
        await page.goto(baseUrl + (session?.url ?? '/'));
        const tree = await page.locator('form[method="post"]').ariaSnapshot();
        const controls = [...tree.matchAll(/- ((?:textbox|spinbutton) "[^"]*")/g)].map((match) => match[1]);
        assert.deepEqual(controls, FORM);
      },
    },
    {
      title: 'мерка видит пропущенный уровень и второй заголовок',
      run: () => {
        assert.deepEqual(outlineFaults([1, 2, 3, 2]), []);
        assert.deepEqual(outlineFaults([1, 3]), ['h1 is followed by h3']);
        assert.deepEqual(outlineFaults([1, 1]), ['not exactly one h1']);
        return Promise.resolve();
      },
    },
  ],
};
