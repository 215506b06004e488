import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CUTS } from './subset.ts';

const root = path.resolve(import.meta.dirname, '../..');
const FACE = /url\('[^']*\/([\w-]+)\.woff2'\)[^}]*?unicode-range:\s*([^;]+);/g;

/** The characters that a unicode-range names, in order. */
function named(range: string): string {
  const points = range.split(',').flatMap((part) => {
    const [from = Number.NaN, to = from] = part
      .trim()
      .slice(2)
      .split('-')
      .map((hex) => parseInt(hex, 16));
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
  return String.fromCodePoint(...points);
}

const sorted = (text: string): string => Array.from(text).sort().join('');

describe('letters', () => {
  it('a page asks for a file exactly for the characters that were cut into it', async () => {
    const css = await readFile(path.join(root, 'src/styles/fonts.css'), 'utf8');
    const asked = Array.from(css.matchAll(FACE), ([, name = '', range = '']) => [name, named(range)]);
    expect(Object.fromEntries(asked)).toEqual(
      Object.fromEntries(CUTS.map(({ name, text }) => [name, sorted(text)])),
    );
  });

  it('no character stands in two files of one family', () => {
    for (const family of ['golos', 'unbounded', 'pt-mono']) {
      const all = CUTS.filter(({ name }) => name.startsWith(family)).flatMap(({ text }) => Array.from(text));
      expect(new Set(all).size, family).toBe(all.length);
    }
  });
});
