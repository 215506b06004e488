import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '../../src/settings/settings.ts';
import type { MadeFile } from './follow/messages.ts';
import { noKeptFiles, openKeptFiles } from './kept/kept-files.ts';
import type { MadeFrom } from './kept/made-from.ts';
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
function plan(files: Readonly<Record<string, string | Partial<MadeFile>>>, kept = noKeptFiles()): SitePlan {
  // A folder of its own, as every build has.
  const place = path.join(dir, `site-${String(++plans)}`);
  return {
    stages: [],
    place,
    settings: readSettings({}),
    picturesDir: path.join(dir, 'pictures'),
    kept: Promise.resolve(kept),
    astro: async ({ onBegun, onMade, signal }) => {
      await mkdir(path.join(place, '_astro'), { recursive: true });
      await writeFile(path.join(place, 'favicon.ico'), 'from public');
      for (const name of Object.keys(files)) onBegun(name);
      for (const [name, file] of Object.entries(files).reverse()) {
        const made = typeof file === 'string' ? { body: Buffer.from(file) } : file;
        onMade(name, { body: null, from: null, again: false, ...made }, () => undefined);
      }
      await setImmediate();
      signal.throwIfAborted();
      return { ended: Promise.resolve() };
    },
    check: () => Promise.resolve(),
  };
}

