import { expect, it } from 'vitest';
import { qrSvg } from '../../src/seo/qr.ts';
import { drawCodes } from './draw-codes.ts';

const ADDRESS = 'https://example.ru/seasons/a/b/2026-12-01-1000/';

function placing(): { placed: [string, string][]; placeFile: (name: string, content: string) => void } {
  const placed: [string, string][] = [];
  return { placed, placeFile: (...file) => placed.push(file) };
}

it('every code stands beside its page', async () => {
  const { placed, placeFile } = placing();
  const codes = [{ path: '/seasons/a/b/2026-12-01-1000/qr.svg', address: ADDRESS }];
  expect(await drawCodes({ codes, placeFile, signal: new AbortController().signal })).toBeGreaterThan(0);
  expect(placed).toEqual([['seasons/a/b/2026-12-01-1000/qr.svg', qrSvg(ADDRESS)]]);
});

it.each(['/../qr.svg', '/a/../../qr.svg', 'qr.svg', '/seasons/index.html', '/qr.svg/..'])(
  'a path that is no code’s is refused: %s',
  async (place) => {
    const { placed, placeFile } = placing();
    const codes = [{ path: place, address: ADDRESS }];
    await expect(drawCodes({ codes, placeFile, signal: new AbortController().signal })).rejects.toThrow(
      place,
    );
    expect(placed).toEqual([]);
  },
);

it('nothing is written any more when the build has been given up', async () => {
  const { placed, placeFile } = placing();
  const codes = [{ path: '/a/qr.svg', address: ADDRESS }];
  const signal = AbortSignal.abort(new Error('given up'));
  await expect(drawCodes({ codes, placeFile, signal })).rejects.toThrow('given up');
  expect(placed).toEqual([]);
});
