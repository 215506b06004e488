import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSettings } from '../../src/settings/settings.ts';
import { pageFinisher } from './finish-pages.ts';
import { siteFolder } from './place-files.ts';

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

const name = (i: number): string => `p${String(i).padStart(3, '0')}/index.html`;

/** An index that takes everything. */
function taking(): { add: (name: string, html: string) => Promise<void>; added: [string, string][] } {
  const added: [string, string][] = [];
  return {
    added,
    add: (...page) => {
      added.push(page);
      return Promise.resolve();
    },
  };
}

it('seals every page, hands each to the index in the order it came and knows what the check needs', async () => {
  const finisher = pageFinisher(dir, readSettings({}), siteFolder(dir).place);
  const names = Array.from({ length: 150 }, (_, i) => name(i));
  const index = taking();
  const [first, later] = [names.slice(0, 90).reverse(), names.slice(90, 149)];
  const take = async (one: string) => finisher.place(one, await finisher.finish(one, page(one)));
  for (const one of first) await take(one);
  await finisher.indexInto(index);
  for (const one of later) await take(one);
  // The last one Astro has written itself.
  await put(name(149), page(name(149)));
  const facts = await finisher.rest();
  const html = (one: string) => readFile(path.join(dir, one), 'utf8');
  expect(index.added).toEqual(
    await Promise.all([...first, ...later, name(149)].map(async (one) => [one, await html(one)])),
  );
  expect(facts.map(({ path: at, title }) => [at, title])).toEqual(
    names.map((one) => [`/${one.replace('index.html', '')}`, one]),
  );
  // A link of every page is one object: thousands of pages keep it once.
  expect(facts[149]?.links[0]).toBe(facts[0]?.links[0]);
  for (const one of names)
    expect(await readFile(path.join(dir, one), 'utf8')).toContain('http-equiv="content-security-policy"');
});

it('refuses a page that cannot be sealed, and a page that the index fails on', async () => {
  await put('a/index.html', page('а'));
  const failing = pageFinisher(dir, readSettings({}), siteFolder(dir).place);
  await failing.indexInto({ add: () => Promise.reject(new Error('Pagefind ended')) });
  await expect(failing.rest()).rejects.toThrow('Pagefind ended');
  await put('b/index.html', '<html></html>');
  const finisher = pageFinisher(dir, readSettings({}), siteFolder(dir).place);
  await finisher.indexInto(taking());
  await expect(finisher.rest()).rejects.toThrow('b/index.html');
});

it('goes on only while the index keeps up', async () => {
  const finisher = pageFinisher(dir, readSettings({}), siteFolder(dir).place);
  let release: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (release = resolve));
  await finisher.indexInto({ add: () => slow.then() });
  let finished = 0;
  const work = (async () => {
    for (let i = 0; i < 100; i++) {
      await finisher.place(name(i), await finisher.finish(name(i), page('а')));
      finished++;
    }
  })();
  await expect.poll(() => finished).toBe(64);
  release();
  await work;
  expect(finished).toBe(100);
});
