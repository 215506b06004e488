import { describe, expect, it } from 'vitest';
import { readDay } from './day-cell.ts';
import type { CellValue } from './sheet.ts';

const SEASON = { first: '2026-09-01', last: '2026-09-21' };
const WINTER = { first: '2026-12-20', last: '2027-01-15' };
const LONG = { first: '2026-03-01', last: '2027-05-01' };
/** As the reader gives a time cell: Excel's day zero plus the time. */
const excelTime = (hours: number, minutes: number, ms = 0): Date =>
  new Date(Date.UTC(1899, 11, 30, hours, minutes, 0, ms));

describe('readDay', () => {
  it.each<[CellValue, string]>([
    [new Date(Date.UTC(2026, 8, 3)), '2026-09-03'],
    [new Date(Date.UTC(2026, 8, 3, 10, 30)), '2026-09-03'],
    [46_268, '2026-09-03'],
    [46_268.4375, '2026-09-03'],
    ['46268', '2026-09-03'],
    ['03.09.2026', '2026-09-03'],
    ['3.9.26', '2026-09-03'],
    ['03-09-2026', '2026-09-03'],
    ['23/09/2026', '2026-09-23'],
    ['2026-09-03', '2026-09-03'],
    ['03.09.2026 г.', '2026-09-03'],
    ['3 сентября 2026', '2026-09-03'],
    ['3 сентября 2026 года', '2026-09-03'],
    ['3 СЕН 2026 г.', '2026-09-03'],
    ['3 сентября', '2026-09-03'],
    ['03.09', '2026-09-03'],
    ['чт, 3 сентября', '2026-09-03'],
    ['Четверг 03.09.2026', '2026-09-03'],
    ['03.09.2026 (чт)', '2026-09-03'],
    ['  3\u00A0сентября ', '2026-09-03'],
    ['29.02.2028', '2028-02-29'],
    ['1 мая 2026', '2026-05-01'],
    ['1 марта 2026', '2026-03-01'],
  ])('%j is %s', (cell, day) => {
    expect(readDay(cell, SEASON)).toEqual({ ok: true, value: day });
  });

  it('takes the year of a day without one from the season, also over New Year', () => {
    expect(readDay('28 декабря', WINTER)).toEqual({ ok: true, value: '2026-12-28' });
    expect(readDay('3 января', WINTER)).toEqual({ ok: true, value: '2027-01-03' });
    expect(readDay('1 апреля', LONG)).toMatchObject({ ok: false });
    expect(readDay('5 октября', SEASON)).toMatchObject({ ok: false });
  });

  it.each<[CellValue, string]>([
    ['30.02.2026', 'в календаре нет'],
    ['29.02.2026', 'в календаре нет'],
    ['03/09/2026', 'неясно, где день'],
    ['пт, 3 сентября', 'четверг'],
    ['сентябрь', 'день в виде'],
    ['3-5 сентября', 'день в виде'],
    ['завтра', 'день в виде'],
    [excelTime(10, 30), 'только время'],
    [15, 'день в виде'],
    [true, 'день в виде'],
    ['2026-09-03T10:00', 'день в виде'],
  ])('refuses %j', (cell, wanted) => {
    const reading = readDay(cell, SEASON);
    expect(reading.ok ? reading.value : reading.wanted).toContain(wanted);
    expect(reading.ok).toBe(false);
  });
});
