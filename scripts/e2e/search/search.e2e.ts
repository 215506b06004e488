/** The search in a real browser: suggestions, the search page, full text, and what happens when parts are missing. */
import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { modulesRan } from '../modules.ts';
import type { Suite } from '../suite.ts';

const BOX = '#site-search';
const OPTIONS = '#search-suggestions [role=option]';
const ANSWERS = '[data-search-answers] .results__item';
const TEXT = '[data-search-text] .results__item';

async function type(page: Page, text: string): Promise<void> {
  await page.focus(BOX);
  await page.keyboard.type(text);
  await page.locator(OPTIONS).first().waitFor();
}

async function titles(page: Page, selector: string): Promise<string[]> {
  return page.locator(`${selector} > a, ${selector}[href]`).allInnerTexts();
}

/** Errors of scripts on the page; to be read at the end of a test. */
function scriptErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

async function seriousFaults(page: Page, within: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(within).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

export const suite: Suite = {
  name: 'search',
  tests: [
    {
      title: 'loads nothing of the search before the box has the focus',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        const asked: string[] = [];
        page.on('request', (request) => asked.push(new URL(request.url()).pathname));
        await page.goto(`${baseUrl}/`, { waitUntil: 'networkidle' });
        const early = asked.filter((path) => /list\.json|pagefind|combobox|suggestions/.test(path));
        assert.deepEqual(early, []);
        const list = page.waitForResponse(/\/search\/list\.json$/);
        await page.focus(BOX);
        assert.equal((await list).status(), 200);
      },
    },
    {
      title: 'suggests at a typo, and arrow keys and Enter lead to the enterprise',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        await page.goto(`${baseUrl}/`);
        await type(page, 'шокалад');
        const box = page.locator(BOX);
        assert.equal(await box.getAttribute('aria-expanded'), 'true');
        assert.equal(await box.getAttribute('role'), 'combobox');
        assert.match(await page.locator('#search-suggestions').innerText(), /Показано по запросу «шоколад»/);
        assert.equal(await box.getAttribute('aria-activedescendant'), null);
        await page.keyboard.press('ArrowDown');
        const active = await box.getAttribute('aria-activedescendant');
        assert.ok(active !== null);
        assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
        assert.match(await page.locator(`#${active}`).innerText(), /Бабаевский|Роза Эйнема/);
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/enterprises\/(?:babaevskiy|roza-eynema)\/$/);
      },
    },
    {
      title: 'marks the part that answers and announces how many suggestions there are',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        await page.goto(`${baseUrl}/`);
        await type(page, 'микр');
        assert.equal((await page.locator(`${OPTIONS} mark`).first().innerText()).toLowerCase(), 'микр');
        await page
          .locator('.site-search [role=status]', { hasText: /\d+\s+подсказ/ })
          .waitFor({ state: 'attached' });
      },
    },
    {
      title:
        'Escape closes the suggestions and keeps the text, Up goes to the last, Enter without a choice searches',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        await page.goto(`${baseUrl}/`);
        await type(page, 'лифты');
        await page.keyboard.press('ArrowUp');
        const last = page.locator(OPTIONS).last();
        assert.equal(await last.getAttribute('aria-selected'), 'true');
        await page.keyboard.press('Escape');
        assert.equal(await page.locator('#search-suggestions').isVisible(), false);
        assert.equal(await page.inputValue(BOX), 'лифты');
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/search\/\?q=/);
        await page.locator(ANSWERS).first().waitFor();
        assert.match((await titles(page, ANSWERS)).join(' '), /лифт|МЭЛ/i);
      },
    },
    {
      title: 'suggests visits of the season beside the enterprise',
      async run({ baseUrl, newPage, siteDir }) {
        const page = await newPage();
        assert.ok(siteDir !== '');
        await page.goto(`${baseUrl}/`);
        await type(page, 'демонстрационный');
        const visit = page.locator(`${OPTIONS}[href*="/seasons/demo-"]`).first();
        await visit.waitFor();
        const address = await visit.getAttribute('href');
        const answer = await page.request.get(`${baseUrl}${address ?? ''}`);
        assert.equal(answer.status(), 200);
      },
    },
    {
      title: 'the address of a search can be shared; wrong keyboard, and the query as typed on request',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        await page.goto(`${baseUrl}/search/?q=vbrhjy`);
        await page.locator(ANSWERS).first().waitFor();
        assert.equal((await titles(page, ANSWERS))[0], 'Микрон');
        assert.match(await page.locator('.results__shown').innerText(), /Показано по запросу «микрон»/);
        await page.click('.results__shown a');
        await page.waitForURL(/exact=1/);
        await page.locator('[data-search-answers] .empty').waitFor();
        await page.goBack();
        await page.locator(ANSWERS).first().waitFor();
        assert.equal(await page.inputValue('#q'), 'vbrhjy');
      },
    },
    {
      title: 'Back and forward bring back queries, answers and the box',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        await page.goto(`${baseUrl}/search/?q=лифты`);
        await page.locator(ANSWERS).first().waitFor();
        await page.fill('#q', 'мороженое');
        await page.press('#q', 'Enter');
        await page.locator(ANSWERS, { hasText: 'Баскин Роббинс' }).waitFor();
        await page.goBack();
        await page.locator(ANSWERS, { hasText: 'Мослифт' }).waitFor();
        assert.equal(await page.inputValue('#q'), 'лифты');
        await page.goForward();
        await page.locator(ANSWERS, { hasText: 'Баскин Роббинс' }).waitFor();
      },
    },
    {
      title: 'full text shows excerpts, and a kind of page can be chosen by its true count',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        await page.goto(`${baseUrl}/search/?q=экскурсия`);
        await page.locator(TEXT).first().waitFor();
        assert.ok((await page.locator(`${TEXT} mark`).count()) > 0);
        const chip = page.locator('.results__kinds [data-kind=event]');
        const count = Number(await chip.locator('.chip__count').innerText());
        assert.ok(count > 0);
        await chip.click();
        await page
          .locator('[data-search-text] [role=status]', { hasText: `: ${count} ` })
          .or(page.locator('[data-search-text] [role=status]', { hasText: new RegExp(`:\\s${count}\\s`) }))
          .waitFor();
        const kinds = await page.locator(`${TEXT} .results__kind`).allInnerTexts();
        assert.deepEqual([...new Set(kinds)], ['События']);
        assert.equal(kinds.length, Math.min(count, 6));
      },
    },
    {
      title: 'archives stand below what can be visited',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        await page.goto(`${baseUrl}/search/?q=микрон`);
        await page.locator(TEXT).first().waitFor();
        assert.equal(await page.locator(`${TEXT} .results__kind`).first().innerText(), 'Предприятия');
      },
    },
    {
      title: 'instant answers do not wait for the full text',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        let release: () => void = () => undefined;
        const held = new Promise<void>((resolve) => (release = resolve));
        await page.route('**/pagefind/**', async (route) => {
          await held;
          await route.continue();
        });
        await page.goto(`${baseUrl}/search/?q=шоколад`);
        await page.locator(ANSWERS).first().waitFor();
        assert.equal(await page.locator(TEXT).count(), 0);
        assert.match(await page.locator('[data-search-text]').innerText(), /Ищем в тексте/);
        release();
        await page.locator(TEXT).first().waitFor();
      },
    },
    {
      title: 'without the full-text index instant answers go on, a line says so, the next key tries again',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        const errors = scriptErrors(page);
        await page.route('**/pagefind/**', (route) => route.abort());
        await page.goto(`${baseUrl}/search/`);
        await page.fill('#q', 'шоколад');
        await page.locator('[data-search-text]', { hasText: 'недоступен' }).waitFor();
        assert.ok((await page.locator(ANSWERS).count()) > 0);
        await page.unroute('**/pagefind/**');
        await page.fill('#q', 'шоколадный');
        await page.locator(TEXT).first().waitFor();
        assert.deepEqual(errors, []);
      },
    },
    {
      title: 'a half-loaded index is told apart from an empty answer',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        await page.route(/\.pf_(?:meta|index|fragment)$|pagefind-entry/, (route) => route.abort());
        await page.goto(`${baseUrl}/search/?q=шоколад`);
        await page.locator('[data-search-text]', { hasText: 'недоступен' }).waitFor();
        assert.ok((await page.locator(ANSWERS).count()) > 0);
      },
    },
    {
      title: 'without the list the form still works, and the next key tries again',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        const errors = scriptErrors(page);
        const refused = page.waitForEvent('requestfailed');
        await page.route('**/search/list.json', (route) => route.abort());
        await page.goto(`${baseUrl}/`);
        await page.focus(BOX);
        await refused;
        await page.unroute('**/search/list.json');
        await page.keyboard.type('лифты');
        await page.locator(OPTIONS).first().waitFor();
        assert.deepEqual(errors, []);
      },
    },
    {
      title: 'hostile queries are text, find nothing and break nothing',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        const errors = scriptErrors(page);
        let dialogs = 0;
        page.on('dialog', (dialog) => {
          dialogs++;
          void dialog.dismiss();
        });
        const queries = [
          '<img src=x onerror=alert(1)>',
          '"><script>alert(1)</script>',
          "'; DROP TABLE enterprises; --",
          '🏭🏭🏭',
          '\u202E\u200F!!!',
          'ъ'.repeat(10_000),
        ];
        for (const query of queries) {
          await page.goto(
            `${baseUrl}/search/?q=${encodeURIComponent(query)}`.slice(0, 7000).replace(/%[^%]?$/, ''),
          );
          await page.locator('[data-search-answers] .empty').waitFor();
          assert.equal(
            await page.locator('[data-search-answers] img, [data-search-answers] script').count(),
            0,
          );
        }
        for (const address of ['?q=%E0%A4%A', '?q', '?q=%F0%9F', '?exact=1', '?q=%00']) {
          await page.goto(`${baseUrl}/search/${address}`);
          await page.locator('#q').waitFor();
        }
        assert.equal(dialogs, 0);
        assert.deepEqual(errors, []);
      },
    },
    {
      title: 'a question about a child leads to the list for that age',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        await page.goto(`${baseUrl}/`);
        await type(page, 'куда с ребёнком 7 лет');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/enterprises\/\?age=7$/);
        await modulesRan(page);
        assert.equal(await page.inputValue('input[name=age]'), '7');
      },
    },
    {
      title: 'without scripts the form leads to the whole catalogue with a hint',
      async run({ baseUrl, newPage }) {
        const page = await newPage({ javaScriptEnabled: false });
        await page.goto(`${baseUrl}/`);
        await page.fill(BOX, 'шоколад');
        await page.press(BOX, 'Enter');
        await page.waitForURL(/\/search\/\?q=/);
        assert.ok((await page.locator('[data-search-catalogue] li a').count()) >= 63);
        assert.match(await page.locator('main .notice').first().innerText(), /Ctrl\+F/);
      },
    },
    {
      title: 'on a narrow phone the search page fits and answers',
      async run({ baseUrl, newPage }) {
        const page = await newPage({ viewport: { width: 360, height: 740 } });
        await page.goto(`${baseUrl}/`);
        await page.getByRole('link', { name: 'Поиск' }).first().click();
        await page.fill('#q', 'лифт');
        await page.locator(ANSWERS).first().waitFor();
        await page.locator(TEXT).first().waitFor();
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= 360, `${width}`);
      },
    },
    {
      title: 'suggestions and the search page have no accessibility faults that axe sees',
      async run({ baseUrl, newPage }) {
        for (const colorScheme of ['light', 'dark'] as const) {
          const page = await newPage({ colorScheme });
          await page.goto(`${baseUrl}/`);
          await type(page, 'микрон');
          await page.keyboard.press('ArrowDown');
          assert.deepEqual(await seriousFaults(page, '.site-search'), []);
          await page.goto(`${baseUrl}/search/?q=vbrhjy`);
          await page.locator(TEXT).first().waitFor();
          assert.deepEqual(await seriousFaults(page, 'main'), []);
        }
      },
    },
  ],
};
