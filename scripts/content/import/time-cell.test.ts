import { describe, expect, it } from 'vitest';
import type { CellValue } from './sheet.ts';
import { readDuration, readTime } from './time-cell.ts';

/** As the reader gives a time cell: Excel's day zero plus the time. */
const excelTime = (hours: number, minutes: number, ms = 0): Date =>
  new Date(Date.UTC(1899, 11, 30, hours, minutes, 0, ms));

describe('readTime', () => {
  it.each<[CellValue, string, string?]>([
    [excelTime(10, 30), '10:30'],
    [excelTime(10, 29, 59_999.7), '10:30'],
    [new Date(Date.UTC(2026, 8, 3, 10, 30)), '10:30'],
    [new Date(Date.UTC(1904, 0, 1, 10, 30)), '10:30'],
    [0.4375, '10:30'],
    [0.437_499_999_9, '10:30'],
    ['0,4375', '10:30'],
    [10, '10:00'],
    ['10:30', '10:30'],
    ['9:05', '09:05'],
    ['10.30', '10:30'],
    ['10-30', '10:30'],
    ['10-00', '10:00'],
    ['10:30:00', '10:30'],
    ['10 ч 30 мин', '10:30'],
    ['10ч', '10:00'],
    ['в 10:30', '10:30'],
    ['10:30 (мск)'.replace(/[()]/g, ''), '10:30'],
    ['10', '10:00'],
    ['10:30–12:00', '10:30', '12:00'],
    ['10:30 - 12:00', '10:30', '12:00'],
    ['10.30-12.00', '10:30', '12:00'],
    ['с 10:30 до 12:00', '10:30', '12:00'],
    ['с 10 до 12', '10:00', '12:00'],
  ])('%j is %s %s', (cell, start, end) => {
    expect(readTime(cell)).toEqual({ ok: true, value: end === undefined ? { start } : { start, end } });
  });

  it.each<[CellValue, string]>([
    [10.3, 'неясно'],
    ['10-12', 'через дефис неясно'],
    [new Date(Date.UTC(2026, 9, 10)), 'превратил время в дату'],
    ['24:30', 'время в виде'],
    ['10:75', 'время в виде'],
    ['утром', 'время в виде'],
    [25, 'время в виде'],
    [0, 'время в виде'],
    [false, 'время в виде'],
  ])('refuses %j', (cell, wanted) => {
    const reading = readTime(cell);
    expect(reading.ok ? reading.value.start : reading.wanted).toContain(wanted);
  });
});

describe('readDuration', () => {
  it.each<[CellValue, 'minutes' | 'hours' | undefined, number]>([
    [90, undefined, 90],
    [90, 'minutes', 90],
    [1.5, 'hours', 90],
    ['1,5', 'hours', 90],
    [0.0625, undefined, 90],
    [excelTime(1, 30), undefined, 90],
    ['90 мин', undefined, 90],
    ['90 минут', undefined, 90],
    ['1 ч 30 мин', undefined, 90],
    ['1,5 часа', undefined, 90],
    ['1:30', undefined, 90],
    ['2 часа', undefined, 120],
    [new Date(Date.UTC(1904, 0, 1, 1, 30)), undefined, 90],
    ['час', undefined, 60],
    ['полтора часа', undefined, 90],
  ])('%j in %s is %i minutes', (cell, unit, minutes) => {
    expect(readDuration(cell, unit)).toEqual({ ok: true, value: minutes });
  });

  it.each<[CellValue, 'minutes' | 'hours' | undefined]>([
    [2, undefined],
    [1.5, undefined],
    [5, 'minutes'],
    [90, 'hours'],
    [1000, undefined],
    // 25:30 in a cell of the form [h]:mm, and a duration that became a date.
    [new Date(Date.UTC(1899, 11, 31, 1, 30)), undefined],
    [new Date(Date.UTC(2026, 8, 3, 1, 30)), undefined],
    ['долго', undefined],
    ['', undefined],
    [true, undefined],
  ])('refuses %j in %s', (cell, unit) => {
    expect(readDuration(cell, unit).ok).toBe(false);
  });
});
