import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { CommandError } from '../command/command-error.ts';
import { decode } from '../read/decode.ts';
import type { CellValue, Sheet } from './sheet.ts';

/** A schedule of a year is far smaller; a larger file is some other file. */
const LARGEST_BYTES = 20_000_000;

/**
 * The sheets of a schedule: .xlsx, or .csv in UTF-8, UTF-16 or Windows-1251 with commas, semicolons or tabs.
 * @throws CommandError when the file is not there or is nothing of the kind.
 */
export async function readSheets(path: string): Promise<Sheet[]> {
  const bytes = await readFile(path).catch((error: unknown) => {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new CommandError(missing ? `Файла ${path} нет.` : `Файл ${path} не читается: ${String(error)}`);
  });
  if (bytes.length === 0) throw new CommandError(`Файл ${path} пуст.`);
  if (bytes.length > LARGEST_BYTES) throw new CommandError(`Файл ${path} больше 20 МБ: это не расписание.`);
  const extension = extname(path).toLowerCase();
  if (extension === '.csv' || extension === '.tsv' || extension === '.txt') return [readCsv(path, bytes)];
  if (extension === '.xlsx' || extension === '.xlsm') return readXlsx(path, bytes);
  if (extension === '.xls') {
    throw new CommandError(
      `${path} — старый формат Excel. Откройте его и сохраните как «Книга Excel (.xlsx)».`,
    );
  }
  throw new CommandError(`${path}: нужен файл .xlsx или .csv.`);
}

async function readXlsx(path: string, bytes: Buffer): Promise<Sheet[]> {
  const workbook = await readWorkbook(bytes).catch(() => {
    throw new CommandError(
      `${path} не открывается как книга Excel. Откройте его в Excel и сохраните заново как «Книга Excel (.xlsx)», без пароля.`,
    );
  });
  return workbook.map(({ sheet, data }, index) => ({
    label: workbook.length === 1 ? 'лист 1' : `лист ${String(index + 1)} «${sheet}»`,
    rows: data.map((row) => row.map((cell) => cellOf(cell))),
  }));
}

/** The library's own type says `typeof Date` where it gives dates. */
function cellOf(cell: unknown): CellValue {
  if (typeof cell === 'string') return cell === '' ? null : cell;
  if (typeof cell === 'number' || typeof cell === 'boolean' || cell instanceof Date) return cell;
  return null;
}

function readCsv(path: string, bytes: Buffer): Sheet {
  const { text } = decode(bytes);
  try {
    const rows = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      trim: true,
    });
    return { label: 'файл', rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CommandError(
      `${path}: не читается как таблица, строка ${String(error.lines)}. Проверьте в ней кавычки или сохраните таблицу как .xlsx.`,
    );
  }
}

/** The sign that stands most often in the first lines, outside quotes. */
export function delimiterOf(text: string): string {
  const sample = text
    .split('\n')
    .slice(0, 30)
    .join('\n')
    .replace(/"[^"]*"/g, '');
  const counts = [';', '\t', ','].map((sign) => ({ sign, count: sample.split(sign).length }));
  counts.sort((a, b) => b.count - a.count);
  return counts[0]?.sign ?? ',';
}
