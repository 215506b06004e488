/** The registration form under keyboard, screen reader and narrow screens. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { panelWords } from '../../../src/i18n/ru/registration.ts';
import { projectRoot } from '../../build/stages.ts';
import type { Suite, SuiteTest } from '../suite.ts';
import { act } from './acts.ts';
import type { Visitor } from './acts.ts';
import { MATRIX_CLOSES, visitPath } from './content.ts';
import { matrixSite } from './matrix-build.ts';
import { buildMatrixSite } from './matrix-site.ts';
import type { Row } from './row.ts';
import { withVisitor } from './run-row.ts';
import { see } from './view.ts';

type Situation = Omit<Row, 'name' | 'expect'>;

/** A test that begins where a row's acts have led. */
function holds(title: string, situation: Situation, look: (visitor: Visitor) => Promise<void>): SuiteTest {
  const row: Row = { name: title, ...situation, expect: { view: 'form', stored: 0 } };
  return {
    title,
    run: async ({ browser }) => {
      await withVisitor(row, browser, await matrixSite(), look);
    },
  };
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() =>
    `${document.activeElement?.id ?? ''} ${document.activeElement?.className ?? ''}`.trim(),
  );

const SITUATIONS: readonly (readonly [string, Situation])[] = [
  ['open', { acts: [] }],
  [
    'with errors',
    {
      visit: 'young',
      answers: { children_ages: '7', phone: '+7' },
      acts: ['fill', 'send', { see: 'errors' }],
    },
  ],
  ['for school classes', { visit: 'schools', acts: [{ choose: '#r-group-class' }] }],
  ['for teams', { visit: 'team', acts: [] }],
  ['unknown', { acts: ['fill', { wire: 'hold' }, 'send', { handled: 1 }, 'reload', { see: 'unknown' }] }],
  ['accepted', { acts: ['fill', 'send', { see: 'accepted' }] }],
  ['not yet open', { visit: 'future', acts: [] }],
  ['closed', { visit: 'over', acts: [] }],
  ['cancelled', { visit: 'cancelled', acts: [] }],
];

const axeTests = SITUATIONS.map(([name, situation]) =>
  holds(`no finding of axe: ${name}`, situation, async ({ page }) => {
    // The page's time stands still, and axe waits by it.
    await page.clock.resume();
    const { violations } = await new AxeBuilder({ page }).include('[data-registration]').analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
      [],
    );
  }),
);

const narrowTests = SITUATIONS.map(([name, situation]) =>
  holds(
    `320 px: no sideways scroll, targets of 44 px: ${name}`,
    { ...situation, browser: { width: 320 } },
    async ({ page }) => {
      const { scroll, small } = await page.evaluate(() => {
        const targets = document.querySelectorAll<HTMLElement>(
          '[data-registration] :is(button, a, input:not([type=hidden]), textarea)',
        );
        const inSight = [...targets].filter((target) => target.checkVisibility() && target.tabIndex >= 0);
        return {
          scroll: document.documentElement.scrollWidth,
          small: inSight
            // A box is as large as its label beside it.
            .map(
              (target) =>
                [target, target.closest('.field--check')?.querySelector('label') ?? target] as const,
            )
            .filter(([target, area]) => !target.matches('a') && area.getBoundingClientRect().height < 43.5)
            .map(([target]) => target.outerHTML.slice(0, 100)),
        };
      });
      assert.ok(scroll <= 320, `the page is ${scroll} px wide`);
      assert.deepEqual(small, []);
    },
  ),
);

