import { expect, it } from 'vitest';
import { write } from './letters.ts';
import { colourOf } from './pixels.ts';
import type { Sheet } from './pixels.ts';
import { shaped } from './shape.ts';

const PAPER = colourOf('#F4F1EA');
const INK = colourOf('#16191D');

function paper(): Sheet {
  return { width: 120, height: 60, pixels: new Int32Array(120 * 60).fill(PAPER) };
}

/** Left, top, right and bottom of what is not paper. */
function stained({ width, pixels }: Sheet): number[] {
  const at = [...pixels.entries()].filter(([, pixel]) => pixel !== PAPER).map(([index]) => index);
  const [xs, ys] = [at.map((index) => index % width), at.map((index) => Math.floor(index / width))];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

it('letters stand on their baseline, as wide as they are measured', () => {
  const sheet = paper();
  write(sheet, 'ННН', { family: 'display', size: 30, colour: INK }, 10, 50);
  const [left = 0, top = 0, right = 0, bottom = 0] = stained(sheet);
  expect(bottom).toBe(49);
  // Capitals are three fourths of the size.
  expect(top).toBeGreaterThan(24);
  expect(top).toBeLessThan(32);
  const width = shaped('ННН', 'display').width * 30;
  expect(left).toBeGreaterThanOrEqual(10);
  expect(right).toBeLessThan(10 + width);
  expect(right - left).toBeGreaterThan(width * 0.85);
});

it('covered pixels get the colour, edges are between it and the ground', () => {
  const sheet = paper();
  write(sheet, 'Ж', { family: 'text', size: 40, colour: INK }, 10.3, 50);
  const reds = new Set([...sheet.pixels].map((pixel) => pixel & 255));
  expect(sheet.pixels).toContain(INK);
  expect(reds.size).toBeGreaterThan(10);
  expect(Math.min(...reds)).toBe(INK & 255);
  expect(Math.max(...reds)).toBe(PAPER & 255);
  expect([...sheet.pixels].every((pixel) => pixel >>> 24 === 255)).toBe(true);
});

it('what stands out of the sheet is cut off', () => {
  const sheet = paper();
  write(sheet, 'ЩЩЩЩЩ', { family: 'display', size: 60, colour: INK }, -20, 10);
  const [left, top, right] = stained(sheet);
  expect([left, top, right]).toEqual([0, 0, 119]);
});

it('letters of both files of a family are found, and kerned', () => {
  expect(shaped('Цех 5', 'text').glyphs.every(({ id }) => id > 0)).toBe(true);
  const apart = ['Г', 'А'].reduce((sum, letter) => sum + shaped(letter, 'display').width, 0);
  expect(shaped('ГА', 'display').width).toBeLessThan(apart);
});
