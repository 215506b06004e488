import { describe, expect, it } from 'vitest';
import type { KnownTerm } from '../tree/content-tree.ts';
import type { CellValue } from './sheet.ts';
import { readAge, readCapacity, readFormat, readRegistration, readStatus, readYesNo } from './value-cells.ts';

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
