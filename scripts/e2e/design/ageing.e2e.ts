/** A page that was built a while ago and is still true. */
import assert from 'node:assert/strict';
import { gateWords } from '../../../src/i18n/ru/states.ts';
import { HOUR } from '../../../src/time/moscow.ts';
import type { Suite } from '../suite.ts';
import { TEST_NOW } from '../test-site.ts';

/** By then all visits of the test's season are over. */
const LONG_AFTER = TEST_NOW + 60 * 24 * HOUR;

export const suite: Suite = {
  name: 'Страница стареет',
  tests: [
    {
      title: 'главная зовёт на посещение, пока на него записывают, и не дольше, даже если не закрыта',
      run: async ({ baseUrl, newPage }) => {
        const page = await newPage();
        const gate = async (): Promise<[string, string]> => [
          await page.locator('.gate h2').innerText(),
          await page.locator('.gate [data-facts]').innerText(),
        ];
        await page.clock.setFixedTime(TEST_NOW);
        await page.goto(baseUrl);
        const [heading, badge] = await gate();
        assert.equal(heading, gateWords.open);
        assert.match(badge, /^Запись (?:открыта|скоро закроется)$/);
        await page.clock.setFixedTime(LONG_AFTER);
        await page.evaluate(() => dispatchEvent(new Event('focus')));
        assert.deepEqual(await gate(), [gateWords.closed, 'Прошло']);
        await page.reload();
        assert.deepEqual(await gate(), [gateWords.closed, 'Прошло']);
      },
    },
  ],
};
