/** A cell as the readers give it. Dates are UTC: the calendar day and clock time that Excel shows. */
export type CellValue = string | number | boolean | Date | null;

export type Sheet = {
  /** How messages name the sheet: «лист 1», or «файл» for CSV. */
  readonly label: string;
  readonly rows: readonly (readonly CellValue[])[];
};

/** Something wrong in one cell. */
export type CellFault = { readonly where: string; readonly message: string };

/** Letters of a column, counted from 0: A … Z, AA … */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** «лист 1, C17»: row and column counted from 0. */
export function cellAddress(sheet: Sheet, row: number, column: number): string {
  return `${sheet.label}, ${columnLetters(column)}${String(row + 1)}`;
}

/** What stands in the cell, as a person would say it. */
export function shownCell(value: CellValue): string {
  if (value === null) return 'пусто';
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '').replace('.000Z', '');
  if (typeof value === 'number') return String(value).replace('.', ',');
  return String(value);
}
