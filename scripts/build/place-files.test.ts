import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { placeFiles } from './place-files.ts';
import { StageError } from './stages.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'place-files-'));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

it('places texts and bytes in folders that are not there yet', async () => {
  const place = placeFiles(path.join(dir, 'site'));
  place('a/b/index.html', 'Завод');
  place('a/b/qr.svg', Buffer.from('<svg/>'));
  expect(await readFile(path.join(dir, 'site/a/b/index.html'), 'utf8')).toBe('Завод');
  expect(await readFile(path.join(dir, 'site/a/b/qr.svg'), 'utf8')).toBe('<svg/>');
});

it('refuses to write over a file that stands, which stays as it is', async () => {
  await writeFile(path.join(dir, 'robots.txt'), 'from public');
  const place = placeFiles(dir);
  expect(() => {
    place('robots.txt', 'from a page');
  }).toThrow(StageError);
  expect(await readFile(path.join(dir, 'robots.txt'), 'utf8')).toBe('from public');
});

it('a disk that refuses is told as it is', async () => {
  await writeFile(path.join(dir, 'a'), 'a file where a folder is wanted');
  const place = placeFiles(dir);
  expect(() => {
    place('a/index.html', '');
  }).toThrow(/EEXIST|ENOTDIR/);
});