it('makes pages, their index and pictures of what Astro wrote, and keeps the list of pictures to itself', async () => {
  const given = plan({
    'data/site.json': DATA,
    'index.html': PAGE,
    'data/drawings.json': NONE,
    'about/index.html': PAGE,
  });
  const { facts } = await makeSite(given);
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

it('writes the index when no page is to come, while other files still are made', async () => {
  const given = plan({ 'data/site.json': DATA, 'data/drawings.json': NONE, 'index.html': PAGE });
  const index = path.join(given.place, 'pagefind', 'pagefind.js');
  await makeSite({
    ...given,
    astro: async (following) => {
      const run = await given.astro(following);
      following.onPages();
      await expect.poll(() => existsSync(index), { timeout: 30_000 }).toBe(true);
      following.onBegun('plate.svg');
      const plate = { body: '<svg/>', from: null, again: false };
      following.onMade('plate.svg', plate, () => undefined);
      return run;
    },
  });
  expect(await readFile(path.join(given.place, 'plate.svg'), 'utf8')).toBe('<svg/>');
});

it('writes the index while pages of visits are made, and refuses a page that it would have lacked', async () => {
  const visit = 'seasons/2026-09/mikron/2026-09-15-1030/index.html';
  const visitPage = PAGE.replace('data-kind="page"', 'data-kind="session"');
  const given = plan({
    'data/site.json': DATA,
    'data/drawings.json': NONE,
    'index.html': PAGE,
    [visit]: visitPage,
  });
  const index = path.join(given.place, 'pagefind', 'pagefind.js');
  const another = (late: string): Promise<unknown> =>
    makeSite({
      ...given,
      place: `${given.place}-${String(++plans)}`,
      astro: async (following) => {
        const run = await given.astro(following);
        following.onBegun('late/index.html');
        following.onMade('late/index.html', { body: late, from: null, again: false }, () => undefined);
        return run;
      },
    });
  await makeSite({
    ...given,
    astro: async (following) => {
      const run = await given.astro(following);
      await expect.poll(() => existsSync(index), { timeout: 30_000 }).toBe(true);
      following.onPages();
      return run;
    },
  });
  await another(visitPage);
  await expect(another(PAGE)).rejects.toThrow('страница late/index.html в него не вошла');
});

it('waits for an index that was begun when a later file fails: nothing writes into the folder afterwards', async () => {
  const given = plan({ 'data/site.json': DATA, 'data/drawings.json': NONE, 'index.html': PAGE });
  const made = makeSite({
    ...given,
    astro: async (following) => {
      await given.astro(following);
      const plate = { body: '<svg/>', from: null, again: false };
      following.onBegun('plate.svg');
      const taken = new Promise<void>((resolve) => {
        following.onMade('plate.svg', plate, resolve);
      });
      following.onPages();
      await taken;
      // The pages are being finished.
      for (let turn = 0; turn < 2; turn++) await setImmediate();
      throw new StageError('another plate failed');
    },
  });
  await expect(made).rejects.toThrow('another plate failed');
  expect(existsSync(path.join(given.place, 'pagefind', 'pagefind.js'))).toBe(true);
});

it('checks the pages when all else stands there, and throws what the check refuses them with', async () => {
  const given = plan({ 'data/site.json': DATA, 'data/drawings.json': NONE, 'index.html': PAGE });
  const check: SitePlan['check'] = async ([page]) => {
    const text = await readFile(path.join(given.place, 'index.html'), 'utf8');
    throw new StageError(`${page?.path ?? ''}: ${text.includes('станки') ? 'о станках' : ''}`);
  };
  await expect(makeSite({ ...given, check })).rejects.toThrow('/: о станках');
});

it('refuses a page that would take the place of a file from public/, as soon as it is made', async () => {
  const given = plan({ 'favicon.ico': 'a page', 'data/site.json': DATA, 'data/drawings.json': NONE });
  await expect(makeSite(given)).rejects.toThrow('favicon.ico: такой файл уже есть');
  expect(await readFile(path.join(given.place, 'favicon.ico'), 'utf8')).toBe('from public');
});

describe('files of the build before', () => {
  const from: MadeFrom = { key: 'key', reads: Int32Array.of(0) };
  const others = { 'data/site.json': DATA, 'data/drawings.json': NONE };
  const database = (): string => path.join(dir, 'pages.sqlite');

  /** Builds with what is kept, and gives the site's files back. */
  async function built(files: Parameters<typeof plan>[0], check = false): Promise<Record<string, string>> {
    const kept = await openKeptFiles(database(), 'makings', check);
    try {
      const given = plan({ ...others, ...files }, kept);
      const { facts } = await makeSite(given);
      kept.save({ keys: ['content:a'], digests: ['b'] });
      const names = [...Object.keys(files), 'pagefind/pagefind-entry.json'];
      const texts = await Promise.all(names.map((name) => readFile(path.join(given.place, name), 'utf8')));
      return {
        ...Object.fromEntries(names.map((name, i) => [name, texts[i] ?? ''])),
        facts: JSON.stringify(facts.map((page) => ({ ...page, ids: [...page.ids] }))),
      };
    } finally {
      kept.close();
    }
  }

  it('stand in the site as they stood, in its index and its check too', async () => {
    const texts = { 'index.html': PAGE, 'visit.ics': 'BEGIN:VCALENDAR' };
    const first = await built({
      'index.html': { body: Buffer.from(PAGE), from },
      'visit.ics': { body: Buffer.from(texts['visit.ics']), from },
    });
    const again = await built({ 'index.html': { from }, 'visit.ics': { from } });
    expect(again).toEqual(first);
    expect(again['index.html']).toContain('http-equiv="content-security-policy"');
  });

  it('are not kept when nobody can tell what they read, or when they name a picture that Astro makes', async () => {
    const pictured = PAGE.replace('<p>', '<img src="/_astro/hall.a1b2c3.avif" alt="Цех"><p>');
    await built({ 'a/index.html': { body: Buffer.from(pictured), from }, 'b/index.html': PAGE });
    const kept = await openKeptFiles(database(), 'makings', false);
    expect([...kept.known.files.keys()]).toEqual([]);
    kept.close();
  });

  it('are compared with those that come out anew, and another one is refused', async () => {
    const page = { 'index.html': { body: Buffer.from(PAGE), from } };
    await built(page);
    await built({ 'index.html': { ...page['index.html'], again: true } }, true);
    const other = Buffer.from(PAGE.replace('станки', 'насосы'));
    await expect(built({ 'index.html': { body: other, from, again: true } }, true)).rejects.toThrow(
      'index.html: страница из запаса прежней сборки не та',
    );
  });
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
