import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSettings } from '../../src/settings/settings.ts';
import type { SitePlan } from './make-site.ts';
import { makeSite } from './make-site.ts';
import { StageError } from './stages.ts';

const PAGE =
  '<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Завод</title></head><body data-kind="page"><main><h1>Завод</h1><p>Здесь делают станки.</p></main></body></html>';
const DATA = JSON.stringify({ enterprises: [] });
const NONE = JSON.stringify({ cards: [], codes: [] });

let dir: string;
let plans = 0;
beforeEach(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'make-site-'));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

/** A build in which Astro makes these files, in this order, of which the first is done with last. */
function plan(files: Readonly<Record<string, string>>): SitePlan {
  // A folder of its own, as every build has.
  const place = path.join(dir, `site-${String(++plans)}`);
  return {
    stages: [],
    place,
    settings: readSettings({}),
    picturesDir: path.join(dir, 'pictures'),
    astro: async ({ onBegun, onMade, signal }) => {
      await mkdir(path.join(place, '_astro'), { recursive: true });
      await writeFile(path.join(place, 'favicon.ico'), 'from public');
      for (const name of Object.keys(files)) onBegun(name);
      for (const [name, text] of Object.entries(files).reverse())
        onMade(name, Buffer.from(text), () => undefined);
      await setImmediate();
      signal.throwIfAborted();
    },
  };
}

it('makes pages, their index and pictures of what Astro wrote, and keeps the list of pictures to itself', async () => {
  const given = plan({
    'data/site.json': DATA,
    'index.html': PAGE,
    'data/drawings.json': NONE,
    'about/index.html': PAGE,
  });
  const facts = await makeSite(given);
  expect(facts.map((page) => page.path)).toEqual(['/about/', '/']);
  const page = await readFile(path.join(given.place, 'about', 'index.html'), 'utf8');
  expect(page).toContain('http-equiv="content-security-policy"');
  expect(existsSync(path.join(given.place, 'pagefind', 'pagefind.js'))).toBe(true);
  expect(existsSync(path.join(given.place, 'data', 'site.json'))).toBe(true);
  expect(existsSync(path.join(given.place, 'data', 'drawings.json'))).toBe(false);
  expect(given.stages.map((stage) => stage.name).sort()).toEqual([
    'astro',
    'codes',
    'pages',
    'pictures',
    'search',
  ]);
});

it.each([
  ['data/site.json', { 'index.html': PAGE, 'data/drawings.json': NONE }],
  ['data/drawings.json', { 'index.html': PAGE, 'data/site.json': DATA }],
] as const)('refuses a site for which Astro did not make %s', async (list, files) => {
  const made = makeSite(plan(files));
  await expect(made).rejects.toThrow(StageError);
  await expect(made).rejects.toThrow(`Astro не сделал «${list}»`);
});

it('refuses a page that would take the place of a file from public/, as soon as it is made', async () => {
  const given = plan({ 'favicon.ico': 'a page', 'data/site.json': DATA, 'data/drawings.json': NONE });
  await expect(makeSite(given)).rejects.toThrow('favicon.ico: такой файл уже есть');
  expect(await readFile(path.join(given.place, 'favicon.ico'), 'utf8')).toBe('from public');
});

it('refuses a site without a page to find, and one whose picture cannot be drawn', async () => {
  const bare = PAGE.replace('data-kind="page"', 'data-kind="main"');
  await expect(
    makeSite(plan({ 'data/site.json': DATA, 'index.html': bare, 'data/drawings.json': NONE })),
  ).rejects.toThrow('Поиск не собран');
  const card = { path: '/../x.png', eyebrow: '', title: 'Завод', text: '', gate: null, plates: [] };
  const outside = JSON.stringify({ cards: [card], codes: [] });
  await expect(
    makeSite(plan({ 'data/site.json': DATA, 'index.html': PAGE, 'data/drawings.json': outside })),
  ).rejects.toThrow('Картинки для соцсетей не нарисованы');
  const lost = JSON.stringify({ cards: [], codes: [{ path: '/../qr.svg', address: 'https://example.ru/' }] });
  await expect(
    makeSite(plan({ 'data/site.json': DATA, 'index.html': PAGE, 'data/drawings.json': lost })),
  ).rejects.toThrow('Коды для печати не нарисованы');
});
