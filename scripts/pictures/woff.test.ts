import { Blob, Face } from 'harfbuzzjs';
import { expect, it } from 'vitest';
import { allFontFiles } from './fonts.ts';
import { sfntOf } from './woff.ts';

it('unpacks every font of the pictures to one with letters', () => {
  for (const file of allFontFiles()) {
    const face = new Face(new Blob(sfntOf(file)));
    expect(face.upem).toBe(1000);
    expect(face.collectUnicodes().length).toBeGreaterThan(60);
  }
});

it('gives every table whole', () => {
  for (const file of allFontFiles()) {
    const face = new Face(new Blob(sfntOf(file)));
    const count = file.readUInt16BE(12);
    for (let index = 0; index < count; index += 1) {
      const record = 44 + 20 * index;
      const name = file.toString('latin1', record, record + 4);
      expect(face.referenceTable(name)?.length, name).toBe(file.readUInt32BE(record + 12));
    }
  }
});

it('refuses what is no WOFF file', () => {
  expect(() => sfntOf(Buffer.from('wOF2'))).toThrow(RangeError);
  expect(() => sfntOf(Buffer.alloc(100))).toThrow('no WOFF file');
});
