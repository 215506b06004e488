/** Lists for Excel and other spreadsheets. */

/** What a spreadsheet would run as a formula, also behind spaces or control characters. */
const FORMULA = /^[\s\u0000-\u001F]*[=+\-@\t\r|%＝＋－＠]/;

/**
 * One cell: NFC, quoted when needed. Text that could run as a formula gets an apostrophe in front, which
 * spreadsheets show as text.
 */
export function csvCell(value: string | number): string {
  const text = String(value).normalize('NFC').replace(/\r\n?/g, '\n');
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[";\n,]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A whole file: byte order mark (Excel takes it for UTF-8), semicolons (Excel's separator in Russian), CRLF.
 */
export function csvFile(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(';')}\r\n`).join('')}`;
}
