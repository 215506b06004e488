import { editDistance } from '../naming/similarity.ts';
import type { ColumnKey } from './columns.ts';
import { COLUMNS } from './columns.ts';
import type { CellValue } from './sheet.ts';

/** Lower case, ё as е, without what stands in brackets, punctuation as single spaces. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The column that a heading names, or undefined when that is not clear. */
export function recogniseHeading(text: string): ColumnKey | undefined {
  const plain = plainHeading(text);
  if (plain === '') return undefined;
  return exactly(plain) ?? withinWords(plain) ?? nearly(plain);
}

function exactly(plain: string): ColumnKey | undefined {
  return COLUMNS.find(({ synonyms }) => synonyms.includes(plain))?.key;
}

/** A heading that begins with a known one: «длительность мин», «дата проведения экскурсии». The longest wins. */
function withinWords(plain: string): ColumnKey | undefined {
  const found = COLUMNS.flatMap(({ key, synonyms }) =>
    synonyms.filter((synonym) => plain.startsWith(`${synonym} `)).map((synonym) => ({ key, synonym })),
  );
  found.sort((a, b) => b.synonym.length - a.synonym.length);
  return found[0]?.key;
}

/** A slip of the finger: one letter in a short heading, two in a long one, and only one column is that near. */
function nearly(plain: string): ColumnKey | undefined {
  const allowed = plain.length < 5 ? 0 : plain.length < 9 ? 1 : 2;
  if (allowed === 0) return undefined;
  const near = new Set<ColumnKey>();
  for (const { key, synonyms } of COLUMNS) {
    if (synonyms.some((synonym) => editDistance(plain, synonym, allowed) <= allowed)) near.add(key);
  }
  const [only] = near;
  return near.size === 1 ? only : undefined;
}

export type Headings = {
  /** Index of the row with the headings, from 0. */
  readonly row: number;
  /** Index of the sheet's column, from 0, by what it says. */
  readonly columns: ReadonlyMap<ColumnKey, number>;
  /** Unit in the heading of the duration: «Длительность, ч». */
  readonly durationUnit: 'minutes' | 'hours' | undefined;
  readonly unknown: readonly { readonly column: number; readonly text: string }[];
  readonly repeated: readonly { readonly column: number; readonly first: number; readonly text: string }[];
};

/** Titles, logos and notes may stand above the headings, but not more than this. */
const LOOK_AT_ROWS = 30;
const ENOUGH_COLUMNS = 3;

/** Finds the row of headings: the first with at least three recognised columns. */
export function findHeadings(rows: readonly (readonly CellValue[])[]): Headings | undefined {
  for (const [row, cells] of rows.slice(0, LOOK_AT_ROWS).entries()) {
    const headings = readHeadings(row, cells);
    if (headings.columns.size >= ENOUGH_COLUMNS) return headings;
  }
  return undefined;
}

function readHeadings(row: number, cells: readonly CellValue[]): Headings {
  const columns = new Map<ColumnKey, number>();
  const unknown: { column: number; text: string }[] = [];
  const repeated: { column: number; first: number; text: string }[] = [];
  let durationUnit: Headings['durationUnit'];
  for (const [column, cell] of cells.entries()) {
    if (typeof cell !== 'string' || cell.trim() === '') continue;
    const key = recogniseHeading(cell);
    const first = key === undefined ? undefined : columns.get(key);
    if (key === undefined) unknown.push({ column, text: cell.trim() });
    else if (first !== undefined) repeated.push({ column, first, text: cell.trim() });
    else columns.set(key, column);
    if (key === 'duration') durationUnit = unitOf(cell);
  }
  return { row, columns, durationUnit, unknown, repeated };
}

function unitOf(heading: string): Headings['durationUnit'] {
  const plain = heading.toLowerCase();
  if (/(?:^|[^\p{L}])мин/u.test(plain)) return 'minutes';
  return /(?:^|[^\p{L}])(?:ч|час\p{L}*)(?:$|[^\p{L}])/u.test(plain) ? 'hours' : undefined;
}
