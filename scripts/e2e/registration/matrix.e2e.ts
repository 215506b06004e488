/** The fault matrix among the browser tests, and proof that its guards refuse what is wrong. */
import assert from 'node:assert/strict';
import type { Suite, SuiteTest } from '../suite.ts';
import { MATRIX } from './matrix.ts';
import { matrixSite } from './matrix-build.ts';
import type { Row } from './row.ts';
import { runRow } from './run-row.ts';

const holds = (row: Row): SuiteTest => ({
  title: `${row.name} → ${row.expect.view}`,
  run: async ({ browser }) => {
    await runRow(row, browser, await matrixSite());
  },
});

const refuses = (title: string, row: Omit<Row, 'name'>, message: RegExp): SuiteTest => ({
  title: `the matrix refuses: ${title}`,
  run: async ({ browser }) => {
    const siteDir = await matrixSite();
    await assert.rejects(runRow({ name: title, ...row }, browser, siteDir), message);
  },
});

const GUARDS: readonly SuiteTest[] = [
  refuses(
    'an application that is stored although none should be',
    { acts: ['fill', 'send'], expect: { view: 'accepted', stored: 0 } },
    /registrations stored/,
  ),
  refuses(
    'a page that calls an open outcome a success',
    {
      host: { replace: ['Заявка могла дойти, но подтверждения нет.', 'Вы записаны.'] },
      acts: ['fill', { wire: 'hold' }, 'send', { handled: 1 }, 'reload'],
      expect: { view: 'unknown', stored: 1 },
    },
    /claim more than is known/,
  ),
  refuses(
    'a page that loses answers',
    {
      // The tab's memory is written under one name and read under another.
      host: { replace: ['.setItem(', '.setItem("lost-"+'] },
      acts: ['fill', 'reload'],
      expect: { view: 'form', stored: 0 },
    },
    /is still there/,
  ),
  refuses(
    'one submission_id for all: the second person is lost',
    {
      host: { replace: ['.randomUUID()', '.constructor.name.padEnd(20,"x")'] },
      acts: [
        'fill',
        'send',
        { see: 'accepted' },
        'second-tab',
        'fill',
        { type: 'Пётр Иванов', into: 'name' },
        { type: 'petr@example.ru', into: 'email' },
        { type: '+7 999 765-43-21', into: 'phone' },
        'send',
      ],
      expect: { view: 'accepted', stored: 2 },
    },
    /registrations stored/,
  ),
];

export const suite: Suite = { name: 'registration', tests: [...MATRIX.map(holds), ...GUARDS] };
