import { expect, it } from 'vitest';
import { PutBySheets, withSheets } from './sheet-marks.ts';

it('puts each sheet by once, and puts it where its mark stands', () => {
  const putBy = new PutBySheets();
  const marks = ['.a{top:0}', '.b{top:$&}', '.a{top:0}'].map((sheet) => putBy.markOf(sheet));
  expect(putBy.sheets).toEqual(['.a{top:0}', '.b{top:$&}']);
  expect(withSheets(`${marks.join('')}p{top:0}`, putBy.sheets)).toBe('.a{top:0}.b{top:$&}.a{top:0}p{top:0}');
});

it('refuses a mark of which there is no sheet', () => {
  expect(() => withSheets('/*sheet 1*/', ['p{top:0}'])).toThrow('/*sheet 1*/');
});
