import { expect, test } from 'vitest';
import { clockOffset } from './server-clock.ts';

const now = Date.UTC(2026, 11, 9, 20, 59, 59);
const DAY = 86_400_000;

test.each([
  ['right', 'Wed, 09 Dec 2026 20:59:59 GMT', null, now, 0],
  ['seconds off', 'Wed, 09 Dec 2026 20:59:30 GMT', null, now, 0],
  ['two days behind', 'Wed, 09 Dec 2026 20:59:59 GMT', null, now - 2 * DAY, 2 * DAY],
  ['two days ahead', 'Wed, 09 Dec 2026 20:59:59 GMT', null, now + 2 * DAY, -2 * DAY],
  ['a cached reply', 'Wed, 09 Dec 2026 19:59:59 GMT', '3600', now, 0],
  ['no header', null, null, now, null],
  ['nonsense', 'yesterday', null, now, null],
  ['nonsense age', 'Wed, 09 Dec 2026 20:59:59 GMT', 'old', now, null],
])('%s', (_title, date, age, receivedAt, expected) => {
  expect(clockOffset(date, age, receivedAt)).toBe(expected);
});
