import type { Reading } from './day-cell.ts';
import { bad, good } from './day-cell.ts';
import type { CellValue } from './sheet.ts';

/** A start, and an end when the cell gives both («10:30–12:00»). Clock times of Moscow, `HH:MM`. */
export type TimeSpan = { readonly start: string; readonly end?: string };

const WANTED = 'время в виде 10:30';
const DAY_MINUTES = 1440;
/** Excel writes a bare time as its day zero plus the time; workbooks of old Macs count from 1904. */
const DAYS_ZERO = new Set(['1899-12-30', '1904-01-01']);

function isBareTime(date: Date): boolean {
  return DAYS_ZERO.has(date.toISOString().slice(0, 10));
}

/** Minutes since midnight as `HH:MM`. */
export function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Minutes since midnight that a date's clock shows, rounded: Excel keeps times as inexact fractions. */
export function minutesOfDate(date: Date): number {
  const seconds = date.getUTCHours() * 3600 + date.getUTCMinutes() * 60 + date.getUTCSeconds();
  return Math.round((seconds + date.getUTCMilliseconds() / 1000) / 60);
}

/** The clock time of a cell. A time that Excel turned into a date («10.10») is refused, not guessed. */
export function readTime(cell: CellValue): Reading<TimeSpan> {
  if (cell instanceof Date) {
    const minutes = minutesOfDate(cell);
    if (!isBareTime(cell) && minutes === 0) {
      return bad(`${WANTED}: Excel превратил время в дату, наберите с двоеточием`);
    }
    return fromMinutes(minutes);
  }
  if (typeof cell === 'number') return fromNumber(cell);
  if (typeof cell !== 'string') return bad(WANTED);
  return fromText(cell);
}

function fromNumber(value: number): Reading<TimeSpan> {
  if (value > 0 && value < 1) return fromMinutes(Math.round(value * DAY_MINUTES));
  if (Number.isInteger(value) && value < 24 && value > 0) return fromMinutes(value * 60);
  return bad(`${WANTED}: с точкой или запятой неясно, минуты это или доля часа`);
}

function fromMinutes(minutes: number): Reading<TimeSpan> {
  return minutes >= 0 && minutes < DAY_MINUTES ? good({ start: clockOf(minutes) }) : bad(WANTED);
}

function fromText(cell: string): Reading<TimeSpan> {
  const text = cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?:по московскому времени|мск\.?|по москве)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (/^0[.,]\d+$/.test(text)) return fromNumber(Number(text.replace(',', '.')));
  const span = /^(?:с |от )?(.+?)(?: ?[–—-] ?| до | по )(.+)$/.exec(text);
  const start = clock(text);
  if (start !== undefined) return good({ start });
  if (TWO_WAYS.test(text)) return bad(`${WANTED} или 10:00–12:00: через дефис неясно`);
  if (span === null) return bad(WANTED);
  const [from, to] = [clock(span[1] ?? ''), clock(span[2] ?? '')];
  return from === undefined || to === undefined ? bad(WANTED) : good({ start: from, end: to });
}

/** «10-12» is 10:12 to some and «from ten to twelve» to others. */
const TWO_WAYS = /^\d{1,2} ?- ?(?:0[1-9]|1\d|2[0-3]|\d)$/;

/** `10:30`, `10.30`, `10-30`, `10ч30`, `10 ч 30 мин`, `10:30:00`, `в 10 часов`, `9`. */
function clock(text: string): string | undefined {
  const match =
    /^(?:в |с )?(\d{1,2})(?:(?: ?[:.] ?|-(?=00|2[4-9]|[3-5])| ?ч(?:ас(?:а|ов)?)?\.? ?)(\d{2})(?::00)?(?: ?м(?:ин)?\.?)?| ?ч(?:ас(?:а|ов)?)?\.?)?$/.exec(
      text.trim(),
    );
  if (match === null) return undefined;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? '0')];
  return hours < 24 && minutes < 60 ? clockOf(hours * 60 + minutes) : undefined;
}

const DURATION_WANTED = 'длительность в минутах, например 90';
const LONGEST = 720;

/** Whole minutes of a duration cell. A bare small number without a unit is refused: 2 hours or 2 minutes? */
export function readDuration(cell: CellValue, unit: 'minutes' | 'hours' | undefined): Reading<number> {
  if (cell instanceof Date) {
    return isBareTime(cell) ? inLimits(minutesOfDate(cell)) : bad(DURATION_WANTED);
  }
  if (typeof cell === 'number') return fromAmount(cell, unit);
  if (typeof cell !== 'string') return bad(DURATION_WANTED);
  const text = cell.normalize('NFKC').toLowerCase().replaceAll(',', '.').replace(/\s+/g, ' ').trim();
  if (/^\d+(?:\.\d+)?$/.test(text)) return fromAmount(Number(text), unit);
  if (/^(?:1 )?час$/.test(text)) return good(60);
  if (/^полтора часа$/.test(text)) return good(90);
  if (/^полчаса$/.test(text)) return good(30);
  const clockLike = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(text);
  if (clockLike !== null) return inLimits(Number(clockLike[1]) * 60 + Number(clockLike[2]));
  const worded =
    /^(?:около )?(?:(\d+(?:\.\d+)?) ?ч(?:ас(?:а|ов)?)?\.?)? ?(?:(\d+) ?м(?:ин(?:ут[аы]?)?)?\.?)?$/.exec(text);
  if (worded === null || (worded[1] === undefined && worded[2] === undefined)) return bad(DURATION_WANTED);
  return inLimits(Math.round(Number(worded[1] ?? '0') * 60) + Number(worded[2] ?? '0'));
}

function fromAmount(amount: number, unit: 'minutes' | 'hours' | undefined): Reading<number> {
  if (unit === 'hours') return inLimits(Math.round(amount * 60));
  if (unit === undefined && amount > 0 && amount < 1) return inLimits(Math.round(amount * DAY_MINUTES));
  if (unit === undefined && amount < 10) return bad(`${DURATION_WANTED}, или «1,5 ч»: без единицы неясно`);
  return inLimits(amount);
}

function inLimits(minutes: number): Reading<number> {
  return Number.isInteger(minutes) && minutes >= 10 && minutes <= LONGEST
    ? good(minutes)
    : bad(`${DURATION_WANTED}: от 10 до ${String(LONGEST)}`);
}