export const suite: Suite = {
  name: 'registration form',
  tests: [
    ...axeTests,
    ...narrowTests,
    holds(
      'the summary takes the focus, the title begins with «Ошибка:», the words are the same',
      { acts: ['send'] },
      async ({ page }) => {
        await see(page, 'errors');
        assert.equal(await page.evaluate(() => document.activeElement?.matches('[data-summary]')), true);
        assert.match(await page.title(), /^Ошибка: /);
        const links = await page.locator('[data-summary-list] li').allInnerTexts();
        const lines = (await page.locator('.field__error').allInnerTexts()).filter((line) => line !== '');
        assert.deepEqual(links, lines);
        assert.equal(links.length, 5);
        assert.equal(await page.locator('#r-name').getAttribute('aria-invalid'), 'true');
        assert.match((await page.locator('#r-name').getAttribute('aria-describedby')) ?? '', /r-name-error/);
      },
    ),
    holds(
      'a link of the summary leads into its field',
      { acts: ['send', { see: 'errors' }] },
      async ({ page }) => {
        await page.locator('[data-summary-list] a').nth(1).click();
        assert.equal(await page.evaluate(() => document.activeElement?.id), 'r-email');
      },
    ),
    holds(
      'after the first sending fields are checked one by one',
      { acts: ['send', { see: 'errors' }] },
      async ({ page }) => {
        await page.locator('#r-name').fill('Анна Петрова');
        await page.locator('#r-name').blur();
        await page.locator('#r-name-error').waitFor({ state: 'hidden' });
        assert.equal(await page.locator('[data-summary-list] li').count(), 4);
        assert.equal(await page.locator('#r-name').getAttribute('aria-invalid'), null);
      },
    ),
    holds('before it nothing is called an error', { acts: [] }, async ({ page }) => {
      await page.locator('#r-email').fill('нет');
      await page.locator('#r-email').blur();
      assert.equal(await page.locator('.field__error:visible').count(), 0);
    }),
    holds('the whole form by keyboard alone', { acts: [] }, async ({ page, world }) => {
      await page.locator('#r-name').focus();
      const answers = ['Анна Петрова', 'anna@example.ru', '+79991234567', '2', '', ''];
      for (const answer of answers) {
        await page.keyboard.insertText(answer);
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Space');
      assert.equal(await page.locator('#r-consent').isChecked(), true);
      // Two links to the texts, the box for news, its link, the button.
      for (let tab = 0; tab < 5; tab += 1) await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement?.matches('[data-submit]')), true);
      await page.keyboard.press('Enter');
      await see(page, 'accepted');
      assert.equal(await focused(page).then((name) => name.includes('accepted-title')), true);
      assert.equal(await world.storedCount(), 1);
    }),
    holds(
      'an open outcome takes the focus, its answers can be read but not changed',
      { acts: ['fill', { wire: 'hold' }, 'send', { handled: 1 }, 'reload', { see: 'unknown' }] },
      async ({ page }) => {
        assert.equal(await page.locator('#r-name').isDisabled(), true);
        assert.equal(await page.locator('#r-name').inputValue(), 'Анна Петрова');
        assert.equal(await page.locator('[data-submit]').innerText(), 'Отправить ещё раз');
      },
    ),
    holds(
      'the page has one form that posts, with an empty submission_id in its HTML',
      { browser: { scripts: 'off' }, acts: [] },
      async ({ page }) => {
        assert.equal(await page.locator('form[method=post]').count(), 1);
        assert.equal(await page.locator('[name=submission_id]').getAttribute('value'), '');
        assert.equal(await page.locator('#r-consent').isChecked(), false);
      },
    ),
    holds(
      'the accepted view leads on: calendar, print, another person',
      { acts: ['fill', 'send', { see: 'accepted' }] },
      async ({ page, world }) => {
        const calendar = (await page.locator('[data-accepted] a').first().getAttribute('href')) ?? '';
        assert.match(calendar, /visit\.ics$/);
        assert.equal((await page.request.get(world.siteUrl + calendar)).status(), 200);
        await page.evaluate(() => {
          window.print = () => {
            document.body.dataset.printed = 'yes';
          };
        });
        await page.locator('[data-print]').click();
        assert.equal(await page.locator('body').getAttribute('data-printed'), 'yes');
      },
    ),
    holds(
      'the pass that is printed after acceptance carries the number',
      { acts: ['fill', 'send', { see: 'accepted' }] },
      async ({ page }) => {
        const printed = page.locator('.pass [data-reference-row]');
        assert.equal(await printed.isVisible(), false);
        await page.emulateMedia({ media: 'print' });
        assert.equal(await printed.isVisible(), true);
        const number = (await page.locator('[data-accepted] [data-reference]').textContent()) ?? '';
        assert.match(number, /^\S{4}-\S{4}$/);
        assert.equal(await printed.locator('[data-reference]').textContent(), number);
      },
    ),
    holds(
      'whoever waits for a seat is offered neither calendar nor pass',
      { acts: [{ taken: 15 }, 'fill', 'send', { see: 'accepted' }] },
      async ({ page }) => {
        assert.match(await page.locator('[data-accepted]').innerText(), /Вы в листе ожидания/);
        assert.equal(await page.locator('[data-seated]:visible').count(), 0);
        await page.emulateMedia({ media: 'print' });
        assert.equal(await page.locator('.pass [data-reference-row]').isVisible(), false);
      },
    ),
    holds(
      'on a phone a way to the form stays in sight until one is there, and only while it is open',
      { browser: { width: 360 }, acts: [] },
      async (visitor) => {
        const { page } = visitor;
        const jump = page.locator('.session__jump a');
        const inView = () =>
          jump.evaluate((link) => {
            const { top, bottom } = link.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight;
          });
        assert.equal(await inView(), true);
        await jump.click();
        await page.waitForFunction(() => {
          const top = document.querySelector('[data-registration]')?.getBoundingClientRect().top ?? -1;
          return top >= 0 && top < innerHeight / 2;
        });
        assert.equal(await inView(), false);
        await act(visitor, { at: MATRIX_CLOSES });
        await act(visitor, 'focus');
        await jump.waitFor({ state: 'hidden' });
      },
    ),
    holds(
      'a visit that opens later has a calendar file for the opening',
      { visit: 'future', acts: [] },
      async ({ page, world }) => {
        const href = (await page.locator('[data-when=not-yet-open] a').getAttribute('href')) ?? '';
        assert.equal((await page.request.get(world.siteUrl + href)).status(), 200);
      },
    ),
    holds('settings of form services are in the form', { acts: [] }, async ({ page }) => {
      const value = (name: string) => page.locator(`[data-form] [name=${name}]`).getAttribute('value');
      assert.match((await value('_next')) ?? '', /^http.*\/registration\/sent\/$/);
      assert.equal(await value('subject'), 'Запись');
      assert.equal(await value('_language'), 'ru');
    }),
    {
      title: 'modes «link» and «off»: no form, and a word where to go instead',
      run: async ({ newPage }) => {
        const dir = path.join(projectRoot, '.run', 'matrix-modes');
        const modes = {
          link: { FORM_MODE: 'link', FORM_LINK_URL: 'https://example.ru/zapis' },
          off: { FORM_MODE: 'off' },
        };
        for (const [mode, over] of Object.entries(modes)) {
          const siteDir = await buildMatrixSite(dir, over);
          const html = await readFile(path.join(siteDir, visitPath('plain'), 'index.html'), 'utf8');
          const page = await newPage({ javaScriptEnabled: false });
          await page.setContent(html);
          const panel = page.locator('[data-registration]');
          assert.equal(await panel.locator('form').count(), 0, mode);
          if (mode === 'link') {
            assert.equal(
              await panel.locator('[data-open-only] a').getAttribute('href'),
              modes.link.FORM_LINK_URL,
            );
          } else assert.ok((await panel.innerText()).includes(panelWords.off.slice(0, 20)), mode);
        }
      },
    },
  ],
};
