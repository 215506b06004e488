import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { qrSvg } from '../../src/seo/qr.ts';
import { drawCodes } from './draw-codes.ts';

let siteDir: string;
beforeEach(async () => {
  siteDir = await mkdtemp(path.join(os.tmpdir(), 'codes-'));
});
afterEach(async () => {
  await rm(siteDir, { recursive: true, force: true });
});

const ADDRESS = 'https://example.ru/seasons/a/b/2026-12-01-1000/';

it('every code stands beside its page, also one whose page does not stand yet', async () => {
  const codes = [{ path: '/seasons/a/b/2026-12-01-1000/qr.svg', address: ADDRESS }];
  expect(await drawCodes({ codes, siteDir, signal: new AbortController().signal })).toBeGreaterThan(0);
  const svg = await readFile(path.join(siteDir, 'seasons/a/b/2026-12-01-1000/qr.svg'), 'utf8');
  expect(svg).toBe(qrSvg(ADDRESS));
});

it.each(['/../qr.svg', '/seasons/index.html', '/qr.svg/..'])(
  'a path that is no code’s is refused: %s',
  async (place) => {
    const codes = [{ path: place, address: ADDRESS }];
    await expect(drawCodes({ codes, siteDir, signal: new AbortController().signal })).rejects.toThrow(place);
  },
);

it('nothing is written any more when the build has been given up', async () => {
  const codes = [{ path: '/a/qr.svg', address: ADDRESS }];
  await expect(
    drawCodes({ codes, siteDir, signal: AbortSignal.abort(new Error('given up')) }),
  ).rejects.toThrow('given up');
});
