import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { siteFolder } from './place-files.ts';
import { StageError } from './stages.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'place-files-'));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

it('places texts and bytes in folders that are not there yet', async () => {
  const { place } = siteFolder(path.join(dir, 'site'));
  place('a/b/index.html', 'Завод');
  place('a/b/qr.svg', Buffer.from('<svg/>'));
  expect(await readFile(path.join(dir, 'site/a/b/index.html'), 'utf8')).toBe('Завод');
  expect(await readFile(path.join(dir, 'site/a/b/qr.svg'), 'utf8')).toBe('<svg/>');
});

it('refuses to write over a file that stands, which stays as it is', async () => {
  await writeFile(path.join(dir, 'robots.txt'), 'from public');
  const { place } = siteFolder(dir);
  expect(() => {
    place('robots.txt', 'from a page');
  }).toThrow(StageError);
  expect(await readFile(path.join(dir, 'robots.txt'), 'utf8')).toBe('from public');
});

it('a disk that refuses is told as it is', async () => {
  await writeFile(path.join(dir, 'a'), 'a file where a folder is wanted');
  const { place } = siteFolder(dir);
  expect(() => {
    place('a/index.html', '');
  }).toThrow(/EEXIST|ENOTDIR/);
});

it('files placed ahead stay when they are kept, give way to others, and go when nobody asks for them', async () => {
  const folder = siteFolder(dir);
  for (const name of ['a/kept.html', 'a/other.html', 'a/b/c/gone.html', 'gone.ics'])
    folder.placeAhead(name, 'before');
  expect([folder.keep('a/kept.html'), folder.keep('never.html')]).toEqual([true, false]);
  folder.place('a/other.html', 'now');
  folder.dropAhead();
  expect((await readdir(dir, { recursive: true })).sort()).toEqual(['a', 'a/kept.html', 'a/other.html']);
  expect(await readFile(path.join(dir, 'a/other.html'), 'utf8')).toBe('now');
  // From here on both stand like any other.
  for (const name of ['a/kept.html', 'a/other.html'])
    expect(() => {
      folder.place(name, 'again');
    }).toThrow('такой файл уже есть');
});

it('nothing is placed ahead over a file that stands', async () => {
  await writeFile(path.join(dir, 'robots.txt'), 'from public');
  expect(() => {
    siteFolder(dir).placeAhead('robots.txt', 'from a page');
  }).toThrow(StageError);
});
