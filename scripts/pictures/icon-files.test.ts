import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../build/stages.ts';
import { ico } from './ico.ts';
import { iconFiles } from './icon-files.ts';

const files = iconFiles();

const made = (name: string): Buffer => Buffer.from(files.get(name) ?? '');
const committed = (name: string): Promise<Buffer> => readFile(path.join(projectRoot, 'public', name));
const names = [...files.keys()];

test.each(names.filter((name) => /\.(?:svg|webmanifest)$/.test(name)))(
  'public/%s is what the script makes',
  async (name) => {
    expect((await committed(name)).toString('utf8')).toBe(made(name).toString('utf8'));
  },
);

// Pixels, not bytes: another processor may round an edge otherwise.
test.each(names.filter((name) => name.endsWith('.png')))(
  'public/%s looks as the script makes it',
  async (name) => {
    const [a, b] = await Promise.all(
      [await committed(name), made(name)].map((file) => sharp(file).removeAlpha().raw().toBuffer()),
    );
    expect(a?.length).toBe(b?.length);
    const worst = (a ?? Buffer.alloc(0)).reduce(
      (most, value, at) => Math.max(most, Math.abs(value - (b?.[at] ?? -999))),
      0,
    );
    expect(worst).toBeLessThan(12);
  },
);

test('every icon of the manifest is there and as large as it says', async () => {
  const { icons } = z
    .object({ icons: z.array(z.object({ src: z.string(), sizes: z.string(), purpose: z.string() })) })
    .parse(JSON.parse(String(files.get('site.webmanifest'))));
  expect(icons.filter(({ purpose }) => purpose === 'maskable').map(({ sizes }) => sizes)).toEqual([
    '192x192',
    '512x512',
  ]);
  for (const { src, sizes } of icons) {
    const content = files.get(src.slice(1));
    expect(content).toBeDefined();
    if (sizes === 'any') continue;
    const { width, height } = await sharp(Buffer.from(content ?? '')).metadata();
    expect(`${width}x${height}`).toBe(sizes);
  }
});

test('the tab icon has a light and a dark form', () => {
  const svg = String(files.get('favicon.svg'));
  expect(svg).toContain('prefers-color-scheme:dark');
  expect(svg).not.toMatch(/INK|LEAF|=""/);
});

test('an ICO names its pictures and refuses what it has no place for', async () => {
  const content = Buffer.from(files.get('favicon.ico') ?? '');
  expect([content.readUInt16LE(2), content.readUInt16LE(4)]).toEqual([1, 3]);
  const [length, offset] = [content.readUInt32LE(6 + 16 + 8), content.readUInt32LE(6 + 16 + 12)];
  expect((await sharp(content.subarray(offset, offset + length)).metadata()).width).toBe(32);
  expect(() => ico([{ side: 512, png: Buffer.alloc(1) }])).toThrow(RangeError);
});
