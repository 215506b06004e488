/** Facets of the enterprise list and of the timetable in a real browser. */
import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { JOINED_RADIX } from '../../../src/search/facet-letters.ts';
import type { Suite } from '../suite.ts';

const STATUS = '[data-facets-status]';
/** What carries the values of an element that is shown: the element itself, or a part of it. */
const SHOWN = '.faceted [data-f]:not([hidden], [hidden] *)';

function box(page: Page, name: string, value: string): Locator {
  return page.locator(`.facets input[name="${name}"][value="${value}"]`);
}

async function visible(page: Page): Promise<number> {
  return page.locator(SHOWN).count();
}

async function said(page: Page): Promise<number> {
  return Number.parseInt(await page.locator(STATUS).innerText(), 10);
}

async function countOf(input: Locator): Promise<number> {
  return Number(await input.locator('xpath=ancestor::label').locator('.facet__count').innerText());
}

/** Opens a page and touches the form, so that its code is there. */
async function opened(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('.facets').waitFor();
  const code = page.locator('[data-facets-chips][data-ready]').waitFor({ state: 'attached' });
  await page.locator('.facets').dispatchEvent('focusin');
  await code;
  // All groups open: tests are about what the boxes do, not about folding.
  await page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('.facets details'))
      details.open = true;
  });
}

/** A season whose timetable has several days. */
async function longSeason(page: Page, baseUrl: string): Promise<string> {
  await page.goto(`${baseUrl}/seasons/`);
  const links = page.locator('a[href^="/seasons/demo-"]');
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  for (const address of new Set(addresses)) {
    await page.goto(baseUrl + address);
    if ((await page.locator('.facets input[name=day]').count()) > 6) return baseUrl + address;
  }
  throw new Error('no season of more than six days');
}

