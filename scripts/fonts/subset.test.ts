import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CUTS } from './subset.ts';

const root = path.resolve(import.meta.dirname, '../..');
const FACE = /url\('[^']*\/([\w-]+)\.woff2'\)[^}]*?unicode-range:\s*([^;]+);/g;

type Face = { name: string; ranges: { from: number; to: number }[] };

async function faces(): Promise<Face[]> {
  const css = await readFile(path.join(root, 'src/styles/fonts.css'), 'utf8');
  return Array.from(css.matchAll(FACE), ([, name = '', range = '']) => ({
    name,
    ranges: range.split(',').map((part) => {
      const [from = Number.NaN, to = from] = part
        .trim()
        .slice(2)
        .split('-')
        .map((hex) => parseInt(hex, 16));
      return { from, to };
    }),
  }));
}

const family = (name: string): string => name.slice(0, name.lastIndexOf('-'));

describe('letters', () => {
  it('a page asks for each character in the file into which it was cut', async () => {
    const known = await faces();
    expect(known.map(({ name }) => name).sort()).toEqual(CUTS.map(({ name }) => name).sort());
    const wrong: string[] = [];
    for (const { name, text } of CUTS) {
      for (const character of text) {
        const point = character.codePointAt(0) ?? Number.NaN;
        // Of overlapping ranges the later one counts.
        const asked = known.findLast(
          (face) =>
            family(face.name) === family(name) &&
            face.ranges.some(({ from, to }) => from <= point && point <= to),
        );
        if (asked?.name !== name)
          wrong.push(`${character} of ${name} is asked for in ${asked?.name ?? 'none'}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('no character stands in two files of one family', () => {
    for (const one of new Set(CUTS.map(({ name }) => family(name)))) {
      const all = CUTS.filter(({ name }) => family(name) === one).flatMap(({ text }) => Array.from(text));
      expect(new Set(all).size, one).toBe(all.length);
    }
  });
});
