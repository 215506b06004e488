import { describe, expect, it } from 'vitest';
import type { KnownTerm } from '../tree/content-tree.ts';
import { readDay } from './day-cell.ts';
import type { CellValue } from './sheet.ts';
import { cellAddress, columnLetters } from './sheet.ts';
import { readDuration, readTime } from './time-cell.ts';
import { readAge, readCapacity, readFormat, readRegistration, readStatus, readYesNo } from './value-cells.ts';

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

describe('readTime', () => {
  it.each<[CellValue, string, string?]>([
    [excelTime(10, 30), '10:30'],
    [excelTime(10, 29, 59_999.7), '10:30'],
    [new Date(Date.UTC(2026, 8, 3, 10, 30)), '10:30'],
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
    ['долго', undefined],
    ['', undefined],
    [true, undefined],
  ])('refuses %j in %s', (cell, unit) => {
    expect(readDuration(cell, unit).ok).toBe(false);
  });
});

describe('other cells', () => {
  const formats: KnownTerm[] = [
    { id: 'excursion', title: 'Экскурсия', names: ['Экскурсия', 'Экскурсии'] },
    { id: 'workshop', title: 'Мастер-класс', names: ['Мастер-класс', 'Мастер-классы', 'МК'] },
  ];

  it.each<[CellValue, number | undefined]>([
    [15, 15],
    ['15', 15],
    ['до 15 человек', 15],
    ['15 чел.', 15],
    ['6 команд', 6],
    ['15,0', 15],
    ['10–15', undefined],
    [0, undefined],
    [2001, undefined],
    [15.5, undefined],
    ['много', undefined],
  ])('capacity %j is %s', (cell, value) => {
    expect(readCapacity(cell)).toMatchObject(value === undefined ? { ok: false } : { ok: true, value });
  });

  it.each<[CellValue, number | undefined]>([
    [12, 12],
    ['12+', 12],
    ['с 12 лет', 12],
    ['от 14', 14],
    ['16 лет и старше', 16],
    ['без ограничений', 0],
    ['взрослые', undefined],
    [99, undefined],
  ])('age %j is %s', (cell, value) => {
    expect(readAge(cell)).toMatchObject(value === undefined ? { ok: false } : { ok: true, value });
  });

  it.each<[CellValue, string]>([
    ['Экскурсия', 'excursion'],
    ['экскурсии', 'excursion'],
    ['excursion', 'excursion'],
    ['мастер класс', 'workshop'],
    ['МК', 'workshop'],
  ])('format %j is %s', (cell, value) => {
    expect(readFormat(cell, formats)).toEqual({ ok: true, value });
  });

  it('does not take a format that is only like one', () => {
    expect(readFormat('Экскрсия', formats)).toEqual({
      ok: false,
      wanted: 'формат из списка. Возможно: Экскурсия',
    });
  });

  it.each<[CellValue, unknown]>([
    ['на сайте', { registration: 'form' }],
    ['Без записи', { registration: 'none' }],
    ['https://example.ru/zapis', { registration: 'link', registrationUrl: 'https://example.ru/zapis' }],
    ['по телефону', undefined],
    ['javascript:alert(1)', undefined],
  ])('registration %j is %j', (cell, value) => {
    expect(readRegistration(cell)).toMatchObject(value === undefined ? { ok: false } : { ok: true, value });
  });

  it.each<[CellValue, string | undefined]>([
    ['Отменена', 'cancelled'],
    ['перенесено', 'moved'],
    ['состоится', 'scheduled'],
    ['наверное', undefined],
  ])('status %j is %s', (cell, value) => {
    expect(readStatus(cell)).toMatchObject(value === undefined ? { ok: false } : { ok: true, value });
  });

  it.each<[CellValue, boolean | undefined]>([
    ['Да', true],
    ['+', true],
    [true, true],
    [1, true],
    ['нет', false],
    ['—', false],
    ['может быть', undefined],
  ])('%j means %s', (cell, value) => {
    expect(readYesNo(cell)).toMatchObject(value === undefined ? { ok: false } : { ok: true, value });
  });
});

describe('addresses of cells', () => {
  it.each([
    [0, 'A'],
    [2, 'C'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });

  it('counts rows and columns from the sheet’s corner', () => {
    expect(cellAddress({ label: 'лист 1', rows: [] }, 16, 2)).toBe('лист 1, C17');
  });
});
