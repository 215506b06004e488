import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SocialCard } from '../../src/seo/social-cards.ts';
import { makePictures } from './make-pictures.ts';
import { card } from './sample.testing.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pictures-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function run(name: string, cards: readonly SocialCard[]) {
  const siteDir = path.join(root, name);
  await mkdir(path.join(siteDir, 'data'), { recursive: true });
  await writeFile(path.join(siteDir, 'data', 'social-cards.json'), JSON.stringify(cards));
  const report = await makePictures({ siteDir, cacheDir: path.join(root, 'cache') });
  return { siteDir, report };
}

const cards = [card(), card({ path: '/og/sessions/s/plant/2026-12-03-1030.png', title: 'Другое' })];

test('files stand at their paths, the list is gone, the second build draws nothing', async () => {
  const first = await run('first', cards);
  expect(first.report).toEqual({ pictures: 2, drawn: 2, dropped: 0 });
  await expect(access(path.join(first.siteDir, 'data', 'social-cards.json'))).rejects.toThrow();
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

test('without the list the build stops', async () => {
  await expect(makePictures({ siteDir: root, cacheDir: path.join(root, 'cache') })).rejects.toThrow(
    'social-cards.json',
  );
});
