import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SocialCard } from '../../src/seo/social-cards.ts';
import * as drawing from './draw-all.ts';
import { makePictures } from './make-pictures.ts';
import { card } from './sample.testing.ts';

vi.mock('./draw-all.ts', { spy: true });

let root = '';
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pictures-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function run(name: string, cards: readonly SocialCard[]) {
  const siteDir = path.join(root, name);
  const plan = { cards, siteDir, cacheDir: path.join(root, 'cache') };
  const { milliseconds, ...report } = await makePictures(plan);
  expect(milliseconds).toBeGreaterThanOrEqual(0);
  return { siteDir, report };
}

const cards = [card(), card({ path: '/og/sessions/s/plant/2026-12-03-1030.png', title: 'Другое' })];

test('files stand at their paths, the second build draws nothing', async () => {
  const first = await run('first', cards);
  expect(first.report).toEqual({ pictures: 2, drawn: 2, dropped: 0 });
  const second = await run('second', cards);
  expect(second.report).toEqual({ pictures: 2, drawn: 0, dropped: 0 });
  for (const { path: file } of cards) {
    const [a, b] = await Promise.all([
      readFile(path.join(first.siteDir, file)),
      readFile(path.join(second.siteDir, file)),
    ]);
    expect(a.length).toBeGreaterThan(5000);
    expect(a.equals(b)).toBe(true);
  }
  expect(await readdir(path.join(root, 'cache'))).toHaveLength(2);
});

test('only what has changed is drawn again; equal cards are drawn once', async () => {
  await run('first', cards);
  const [one, two] = [card(), card({ path: '/og/news/twin.png' })];
  const { report } = await run('second', [one, two, card({ path: '/og/news/new.png', text: 'Новое' })]);
  expect(report).toEqual({ pictures: 3, drawn: 1, dropped: 0 });
});

test.each(['/og/../../out.png', '/index.html', 'og/x.png/../../../y.png'])(
  'a path out of og/ is refused: %s',
  async (bad) => {
    await expect(run('site', [card({ path: bad })])).rejects.toThrow('no path of a picture');
  },
);

test('a build that has failed elsewhere draws no more', async () => {
  const stop = new AbortController();
  stop.abort(new Error('Astro failed'));
  const plan = { cards, siteDir: root, cacheDir: path.join(root, 'cache'), signal: stop.signal };
  await expect(makePictures(plan)).rejects.toThrow('Astro failed');
  expect(await readdir(path.join(root, 'cache'))).toEqual([]);
});

test('all is drawn also while it never gets quiet', async () => {
  const many = Array.from({ length: 30 }, (_, index) =>
    card({ path: `/og/news/${index}.png`, title: `Номер ${index}` }),
  );
  const report = await makePictures({
    cards: many,
    siteDir: root,
    cacheDir: path.join(root, 'cache'),
    quiet: new Promise(() => undefined),
  });
  expect(report.drawn).toBe(30);
});

test('what is kept stands at once; when many are missing, none of them is begun until it is quiet', async () => {
  await run('first', cards);
  let hush = (): void => undefined;
  let isQuiet = false;
  const quiet = new Promise<void>((resolve) => {
    hush = () => {
      isQuiet = true;
      resolve();
    };
  });
  vi.mocked(drawing.drawAll).mockImplementationOnce(() => {
    throw new Error(`begun, quiet: ${String(isQuiet)}`);
  });
  const many = Array.from({ length: 601 }, (_, index) =>
    card({ path: `/og/news/${index}.png`, title: `Номер ${index}` }),
  );
  const siteDir = path.join(root, 'second');
  const made = makePictures({
    cards: [...many, ...cards],
    siteDir,
    cacheDir: path.join(root, 'cache'),
    quiet,
  });
  const refused = expect(made).rejects.toThrow('begun, quiet: true');
  await expect.poll(() => cards.every((one) => existsSync(path.join(siteDir, one.path)))).toBe(true);
  hush();
  await refused;
});
