import { convert } from 'fontverter';
import { Blob, Face } from 'harfbuzzjs';
import { expect, it } from 'vitest';
import { allFontFiles } from './fonts.ts';
import { facesOf } from './shape.ts';

it('opens every font of the pictures as one with letters', () => {
  const faces = [...facesOf('display'), ...facesOf('text'), ...facesOf('mono')];
  expect(faces).toHaveLength(allFontFiles().length);
  for (const { unitsPerEm, has } of faces) {
    expect(unitsPerEm).toBe(1000);
    expect(has.size).toBeGreaterThan(60);
  }
});

it('gives every table whole', async () => {
  for (const file of allFontFiles()) {
    const face = new Face(new Blob(await convert(file, 'sfnt')));
    const count = file.readUInt16BE(12);
    for (let index = 0; index < count; index += 1) {
      const record = 44 + 20 * index;
      const name = file.toString('latin1', record, record + 4);
      expect(face.referenceTable(name)?.length, name).toBe(file.readUInt32BE(record + 12));
    }
  }
});

it('refuses what is no WOFF file', async () => {
  await expect(convert(Buffer.from('wOF2'), 'sfnt')).rejects.toThrow();
  await expect(convert(Buffer.alloc(100), 'sfnt')).rejects.toThrow();
});
