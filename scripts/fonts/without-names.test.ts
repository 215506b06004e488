import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { convert } from 'fontverter';
import { expect, it } from 'vitest';
import { CUTS } from './subset.ts';
import { withoutNames } from './without-names.ts';

const fonts = path.resolve(import.meta.dirname, '../../src/fonts');
const source = path.resolve(
  import.meta.dirname,
  '../../node_modules/@expo-google-fonts/golos-text/400Regular/GolosText_400Regular.ttf',
);

/** Tag → bytes of every table. */
function tables(sfnt: Buffer): Map<string, Buffer> {
  return new Map(
    Array.from({ length: sfnt.readUInt16BE(4) }, (_, index) => {
      const at = 12 + index * 16;
      const start = sfnt.readUInt32BE(at + 8);
      return [sfnt.toString('latin1', at, at + 4), sfnt.subarray(start, start + sfnt.readUInt32BE(at + 12))];
    }),
  );
}

it('takes the names out and leaves every other table as it was', async () => {
  const before = tables(await readFile(source));
  const after = tables(withoutNames(await readFile(source)));
  expect([...after.keys()]).toEqual([...before.keys()]);
  expect(before.get('name')?.length).toBeGreaterThan(100);
  expect(after.get('name')?.length).toBe(6);
  for (const [tag, table] of before)
    if (tag !== 'name') expect(after.get(tag)?.equals(table), tag).toBe(true);
});

it('refuses a file that is cut short', async () => {
  const cut = (await readFile(source)).subarray(0, 5000);
  expect(() => withoutNames(cut.subarray(0, 40))).toThrow(RangeError);
});

it.each(CUTS.map(({ name }) => name))('%s holds letters and no names', async (name) => {
  const font = tables(await convert(await readFile(path.join(fonts, `${name}.woff2`)), 'sfnt'));
  expect(font.get('glyf')?.length).toBeGreaterThan(1000);
  expect(font.get('name')?.length).toBe(6);
});
