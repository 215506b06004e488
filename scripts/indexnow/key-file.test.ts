import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keyFault } from './key-file.ts';

const KEY = 'a1b2c3d4e5f6';
let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'indexnow-'));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

it('believes a key that the site itself shows', async () => {
  await writeFile(path.join(dir, `${KEY}.txt`), `${KEY}\n`);
  expect(await keyFault(dir, KEY)).toBeNull();
});

it('says what to do about a key that the site does not show', async () => {
  expect(await keyFault(dir, KEY)).toMatch(new RegExp(`нет файла ${KEY}\\.txt .* public/`));
  await writeFile(path.join(dir, `${KEY}.txt`), 'another');
  expect(await keyFault(dir, KEY)).toContain(`${KEY}.txt`);
});

it.each(['', 'short', 'with space and more', '../../etc/passwd', 'ключключключ'])(
  'refuses «%s» as a key',
  async (key) => {
    expect(await keyFault(dir, key)).toMatch(/^Настройка INDEXNOW_KEY: /);
  },
);
