import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { qrSvg } from '../../src/seo/qr.ts';
import { drawCodes } from './draw-codes.ts';

let cacheDir: string;
beforeEach(async () => {
  cacheDir = await mkdtemp(path.join(os.tmpdir(), 'codes-'));
});
afterEach(async () => {
  await rm(cacheDir, { recursive: true, force: true });
});

const ADDRESS = 'https://example.ru/seasons/a/b/2026-12-01-1000/';

function placing(): { placed: [string, string][]; placeFile: (name: string, content: string) => void } {
  const placed: [string, string][] = [];
  return { placed, placeFile: (...file) => placed.push(file) };
}

it('every code stands beside its page', async () => {
  const { placed, placeFile } = placing();
  const codes = [{ path: '/seasons/a/b/2026-12-01-1000/qr.svg', address: ADDRESS }];
  const { signal } = new AbortController();
  const file = ['seasons/a/b/2026-12-01-1000/qr.svg', qrSvg(ADDRESS)];
  expect(await drawCodes({ codes, placeFile, cacheDir, signal })).toBeGreaterThan(0);
  // The second time as it was kept.
  await drawCodes({ codes, placeFile, cacheDir, signal });
  expect(placed).toEqual([file, file]);
});

it.each(['/../qr.svg', '/a/../../qr.svg', 'qr.svg', '/seasons/index.html', '/qr.svg/..'])(
  'a path that is no code’s is refused: %s',
  async (place) => {
    const { placed, placeFile } = placing();
    const codes = [{ path: place, address: ADDRESS }];
    const { signal } = new AbortController();
    await expect(drawCodes({ codes, placeFile, cacheDir, signal })).rejects.toThrow(place);
    expect(placed).toEqual([]);
  },
);

it('nothing is written any more when the build has been given up', async () => {
  const { placed, placeFile } = placing();
  const codes = [{ path: '/a/qr.svg', address: ADDRESS }];
  const signal = AbortSignal.abort(new Error('given up'));
  await expect(drawCodes({ codes, placeFile, cacheDir, signal })).rejects.toThrow('given up');
  expect(placed).toEqual([]);
});
