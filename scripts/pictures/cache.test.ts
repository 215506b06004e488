import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Makings } from './cache.ts';
import { currentMakings, keys, prune } from './cache.ts';
import { card } from './sample.testing.ts';

const makings: Makings = {
  template: ['layout', 'render'],
  fonts: [new Uint8Array([1, 2]), new Uint8Array([3])],
  versions: { harfbuzzjs: '1.0.0', resvg: '2.0.0' },
};
const key = keys(makings)(card());

describe('the name of a cached picture', () => {
  test('stays while nothing changes, also at another path', () => {
    expect(keys(makings)(card())).toBe(key);
    expect(keys({ ...makings, versions: { resvg: '2.0.0', harfbuzzjs: '1.0.0' } })(card())).toBe(key);
    expect(keys(makings)(card({ path: '/og/enterprises/other.png' }))).toBe(key);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ['title', { title: 'Другое' }],
    ['eyebrow', { eyebrow: 'Другое' }],
    ['text', { text: 'Другое' }],
    ['gate time', { gate: { time: '11:00', day: '3 декабря', note: 'четверг' } }],
    ['plate', { plates: [{ industry: 'food', id: 'another', makes: 'шоколад' }] }],
    ['what a plate shows', { plates: [{ industry: 'food', id: 'plant', makes: 'мороженое' }] }],
    ['industry', { plates: [{ industry: 'energy', id: 'plant', makes: 'шоколад' }] }],
  ])('changes with the content: %s', (_, change) => {
    expect(keys(makings)(card(change))).not.toBe(key);
  });

  test.each([
    ['template', { template: ['layout!', 'render'] }],
    ['order of the template', { template: ['layoutr', 'ender'] }],
    ['bytes of a font', { fonts: [new Uint8Array([1, 2]), new Uint8Array([4])] }],
    ['cut between fonts', { fonts: [new Uint8Array([1]), new Uint8Array([2, 3])] }],
    ['version of a library', { versions: { harfbuzzjs: '1.0.1', resvg: '2.0.0' } }],
  ])('changes with the makings: %s', (_, change) => {
    expect(keys({ ...makings, ...change })(card())).not.toBe(key);
  });

  test('the makings of this project are all there', () => {
    const { template, fonts, versions } = currentMakings();
    expect(template.every((text) => text.length > 100)).toBe(true);
    // A plate that is drawn otherwise is another picture.
    expect(template.some((text) => text.includes('export function plateSvg('))).toBe(true);
    expect(template.some((text) => text.includes('export function typograph('))).toBe(true);
    expect(template.some((text) => text.includes('motifs') || text.includes('Motif'))).toBe(true);
    expect(fonts.every((bytes) => bytes.length > 1000)).toBe(true);
    expect(Object.keys(versions)).toEqual([
      'node',
      'fontverter',
      'harfbuzzjs',
      '@resvg/resvg-js',
      'typograf',
    ]);
    expect(Object.values(versions).every((version) => /^\d+\.\d+\.\d+/.test(version))).toBe(true);
  });
});

describe('pruning', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pictures-'));
    for (const [index, name] of ['a.png', 'b.png', 'c.png', 'd.png', 'codes.json'].entries()) {
      await writeFile(path.join(folder, name), name);
      await utimes(path.join(folder, name), 1000 + index, 1000 + index);
    }
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('drops the longest unused pictures beyond the limit, never what is in use or no picture', async () => {
    expect(await prune(folder, new Set(['a.png']), 1)).toBe(2);
    expect((await readdir(folder)).sort()).toEqual(['a.png', 'codes.json', 'd.png']);
  });

  test('keeps all below the limit', async () => {
    expect(await prune(folder, new Set(), 4)).toBe(0);
    expect(await readdir(folder)).toHaveLength(5);
  });
});
