import { describe, expect, it } from 'vitest';
import { instantOf } from '../../time/moscow.ts';
import {
  dayMonthYear,
  daysTogether,
  dayWithWeekday,
  duration,
  lastDayWords,
  momentWords,
  nearDay,
  partialDate,
  period,
  seasonPeriod,
  timeSpan,
} from './dates.ts';

const plain = (text: string): string => text.replace(/\u00A0/g, ' ');

describe('periods, as exact as known', () => {
  it.each([
    ['2024-08-05', '2024-08-16', '5–16 августа 2024'],
    ['2022-11-14', '2022-12-02', '14 ноября — 2 декабря 2022'],
    ['2025-12-20', '2026-01-10', '20 декабря 2025 — 10 января 2026'],
    ['2025-09-13', '2025-09-13', '13 сентября 2025'],
    ['2025-09-13', undefined, '13 сентября 2025'],
    ['2021-09', undefined, 'сентябрь 2021'],
    ['2019', undefined, '2019 год'],
    ['2021-09', '2021-10', 'сентябрь 2021 — октябрь 2021'],
    ['2021-10', '2021-10-28', 'до 28 октября 2021 года'],
    ['2021-09', '2021-10-28', 'сентябрь 2021 — 28 октября 2021'],
    [undefined, '2021-10-28', 'до 28 октября 2021 года'],
    [undefined, '2021-10', 'до октября 2021 года'],
    [undefined, undefined, ''],
  ])('%s to %s: %s', (start, end, words) => {
    expect(plain(period(start, end))).toBe(words);
  });
});

it('a season whose last day is not known only begins; one of a day, a month or a year is what it is', () => {
  expect(plain(seasonPeriod({ start: '2019-06-13' }))).toBe('с 13 июня 2019');
  expect(plain(seasonPeriod({ start: '2025-09-13', end: '2025-09-13' }))).toBe('13 сентября 2025');
  expect(plain(seasonPeriod({ start: '2021-09' }))).toBe('сентябрь 2021');
  expect(plain(seasonPeriod({ start: '2024-08-05', end: '2024-08-16' }))).toBe('5–16 августа 2024');
});

it('days that follow each other are one period', () => {
  expect(plain(daysTogether(['2023-11-21', '2023-11-22', '2023-11-23']))).toBe('21–23 ноября 2023');
  expect(plain(daysTogether(['2023-11-30', '2023-12-01', '2023-12-05']))).toBe(
    '30 ноября — 1 декабря 2023; 5 декабря 2023',
  );
  expect(plain(daysTogether(['2021-07', '2021-08-01']))).toBe('июль 2021; 1 августа 2021');
  expect(daysTogether([])).toBe('');
});

it('says days, moments and spans in words', () => {
  expect(plain(dayMonthYear('2026-09-03'))).toBe('3 сентября 2026 года');
  expect(plain(dayWithWeekday('2026-09-03'))).toBe('3 сентября, четверг');
  expect(plain(partialDate('2025-12'))).toBe('декабрь 2025');
  expect(plain(momentWords(instantOf('2026-09-01', '12:00')))).toBe(
    '1 сентября в 12:00 по московскому времени',
  );
  expect(plain(lastDayWords('2026-12-09'))).toBe('Запись до 9 декабря включительно');
  expect(timeSpan('10:30', instantOf('2026-09-03', '12:00'))).toBe('10:30–12:00');
});

it.each([
  [90, '1 час 30 минут'],
  [60, '1 час'],
  [45, '45 минут'],
  [121, '2 часа 1 минута'],
  [300, '5 часов'],
])('%d minutes: %s', (minutes, words) => {
  expect(plain(duration(minutes))).toBe(words);
});

it('names near days', () => {
  const today = '2026-12-31';
  expect(nearDay('2026-12-31', today)).toBe('сегодня');
  expect(nearDay('2027-01-01', today)).toBe('завтра');
  expect(nearDay('2027-01-02', today)).toBe('послезавтра');
  expect(nearDay('2027-01-03', today)).toBeNull();
  expect(nearDay('2026-12-30', today)).toBeNull();
});
