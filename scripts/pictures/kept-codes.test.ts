import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { qrModules } from '../../src/seo/qr.ts';
import { codeMakings, openKeptCodes } from './kept-codes.ts';

const [A, B] = ['https://example.ru/a/', 'https://example.ru/b/'];

let folder: string;
let file: string;
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(os.tmpdir(), 'codes-')), 'cache');
  file = path.join(folder, 'codes.json');
});
afterEach(async () => {
  await rm(path.dirname(folder), { recursive: true, force: true });
});

/** Keeps these addresses' codes, as a build does. */
async function build(makings: string, addresses: readonly string[]): Promise<string[]> {
  const kept = await openKeptCodes(folder, makings);
  const modules = addresses.map(kept.modulesOf);
  await kept.save();
  return modules;
}

/** Writes other modules for an address: whoever believes the file gives them back. */
async function forge(address: string): Promise<void> {
  const kept = JSON.parse(await readFile(file, 'utf8')) as { modules: Record<string, string> };
  kept.modules[address] = 'forged';
  await writeFile(file, JSON.stringify(kept));
}

it('a code is worked out once, and kept without the addresses that are gone', async () => {
  expect(await build('1', [A, B])).toEqual([qrModules(A), qrModules(B)]);
  await forge(B);
  expect(await build('1', [B])).toEqual(['forged']);
  expect(await build('1', [A, B])).toEqual([qrModules(A), 'forged']);
  expect(await readdir(folder)).toEqual(['codes.json']);
});

it('a code of other makings is worked out anew', async () => {
  await build('1', [A]);
  await forge(A);
  expect(await build('2', [A])).toEqual([qrModules(A)]);
});

it.each(['', '{"makings":"1"', '{"makings":"1","modules":{"a":1}}', '[]'])(
  'a file that holds no codes is worth nothing: %s',
  async (text) => {
    await build('1', [A]);
    await writeFile(file, text);
    expect(await build('1', [A])).toEqual([qrModules(A)]);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
      makings: '1',
      modules: { [A]: qrModules(A) },
    });
  },
);

it('the mark of this project is there', async () => {
  expect(await codeMakings()).toMatch(/^[0-9a-f]{64}$/);
});
