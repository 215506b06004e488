import { z } from 'zod';
import { session as sessionSchema } from '../../../src/schema/programme.ts';
import { minutesOf } from '../../../src/time/moscow.ts';
import type { ColumnKey } from './columns.ts';
import { COLUMNS, columnTitle } from './columns.ts';
import type { Period, Reading } from './day-cell.ts';
import { bad, good, readDay } from './day-cell.ts';
import type { Headings } from './headings.ts';
import type { CellFault, CellValue, Sheet } from './sheet.ts';
import { cellAddress, shownCell } from './sheet.ts';
import { minutesOfDate, readDuration, readTime } from './time-cell.ts';
import type { KnownTerm } from '../tree/content-tree.ts';
import {
  readAge,
  readCapacity,
  readFormat,
  readMinutes,
  readRegistration,
  readStatus,
  readText,
  readYesNo,
} from './value-cells.ts';

const russian = z.locales.ru().localeError;

/** What the sheet says about one session, in the words of the schema; absent is «not said». */
export type SheetSession = {
  readonly date: string;
  readonly time: string;
  readonly suffix?: string;
  readonly fields: Readonly<Record<string, unknown>>;
};

/** Values for columns that the sheet does not have, from the command line. */
export type Defaults = { readonly format?: string; readonly durationMinutes?: number };

export type RowContext = {
  readonly sheet: Sheet;
  readonly headings: Headings;
  readonly season: Period;
  readonly formats: readonly KnownTerm[];
  readonly defaults: Defaults;
};

/** A fault of a row, with the column it is about. */
export type RowFault = CellFault & { readonly key: ColumnKey };

/** One row being read: gives cells by what they say, and collects faults. */
class RowReader {
  readonly faults: RowFault[] = [];
  readonly #context: RowContext;
  readonly #row: number;

  constructor(context: RowContext, row: number) {
    this.#context = context;
    this.#row = row;
  }

  has(key: ColumnKey): boolean {
    return this.#context.headings.columns.has(key);
  }

