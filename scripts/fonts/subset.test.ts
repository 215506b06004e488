import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CUTS } from './subset.ts';

const root = path.resolve(import.meta.dirname, '../..');
const FACE =
  /font-family: '?([^';]+)'?;\s*src: url\('[^']*\/([\w-]+)\.woff2'\);(?:\s*font-weight: ([\d ]+);)?[^}]*?(?:unicode-range:\s*([^;]+);)?\s*\}/g;

type Face = {
  name: string;
  /** Family and weights: the faces among which a browser chooses by the character. */
  set: string;
  ranges: { from: number; to: number }[];
};

async function faces(): Promise<Face[]> {
  const css = await readFile(path.join(root, 'src/styles/fonts.css'), 'utf8');
  return Array.from(css.matchAll(FACE), ([, family = '', name = '', weights = '', range = 'U+0-10FFFF']) => ({
    name,
    set: `${family} ${weights}`,
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

const textOf = (name: string): string => CUTS.find((cut) => cut.name === name)?.text ?? '';

describe('letters', () => {
  it('a page asks for each character in the file into which it was cut', async () => {
    const known = await faces();
    expect(known.map(({ name }) => name).sort()).toEqual(CUTS.map(({ name }) => name).sort());
    const wrong: string[] = [];
    for (const { name, set } of known) {
      for (const character of textOf(name)) {
        const point = character.codePointAt(0) ?? Number.NaN;
        // Of overlapping ranges the later one counts.
        const asked = known.findLast(
          (face) => face.set === set && face.ranges.some(({ from, to }) => from <= point && point <= to),
        );
        if (asked?.name !== name)
          wrong.push(`${character} of ${name} is asked for in ${asked?.name ?? 'none'}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('no character stands in two files of one family and weight', async () => {
    const known = await faces();
    for (const one of new Set(known.map(({ set }) => set))) {
      const all = known.filter(({ set }) => set === one).flatMap(({ name }) => Array.from(textOf(name)));
      expect(all.length, one).toBeGreaterThan(0);
      expect(new Set(all).size, one).toBe(all.length);
    }
  });
});
