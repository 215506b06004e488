import { describe, expect, it } from 'vitest';
import { cellAddress, columnLetters } from './sheet.ts';

describe('addresses of cells', () => {
  it.each([
    [0, 'A'],
    [2, 'C'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });

  it('counts rows and columns from the sheet’s corner', () => {
    expect(cellAddress({ label: 'лист 1', rows: [] }, 16, 2)).toBe('лист 1, C17');
  });
});