  cell(key: ColumnKey): CellValue {
    const column = this.#context.headings.columns.get(key);
    const value = column === undefined ? null : (this.#context.sheet.rows[this.#row]?.[column] ?? null);
    // A dash is how people write «nothing» in a sheet.
    return typeof value === 'string' && /^\s*[-–—]*\s*$/.test(value) ? null : value;
  }

  /** The column's meaning, or undefined when the cell is empty or wrong (which is noted). */
  read<Value>(key: ColumnKey, reader: (cell: CellValue) => Reading<Value>): Value | undefined {
    const cell = this.cell(key);
    if (cell === null) return undefined;
    const reading = reader(cell);
    if (reading.ok) return reading.value;
    this.fault(key, reading.wanted);
    return undefined;
  }

  fault(key: ColumnKey, wanted: string): void {
    const column = this.#context.headings.columns.get(key);
    const { sheet } = this.#context;
    const where =
      column === undefined
        ? `${sheet.label}, строка ${String(this.#row + 1)}`
        : cellAddress(sheet, this.#row, column);
    const written = shownCell(this.cell(key));
    this.faults.push({
      key,
      where,
      message: `столбец «${columnTitle(key)}». Написано: ${written}. Нужно: ${wanted}.`,
    });
  }
}

/** Reads a row below the headings. Faults are complete: one run names every wrong cell of the row. */
export function readRow(
  context: RowContext,
  row: number,
): { readonly session?: SheetSession; readonly faults: readonly RowFault[] } {
  const reader = new RowReader(context, row);
  const start = readStart(reader, context.season);
  const durationMinutes = readLength(reader, context, start?.time, start?.end);
  const format =
    reader.read('format', (cell) => readFormat(cell, context.formats)) ?? context.defaults.format;
  if (format === undefined && reader.cell('format') === null) {
    reader.fault('format', reader.has('format') ? 'формат из списка' : 'столбец «Формат» или ключ --format');
  }
  const capacity = reader.read('capacity', readCapacity);
  if (capacity === undefined && reader.cell('capacity') === null)
    reader.fault('capacity', 'сколько мест, например 15');
  const fields = { durationMinutes, format, capacity, ...readOptional(reader, context.season) };
  const suffix = reader.read('suffix', readSuffix);
  if (start === undefined || reader.faults.length > 0) return { faults: reader.faults };
  const wrong = schemaFaults(reader, { date: start.date, time: start.time, ...stated(fields) });
  if (wrong) return { faults: reader.faults };
  const session = {
    date: start.date,
    time: start.time,
    ...(suffix === undefined ? {} : { suffix }),
    fields: stated(fields),
  };
  return { session, faults: [] };
}

/** Where the schema refuses what single cells could not know; true when it does. */
function schemaFaults(reader: RowReader, entry: Readonly<Record<string, unknown>>): boolean {
  const result = sessionSchema.safeParse(entry, { error: russian });
  for (const issue of result.error?.issues ?? []) {
    const path = issue.path.map(String);
    const key = COLUMNS.find((column) => column.key === path.at(-1))?.key ?? 'enterprise';
    reader.fault(key, issue.message);
  }
  return !result.success;
}

type Start = { readonly date: string; readonly time: string; readonly end?: string };

function readStart(reader: RowReader, season: Period): Start | undefined {
  const both = reader.cell('dateTime');
  const dateKey = reader.cell('date') === null && both !== null ? 'dateTime' : 'date';
  const timeKey = reader.cell('time') === null && both !== null ? 'dateTime' : 'time';
  const date = reader.read(dateKey, (cell) => readDay(dateKey === 'dateTime' ? dayPart(cell) : cell, season));
  if (date === undefined && reader.cell(dateKey) === null) reader.fault(dateKey, 'день в виде 03.09.2026');
  if (date !== undefined && (date < season.first || date > season.last)) {
    reader.fault(dateKey, `день сезона, с ${season.first} по ${season.last}`);
  }
  const fromDate = dateKey === 'date' && timeKey === 'time' ? clockInDate(reader.cell('date')) : null;
  if (reader.cell(timeKey) === null && fromDate !== null) {
    return date === undefined ? undefined : { date, time: fromDate };
  }
  const time = reader.read(timeKey, (cell) => readTime(timeKey === 'dateTime' ? timePart(cell) : cell));
  if (time === undefined && reader.cell(timeKey) === null) reader.fault(timeKey, 'время в виде 10:30');
  if (date === undefined || time === undefined) return undefined;
  return { date, time: time.start, ...(time.end === undefined ? {} : { end: time.end }) };
}

/** A date cell that also shows a time of day. */
function clockInDate(cell: CellValue): string | null {
  if (!(cell instanceof Date) || minutesOfDate(cell) === 0) return null;
  const reading = readTime(cell);
  return reading.ok ? reading.value.start : null;
}

/** «03.09.2026 10:30», «3 сентября, 10:30» → the text before the time. */
function dayPart(cell: CellValue): CellValue {
  return typeof cell === 'string' ? cell.replace(/,?(?: в)?[\sT]+\d{1,2}[:.]\d{2}(?::\d{2})?.*$/, '') : cell;
}

function timePart(cell: CellValue): CellValue {
  if (typeof cell === 'number') return cell % 1;
  if (typeof cell !== 'string') return cell;
  return /[\sT](\d{1,2}[:.]\d{2}(?::\d{2})?.*)$/.exec(cell)?.[1] ?? cell;
}

function readLength(
  reader: RowReader,
  context: RowContext,
  start: string | undefined,
  endOfSpan: string | undefined,
): number | undefined {
  const stated = reader.read('duration', (cell) => readDuration(cell, context.headings.durationUnit));
  const endCell = reader.read('endTime', readTime);
  const end = endCell?.start ?? endOfSpan;
  if (stated !== undefined) return stated;
  if (start !== undefined && end !== undefined) {
    const minutes = minutesOf(end) - minutesOf(start);
    const reading = minutes >= 10 ? good(minutes) : bad('окончание позже начала хотя бы на 10 минут');
    if (reading.ok) return reading.value;
    reader.fault(endCell === undefined ? 'time' : 'endTime', reading.wanted);
    return undefined;
  }
  if (context.defaults.durationMinutes !== undefined) return context.defaults.durationMinutes;
  const silent = reader.cell('duration') === null && reader.cell('endTime') === null;
  if (silent && start !== undefined)
    reader.fault(
      'duration',
      reader.has('duration') || reader.has('endTime')
        ? 'длительность в минутах, время окончания или ключ --minutes'
        : 'столбец «Длительность, мин» — или «Время окончания», или ключ --minutes 90, если у всех одинаково',
    );
  return undefined;
}

function readSuffix(cell: CellValue): Reading<string> {
  const text = shownCell(cell).toLowerCase().trim();
  return /^[a-z0-9]{1,10}$/.test(text) ? good(text) : bad('латинская буква или цифра, например b');
}

function readOptional(reader: RowReader, season: Period): Record<string, unknown> {
  const status = reader.read('status', readStatus);
  const registration = reader.read('registration', readRegistration);
  const url = reader.read('registrationUrl', readText) ?? registration?.registrationUrl;
  const moved = readMovedFrom(reader, season);
  if (status === 'moved' && moved === undefined) reader.fault('movedFromDate', 'прежние дата и время');
  if (registration?.registration === 'link' && url === undefined)
    reader.fault('registrationUrl', 'адрес страницы записи');
  const admission = stated({
    minAge: reader.read('minAge', readAge),
    minAgeUnaccompanied: reader.read('minAgeUnaccompanied', readAge),
    documents: reader.read('documents', readText),
  });
  const meetingPoint = stated({
    address: reader.read('address', readText),
    entrance: reader.read('entrance', readText),
    metro: reader.read('metro', readText),
    minutesWalk: reader.read('minutesWalk', readMinutes),
  });
  return {
    title: reader.read('title', readText),
    ...(Object.keys(admission).length > 0 ? { admission } : {}),
    ...(Object.keys(meetingPoint).length > 0 ? { meetingPoint } : {}),
    registration: registration?.registration ?? (url === undefined ? undefined : 'link'),
    registrationUrl: url,
    status,
    statusNote: reader.read('statusNote', readText),
    movedFrom: moved,
    groups: reader.read('groups', readYesNo),
    online: reader.read('online', readYesNo),
  };
}

function readMovedFrom(reader: RowReader, season: Period): { date: string; time: string } | undefined {
  const date = reader.read('movedFromDate', (cell) => readDay(cell, season));
  const time = reader.read('movedFromTime', readTime)?.start ?? clockInDate(reader.cell('movedFromDate'));
  if (date !== undefined && time === null && reader.cell('movedFromTime') === null)
    reader.fault('movedFromTime', 'прежнее время в виде 10:30');
  return date === undefined || time === null ? undefined : { date, time };
}

/** Only what was said. */
function stated(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