export const suite: Suite = {
  name: 'facets',
  tests: [
    {
      title: 'every count is what the click gives, the status agrees with the list',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        await opened(page, `${baseUrl}/enterprises/`);
        const total = await visible(page);
        assert.equal(await said(page), total);
        for (const [name, value] of [
          ['industry', 'food'],
          ['format', 'museum'],
          ['okrug', 'uvao'],
          ['okrug', 'none'],
          ['zone', '1'],
          ['open', '1'],
          ['place', 'online'],
        ] as const) {
          const input = box(page, name, value);
          const promised = await countOf(input);
          assert.ok(promised > 0 && promised < total, `${name}=${value}: ${promised}`);
          await input.check({ force: true });
          assert.equal(await visible(page), promised, `${name}=${value}`);
          assert.equal(await said(page), promised);
          await input.uncheck({ force: true });
          assert.equal(await visible(page), total);
        }
      },
    },
    {
      title: 'a box ticked before the code has come is not forgotten',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        let release: () => void = () => undefined;
        const held = new Promise<void>((resolve) => (release = resolve));
        await page.route(/\/_astro\/facets\.[\w-]{6}\.js$/, async (route) => {
          await held;
          await route.continue();
        });
        await page.goto(`${baseUrl}/enterprises/`);
        const promised = await countOf(box(page, 'industry', 'food'));
        await box(page, 'industry', 'food').check();
        release();
        await page.locator('[data-facets-chips] button').first().waitFor();
        assert.equal(await visible(page), promised);
        assert.match(page.url(), /industry=food$/);
      },
    },
    {
      title: 'values of one facet widen, facets narrow; the counts follow',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        await opened(page, `${baseUrl}/enterprises/`);
        const [food, energy] = [box(page, 'industry', 'food'), box(page, 'industry', 'energy')];
        const [inFood, inEnergy] = [await countOf(food), await countOf(energy)];
        await food.check();
        await energy.check();
        assert.equal(await visible(page), inFood + inEnergy);
        const museum = box(page, 'format', 'museum');
        const promised = await countOf(museum);
        await museum.check();
        assert.equal(await visible(page), promised);
        assert.match(page.url(), /\?industry=food&industry=energy&format=museum$/);
      },
    },
    {
      title: 'Back takes back one step, a reload and a shared address keep everything',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        await opened(page, `${baseUrl}/enterprises/`);
        await box(page, 'industry', 'food').check();
        const food = await visible(page);
        await box(page, 'format', 'museum').check();
        const museums = await visible(page);
        await page.goBack();
        assert.equal(await visible(page), food);
        assert.equal(await box(page, 'format', 'museum').isChecked(), false);
        await page.goForward();
        assert.equal(await visible(page), museums);
        await page.reload();
        await page.locator('[data-facets-chips][data-ready]').waitFor({ state: 'attached' });
        assert.equal(await visible(page), museums);
        assert.equal(await box(page, 'format', 'museum').isChecked(), true);
        const other = await newPage();
        await opened(other, page.url());
        assert.equal(await visible(other), museums);
      },
    },
    {
      title: 'chips take one condition away, one touch resets all, the status announces',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        await opened(page, `${baseUrl}/enterprises/?industry=food&format=museum&age=7`);
        assert.equal(await page.locator('[data-facets-chips] button').count(), 3);
        assert.equal(await page.locator(STATUS).getAttribute('role'), 'status');
        await page.getByRole('button', { name: /Убрать условие «Музей предприятия»/ }).click();
        assert.equal(await page.locator('[data-facets-chips] button').count(), 2);
        assert.doesNotMatch(page.url(), /format/);
        await page.locator('[data-facets-reset]').click();
        assert.equal(new URL(page.url()).search, '');
        assert.equal(await page.locator('.faceted [data-f][hidden]').count(), 0);
      },
    },
    {
      title: 'an empty choice names the nearest one that is not, with its count',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        await opened(page, `${baseUrl}/enterprises/?industry=printing-media&okrug=vao`);
        assert.equal(await visible(page), 0);
        const offer = page.locator('[data-facets-empty] button');
        const promised = Number(/—\s(\d+)/.exec(await offer.innerText())?.[1]);
        assert.ok(promised > 0);
        await offer.click();
        assert.equal(await visible(page), promised);
        assert.equal(await page.locator('[data-facets-empty]').isVisible(), false);
      },
    },
    {
      title: 'nonsense in the address is ignored, the rest holds',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(error.message));
        await opened(
          page,
          `${baseUrl}/enterprises/?industry=nope&industry=food&age=-5&order=price&%E0%A4%A=1&x[]=2`,
        );
        assert.equal(await page.locator('[data-facets-chips] button').count(), 1);
        assert.equal(await visible(page), await countOf(box(page, 'industry', 'food')));
        assert.deepEqual(errors, []);
      },
    },
    {
      title: 'the orders put first what they promise',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        await opened(page, `${baseUrl}/enterprises/`);
        const firstLink = page.locator('.faceted [data-f] a').first();
        const alphabetical = await firstLink.getAttribute('href');
        await page.selectOption('select[name=order]', 'newest');
        const joined = await page
          .locator('.faceted [data-f]')
          .evaluateAll(
            (rows, radix) =>
              rows.map((row) => Number.parseInt(row.getAttribute('data-joined') ?? '0', radix)),
            JOINED_RADIX,
          );
        assert.ok(new Set(joined).size > 10);
        assert.deepEqual(
          joined,
          [...joined].sort((a, b) => b - a),
        );
        assert.match(page.url(), /order=newest/);
        await page.selectOption('select[name=order]', 'soonest');
        const first = page.locator('.faceted [data-f]').first();
        assert.notEqual(await first.getAttribute('data-visits'), null);
        await page.selectOption('select[name=order]', 'name');
        assert.equal(await firstLink.getAttribute('href'), alphabetical);
      },
    },
    {
      title: 'the scheme of okrugs works from the keyboard',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        await opened(page, `${baseUrl}/enterprises/`);
        const tile = page.getByRole('checkbox', { name: /Юго-Восточный административный округ/ });
        await tile.focus();
        await page.keyboard.press('Space');
        assert.equal(await tile.isChecked(), true);
        assert.equal(await visible(page), await countOf(box(page, 'okrug', 'uvao')));
        await page.keyboard.press('Tab');
        await page.keyboard.press('Space');
        assert.equal(await page.locator('.facets input[name=okrug]:checked').count(), 2);
      },
    },
    {
      title: 'a tile that is ticked changes its colours alone, forced ones too',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        for (const forcedColors of ['none', 'active'] as const) {
          await page.emulateMedia({ forcedColors });
          await opened(page, `${baseUrl}/enterprises/`);
          const tile = box(page, 'okrug', 'none').locator('xpath=..');
          const looks = () =>
            tile.evaluate((element) => ({
              colour: getComputedStyle(element).backgroundColor,
              height: element.getBoundingClientRect().height,
            }));
          await page.mouse.move(0, 0);
          const before = await looks();
          await tile.click();
          await page.mouse.move(0, 0);
          const after = await looks();
          assert.equal(after.height, before.height, forcedColors);
          assert.notEqual(after.colour, before.colour, forcedColors);
        }
      },
    },
    {
      title: 'a chip says the long name of an okrug, and of a tile without one what stands on it',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        await opened(page, `${baseUrl}/enterprises/?okrug=uvao&okrug=none`);
        for (const name of ['Юго-Восточный административный округ', 'Округ неизвестен'])
          assert.equal(await page.getByRole('button', { name: `Убрать условие «${name}»` }).count(), 1, name);
      },
    },
    {
      title: 'an enterprise whose age limit nobody states is kept and counted aloud',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        await opened(page, `${baseUrl}/enterprises/`);
        await page.fill('input[name=age]', '7');
        await page.press('input[name=age]', 'Enter');
        assert.match(await page.locator(STATUS).innerText(), /Возраст не указан у \d+/);
        assert.match(page.url(), /age=7/);
      },
    },
    {
      title: 'the timetable: days, hours and age; empty days go, the days count what is left',
      async run({ baseUrl, newPage }) {
        const page = await newPage();
        await opened(page, await longSeason(page, baseUrl));
        await page.click('[data-facets-toggle]');
        const total = await visible(page);
        const days = await page.locator('.timetable__day').count();
        const day = page.locator('.facets input[name=day]').nth(6);
        const promised = await countOf(day);
        await day.check();
        assert.equal(await visible(page), promised);
        assert.equal(await page.locator('.timetable__day:not([hidden])').count(), 1);
        await day.uncheck();
        assert.equal(await page.locator('.timetable__day:not([hidden])').count(), days);
        await page.fill('input[name=age]', '3');
        await page.press('input[name=age]', 'Enter');
        const left = await visible(page);
        assert.ok(left < total, `${left} of ${total}`);
        const ages = await page
          .locator(SHOWN)
          .evaluateAll((rows) =>
            rows.map((row) => /\d+$/.exec(row.getAttribute('data-f') ?? '')?.[0] ?? null),
          );
        assert.ok(ages.every((age) => age === null || Number(age) <= 3));
        const counted = await page
          .locator('.timetable__day:not([hidden]) h3 small')
          .evaluateAll((all) => all.reduce((sum, one) => sum + Number.parseInt(one.textContent, 10), 0));
        assert.equal(counted, left);
      },
    },
    {
      title: 'on a phone the form stands behind its button and nothing scrolls sideways',
      async run({ baseUrl, newPage }) {
        const page = await newPage({ viewport: { width: 360, height: 740 } });
        await page.goto(`${baseUrl}/enterprises/`);
        assert.equal(await page.locator('#facets-body').isVisible(), false);
        const toggle = page.locator('[data-facets-toggle]');
        await toggle.click();
        assert.equal(await toggle.getAttribute('aria-expanded'), 'true');
        await box(page, 'industry', 'food').check();
        await page.locator('[data-facets-chips] button').first().waitFor();
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= 360, `${width}`);
        await page.getByRole('button', { name: 'Показать', exact: true }).click();
        assert.equal(await page.locator('#facets-body').isVisible(), false);
      },
    },
    {
      title: 'without scripts all cards stand there, the form does not, pages by one facet do',
      async run({ baseUrl, newPage }) {
        const page = await newPage({ javaScriptEnabled: false });
        await page.goto(`${baseUrl}/enterprises/?industry=food`);
        assert.equal(await page.locator('.facets').isVisible(), false);
        assert.ok((await page.locator('.faceted [data-f]').count()) >= 63);
        assert.ok((await page.locator('main a[href^="/industries/"]').count()) >= 10);
      },
    },
    {
      title: 'facets have no accessibility faults that axe sees',
      async run({ baseUrl, newPage }) {
        for (const colorScheme of ['light', 'dark'] as const) {
          const page = await newPage({ colorScheme });
          await opened(page, `${baseUrl}/enterprises/?industry=food&okrug=uvao&age=7`);
          const { violations } = await new AxeBuilder({ page })
            .include('.facets')
            .include('.facets__bar')
            .analyze();
          assert.deepEqual(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
            [],
          );
        }
      },
    },
  ],
};
