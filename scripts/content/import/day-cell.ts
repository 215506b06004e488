import { addDays, isDay, weekdayOf } from '../../../src/time/moscow.ts';
import type { CellValue } from './sheet.ts';

/** What a cell means, or what is wanted instead. */
export type Reading<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly wanted: string };

export function good<Value>(value: Value): Reading<Value> {
  return { ok: true, value };
}

export function bad(wanted: string): { readonly ok: false; readonly wanted: string } {
  return { ok: false, wanted };
}

/** First and last day of the season, both inclusive: tells the year of «3 сентября». */
export type Period = { readonly first: string; readonly last: string };

const MONTHS = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'] as const;
const WEEKDAYS = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'] as const;
const WEEKDAY_NAMES = [
  'понедельник',
  'вторник',
  'среда',
  'четверг',
  'пятница',
  'суббота',
  'воскресенье',
] as const;
/** Excel counts days from here (its 1 January 1900 is day 1, and it believes in 29 February 1900). */
const EXCEL_DAY_ZERO = '1899-12-30';
/** Serial numbers of 2000-01-01 and 2099-12-31: other numbers in a date column are no dates. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;
const WANTED = 'день в виде 03.09.2026';

/** The calendar day of a cell, as `YYYY-MM-DD`. Nothing is guessed: what can be read in two ways is refused. */
export function readDay(cell: CellValue, season: Period): Reading<string> {
  if (cell instanceof Date) {
    const day = cell.toISOString().slice(0, 10);
    return day < '2000' ? bad(`${WANTED}, а здесь только время`) : good(day);
  }
  if (typeof cell === 'number') return fromSerial(cell);
  if (typeof cell !== 'string') return bad(WANTED);
  const { text, weekday } = splitWeekday(cell);
  const reading = fromText(text, season);
  if (!reading.ok || weekday === undefined || weekdayOf(reading.value) === weekday) return reading;
  const real = WEEKDAY_NAMES[weekdayOf(reading.value) - 1] ?? '';
  return bad(`день недели, который совпадает с датой: ${reading.value} — ${real}`);
}

function fromSerial(serial: number): Reading<string> {
  const whole = Math.floor(serial);
  return whole >= FIRST_SERIAL && whole <= LAST_SERIAL ? good(addDays(EXCEL_DAY_ZERO, whole)) : bad(WANTED);
}

/** «чт, 3 сентября» → the weekday's number, 1 to 7, and the rest. */
function splitWeekday(cell: string): { text: string; weekday: number | undefined } {
  let text = ` ${cell.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ')} `;
  let weekday: number | undefined;
  text = text.replace(
    /(?<!\p{L})(пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье)(?!\p{L})\.?,?/gu,
    (word) => {
      const short = shortWeekday(word);
      weekday = WEEKDAYS.findIndex((name) => name === short) + 1;
      return ' ';
    },
  );
  return { text: text.replace(/[(),]/g, ' ').replace(/\s+/g, ' ').trim(), weekday };
}

function shortWeekday(word: string): string {
  const plain = word.replace(/[.,]/g, '');
  const full: Readonly<Record<string, string>> = {
    пон: 'пн',
    вто: 'вт',
    сре: 'ср',
    чет: 'чт',
    пят: 'пт',
    суб: 'сб',
    вос: 'вс',
  };
  return full[plain.slice(0, 3)] ?? plain;
}

function fromText(text: string, season: Period): Reading<string> {
  if (/^\d{5}(?:[.,]0*)?$/.test(text)) return fromSerial(Number(text.slice(0, 5)));
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text);
  if (iso !== null) return existing(iso[1], iso[2], iso[3]);
  const dotted = /^(\d{1,2})[.\-/](\d{1,2})(?:[.\-/](\d{4}|\d{2}))?\.?(?: ?г(?:ода|\.)?)?$/.exec(text);
  if (dotted !== null) {
    const [, day = '', month = '', year] = dotted;
    // 03/09/2026 is 3 September to some and March 9th to others.
    if (text.includes('/') && Number(day) <= 12 && Number(month) <= 12 && day !== month) {
      return bad(`${WANTED}: с дробной чертой неясно, где день, а где месяц`);
    }
    return year === undefined ? yearOfSeason(day, month, season) : existing(fullYear(year), month, day);
  }
  const worded = /^(\d{1,2})(?:-?го)? ?([а-я]{3,8})\.?(?: (\d{4}|\d{2})(?: ?г(?:ода|\.)?)?)?$/.exec(text);
  if (worded === null) return bad(WANTED);
  const [, day = '', name = '', year] = worded;
  const month =
    MONTHS.findIndex((start) => (start === 'ма' ? /^ма[йя]$/.test(name) : name.startsWith(start))) + 1;
  if (month === 0) return bad(WANTED);
  return year === undefined
    ? yearOfSeason(day, String(month), season)
    : existing(fullYear(year), String(month), day);
}

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}

function existing(year = '', month = '', day = ''): Reading<string> {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? good(text) : bad(`существующий день: ${day}.${month}.${year} в календаре нет`);
}

/** A day without a year is the one that falls into the season, if exactly one does. */
function yearOfSeason(day: string, month: string, season: Period): Reading<string> {
  const years = new Set([season.first.slice(0, 4), season.last.slice(0, 4)]);
  const days = [...years]
    .map((year) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    .filter((text) => isDay(text) && text >= season.first && text <= season.last);
  const [only] = days;
  return only !== undefined && days.length === 1
    ? good(only)
    : bad(`${WANTED}: без года этот день не попадает в сезон`);
}
