import { stat } from 'node:fs/promises';
import writeWorkbook from 'write-excel-file/node';
import { CommandError } from '../command/command-error.ts';
import type { KnownTerm } from '../tree/content-tree.ts';
import { COLUMNS } from './columns.ts';

/** Columns that the template leaves out: the two separate ones say the same. */
const NOT_IN_TEMPLATE = new Set(['dateTime', 'endTime']);
const REQUIRED = new Set(['enterprise', 'date', 'time', 'duration', 'format', 'capacity']);
/** Text, so that Excel does not make dates of times and times of dates. */
const AS_TEXT = '@';
const BLANK_ROWS = 300;

/**
 * Writes a blank schedule with all headings and a second sheet that explains them.
 * @throws CommandError when the file exists or cannot be written.
 */
export async function writeTemplate(path: string, formats: readonly KnownTerm[]): Promise<void> {
  if (!path.toLowerCase().endsWith('.xlsx')) throw new CommandError(`Шаблон — это файл .xlsx, а не ${path}.`);
  const exists = await stat(path).then(
    () => true,
    () => false,
  );
  if (exists) throw new CommandError(`Файл ${path} уже есть: уберите его или назовите другой.`);
  const columns = COLUMNS.filter(({ key }) => !NOT_IN_TEMPLATE.has(key));
  const bold = { fontWeight: 'bold', wrap: true } as const;
  const blank = columns.map(() => ({ type: String, format: AS_TEXT }));
  const schedule = {
    sheet: 'Расписание',
    columns: columns.map(({ title }) => ({ width: Math.max(12, title.length + 3) })),
    stickyRowsCount: 1,
    data: [
      columns.map(({ key, title }) => ({
        value: title,
        ...bold,
        backgroundColor: REQUIRED.has(key) ? '#F2B705' : '#F4F1EA',
      })),
      ...Array.from({ length: BLANK_ROWS }, () => blank),
    ],
  };
  const help = {
    sheet: 'Как заполнять',
    columns: [{ width: 28 }, { width: 80 }],
    data: [
      [{ value: 'Одна строка — одно посещение. Жёлтые столбцы обязательны.', ...bold }],
      ...columns.map(({ title, hint }) => [{ value: title }, { value: hint }]),
      [],
      [{ value: 'Форматы', ...bold }],
      ...formats.map(({ title, id }) => [{ value: title }, { value: id }]),
    ],
  };
  try {
    await writeWorkbook([schedule, help]).toFile(path);
  } catch (error) {
    throw new CommandError(`Файл ${path} не записывается: ${String(error)}`);
  }
}
