import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSettings } from '../../src/settings/settings.ts';
import { finishPages } from './finish-pages.ts';

const page = (title: string): string =>
  `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>${title}</title></head><body><h1 id="a">${title}</h1><a href="/b/">дальше</a></body></html>`;

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'finish-pages-'));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

async function put(name: string, html: string): Promise<void> {
  await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
  await writeFile(path.join(dir, name), html);
}

it('seals every page, hands each to the index in one order and knows what the check needs', async () => {
  const names = Array.from({ length: 150 }, (_, i) => `p${String(i).padStart(3, '0')}/index.html`);
  for (const name of [...names].reverse()) await put(name, page(name));
  await put('style.css', '');
  const added: [string, string][] = [];
  const facts = await finishPages(dir, readSettings({}), {
    add: (name, html) => {
      added.push([name, html]);
      return Promise.resolve();
    },
  });
  expect(added).toEqual(names.map((name) => [name, page(name)]));
  expect(facts.map(({ path: at, title }) => [at, title])).toEqual(
    names.map((name) => [`/${name.replace('index.html', '')}`, name]),
  );
  // A link of every page is one object: thousands of pages keep it once.
  expect(facts[149]?.links[0]).toBe(facts[0]?.links[0]);
  for (const name of names)
    expect(await readFile(path.join(dir, name), 'utf8')).toContain('http-equiv="content-security-policy"');
});

it('refuses a page that cannot be sealed, and a page that the index fails on', async () => {
  await put('a/index.html', page('а'));
  const fails = { add: () => Promise.reject(new Error('Pagefind ended')) };
  await expect(finishPages(dir, readSettings({}), fails)).rejects.toThrow('Pagefind ended');
  await put('b/index.html', '<html></html>');
  const takes = { add: () => Promise.resolve() };
  await expect(finishPages(dir, readSettings({}), takes)).rejects.toThrow('b/index.html');
});
