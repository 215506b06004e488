import { CommandError } from '../command/command-error.ts';
import { plainName } from '../naming/enterprise-name.ts';
import type { ColumnKey } from './columns.ts';
import { columnTitle } from './columns.ts';
import type { Period } from './day-cell.ts';
import type { Headings } from './headings.ts';
import { findHeadings } from './headings.ts';
import type { Defaults, SheetSession } from './row.ts';
import { readRow } from './row.ts';
import type { CellFault, Sheet } from './sheet.ts';
import { cellAddress, shownCell } from './sheet.ts';
import type { KnownTerm } from '../tree/content-tree.ts';

/** A session of the sheet with the enterprise as it is written there. */
export type ScheduleRow = {
  readonly enterprise: string;
  /** Address of the enterprise's cell. */
  readonly where: string;
  /** Number of the row in the sheet, from 1. */
  readonly row: number;
  readonly session: SheetSession;
};

export type Schedule = {
  readonly rows: readonly ScheduleRow[];
  readonly faults: readonly CellFault[];
  /** What was left out or filled in, so that a person can object. */
  readonly notices: readonly string[];
  /** Every name that stands in the sheets, also in rows with faults, with the address of its first cell. */
  readonly enterprises: ReadonlyMap<string, string>;
};

export type ScheduleContext = {
  readonly season: Period;
  readonly formats: readonly KnownTerm[];
  readonly defaults: Defaults;
};

/** Reads all sheets that have headings. @throws CommandError when none has. */
export function readSchedule(sheets: readonly Sheet[], context: ScheduleContext): Schedule {
  const rows: ScheduleRow[] = [];
  const faults: CellFault[] = [];
  const notices: string[] = [];
  const enterprises = new Map<string, string>();
  let found = false;
  for (const sheet of sheets) {
    const headings = findHeadings(sheet.rows);
    if (headings === undefined) {
      notices.push(`${sheet.label}: строки заголовков нет, лист пропущен.`);
      continue;
    }
    found = true;
    const missing = missingColumns(headings);
    if (missing.length > 0) {
      const names = missing.map((key) => `«${columnTitle(key)}»`).join(', ');
      faults.push({
        where: `${sheet.label}, строка ${String(headings.row + 1)}`,
        message: `нет столбца ${names}. Нужные заголовки — в шаблоне: npm run import -- --template.`,
      });
      continue;
    }
    noteHeadings(sheet, headings, faults, notices);
    readSheet(sheet, headings, context, { rows, faults, notices, enterprises });
  }
  if (!found) {
    throw new CommandError(
      'В файле нет строки заголовков (Предприятие, Дата, Время начала…). Пустой шаблон: npm run import -- --template',
    );
  }
  return { rows, faults, notices, enterprises };
}

function missingColumns(headings: Headings): ColumnKey[] {
  const { columns } = headings;
  const missing: ColumnKey[] = [];
  if (!columns.has('enterprise')) missing.push('enterprise');
  if (!columns.has('dateTime') && !columns.has('date')) missing.push('date');
  if (!columns.has('capacity')) missing.push('capacity');
  return missing;
}

function noteHeadings(sheet: Sheet, headings: Headings, faults: CellFault[], notices: string[]): void {
  for (const { column, text } of headings.unknown) {
    notices.push(`${cellAddress(sheet, headings.row, column)}: столбец «${text}» не узнан и пропущен.`);
  }
  for (const { column, first, text } of headings.repeated) {
    faults.push({
      where: cellAddress(sheet, headings.row, column),
      message: `столбец «${text}» значит то же, что и ${cellAddress(sheet, headings.row, first)}. Оставьте один.`,
    });
  }
}

type Collected = {
  readonly rows: ScheduleRow[];
  readonly faults: CellFault[];
  readonly notices: string[];
  readonly enterprises: Map<string, string>;
};

function readSheet(sheet: Sheet, headings: Headings, context: ScheduleContext, into: Collected): void {
  const column = headings.columns.get('enterprise') ?? 0;
  let above: { name: string; row: number } | undefined;
  // A column that is not there is missed once, not in each row.
  const noLength = !headings.columns.has('duration') && !headings.columns.has('endTime');
  let lengthTold = false;
  for (let row = headings.row + 1; row < sheet.rows.length; row += 1) {
    const cells = sheet.rows[row] ?? [];
    if (cells.every((cell) => cell === null || shownCell(cell).trim() === '')) continue;
    const cell = cells[column] ?? null;
    const where = cellAddress(sheet, row, column);
    const written = cell === null ? '' : shownCell(cell).replace(/\s+/g, ' ').trim();
    if (isTotal(cells)) {
      into.notices.push(`${sheet.label}, строка ${String(row + 1)}: похоже на итог, пропущена.`);
      continue;
    }
    if (written === '' && above === undefined) {
      into.faults.push({
        where,
        message: 'столбец «Предприятие». Написано: пусто. Нужно: название предприятия.',
      });
    }
    // A merged cell holds its text in the first of its rows only.
    if (written === '' && above !== undefined) {
      into.notices.push(`${where}: пусто, взято «${above.name}» из строки ${String(above.row + 1)}.`);
    }
    if (written !== '') above = { name: written, row };
    const { session, faults } = readRow({ sheet, headings, ...context }, row);
    for (const fault of faults) {
      const length = noLength && fault.key === 'duration';
      if (!length || !lengthTold) into.faults.push(fault);
      lengthTold ||= length;
    }
    if (above === undefined) continue;
    if (!into.enterprises.has(above.name)) into.enterprises.set(above.name, where);
    if (session !== undefined) into.rows.push({ enterprise: above.name, where, row: row + 1, session });
  }
}

function isTotal(cells: readonly (string | number | boolean | Date | null)[]): boolean {
  const first = cells.find((cell) => cell !== null);
  return typeof first === 'string' && /^(?:итого|всего)(?: |$)/.test(plainName(first));
}
