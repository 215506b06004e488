import { expect, it } from 'vitest';
import { TimeError } from './moscow.ts';
import { comparePartialDays, firstDayOf, lastDayOf, precisionOf } from './partial-day.ts';

it.each([
  ['2019', 'year', '2019-01-01', '2019-12-31'],
  ['2024-02', 'month', '2024-02-01', '2024-02-29'],
  ['2025-12', 'month', '2025-12-01', '2025-12-31'],
  ['2025-09-03', 'day', '2025-09-03', '2025-09-03'],
])('%s is exact to the %s and lies between %s and %s', (date, precision, first, last) => {
  expect(precisionOf(date)).toBe(precision);
  expect(firstDayOf(date)).toBe(first);
  expect(lastDayOf(date)).toBe(last);
});

it.each(['2025-13', '25', '2025-02-30', 'осень 2025'])('refuses %s', (date) => {
  expect(() => precisionOf(date)).toThrow(TimeError);
});

it('orders by the earliest day and puts the more exact first', () => {
  expect(['2025', '2024-12-31', '2025-01-01', '2025-01'].sort(comparePartialDays)).toEqual([
    '2024-12-31',
    '2025-01-01',
    '2025-01',
    '2025',
  ]);
});
