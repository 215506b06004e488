import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  daysFrom,
  instantOf,
  isClockTime,
  isDay,
  isoMoscow,
  isoUtc,
  minutesOf,
  parseIso,
  timeOf,
  TimeError,
  weekdayOf,
} from './moscow.ts';

describe('days', () => {
  it.each([
    ['2026-09-03', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['26-09-03', false],
    ['0999-01-01', false],
    ['03.09.2026', false],
    ['2026-9-3', false],
    ['2026-09-03T00:00', false],
    ['', false],
  ])('%s is a day: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('%s plus %d days is %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(days);
  });

  it('knows the weekday, 1 Monday to 7 Sunday, before and after 1970', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-29')).toBe(7);
    expect(weekdayOf('1969-12-31')).toBe(3);
  });

  it('lists the days of a period, and none of a period that ends before it starts', () => {
    expect(daysFrom('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(daysFrom('2026-03-02', '2026-03-01')).toEqual([]);
  });
});

describe('instants', () => {
  it('puts Moscow midnight at 21:00 of the day before in UTC', () => {
    expect(isoUtc(instantOf('2026-09-03'))).toBe('2026-09-02T21:00:00Z');
    expect(isoMoscow(instantOf('2026-09-03', '10:30'))).toBe('2026-09-03T10:30:00+03:00');
  });

  it('knows the Moscow day and time of an instant to the second around midnight', () => {
    const midnight = instantOf('2027-01-01');
    expect([dayOf(midnight - 1000), timeOf(midnight - 1000)]).toEqual(['2026-12-31', '23:59']);
    expect([dayOf(midnight), timeOf(midnight)]).toEqual(['2027-01-01', '00:00']);
  });

  it.each([
    ['2026-09-03T10:30:00+03:00', '2026-09-03T07:30:00Z'],
    ['2026-09-03T10:30+03:00', '2026-09-03T07:30:00Z'],
    ['2026-09-03T07:30:00Z', '2026-09-03T07:30:00Z'],
    ['2026-09-02T23:30:00-08:00', '2026-09-03T07:30:00Z'],
  ])('reads %s', (text, expected) => {
    expect(isoUtc(parseIso(text))).toBe(expected);
  });

  it('reads fractions of a second', () => {
    expect(parseIso('1970-01-01T00:00:01.5Z')).toBe(1500);
  });

  it.each([
    '2026-09-03T10:30:00',
    '2026-09-03',
    '2026-02-30T10:00:00Z',
    '2026-09-03T24:30:00Z',
    '2026-09-03T10:30:60Z',
    'вчера',
  ])('refuses %s: it is no instant', (text) => {
    expect(() => parseIso(text)).toThrow(TimeError);
  });

  it.each([
    ['00:00', 0],
    ['09:05', 545],
    ['23:59', 1439],
  ])('%s is %d minutes after midnight', (time, minutes) => {
    expect(minutesOf(time)).toBe(minutes);
  });

  it.each(['24:00', '9:30', '10.30', '10:60', '10:3', ''])('refuses the clock time %s', (text) => {
    expect(isClockTime(text)).toBe(false);
    expect(() => minutesOf(text)).toThrow(TimeError);
  });
});
