import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSettings } from '../../../src/settings/settings.ts';
import { makingsOf } from './makings.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'makings-'));
  await put('src/pages/index.astro', '<h1>Завод</h1>');
  await put('src/fonts/a.woff2', 'font');
  await put('scripts/build.ts', '1;');
  await put('package-lock.json', '{"a":"1.0.0"}');
  await put('node_modules/.package-lock.json', '{"a":"1.0.0"}');
  await put('content/news/a.mdx', 'text');
  await put('content/news/b.md', 'text');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function put(name: string, text: string): Promise<void> {
  const file = path.join(dir, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

const mark = (env: NodeJS.ProcessEnv = {}) => makingsOf(readSettings(env), path.join(dir, 'content'), dir);

it.each([
  ['a template', 'src/pages/index.astro'],
  ['a letter', 'src/fonts/a.woff2'],
  ['a script of the build', 'scripts/build.ts'],
  ['a version that is asked for', 'package-lock.json'],
  ['a version that is installed', 'node_modules/.package-lock.json'],
  ['a text in MDX', 'content/news/a.mdx'],
])('is another when %s changes', async (_, name) => {
  const before = await mark();
  expect(await mark()).toBe(before);
  await put(name, 'otherwise');
  expect(await mark()).not.toBe(before);
});

it('is another when a file moves, comes or goes', async () => {
  const before = await mark();
  await rename(path.join(dir, 'src/pages/index.astro'), path.join(dir, 'src/pages/other.astro'));
  const moved = await mark();
  await put('src/pages/more.astro', '');
  expect(new Set([before, moved, await mark()]).size).toBe(3);
});

it.each([
  ['FORM_ENDPOINT', 'https://example.ru/form'],
  ['SITE_URL', 'https://example.ru'],
  ['EDIT_URL', 'https://example.ru/edit'],
  ['FORM_MODE', 'off'],
])('is another with another %s', async (name, value) => {
  expect(await mark({ [name]: value })).not.toBe(await mark());
});

it.each([
  ['OUT_DIR', 'elsewhere'],
  ['PORT', '8080'],
  ['SOURCE_DATE_EPOCH', '1795425600'],
])('is the same with another %s', async (name, value) => {
  expect(await mark({ [name]: value })).toBe(await mark());
});

it('is the same when a test or a text in Markdown changes', async () => {
  const before = await mark();
  await put('content/news/b.md', 'otherwise');
  await put('src/pages/index.test.ts', '1;');
  expect(await mark()).toBe(before);
});
