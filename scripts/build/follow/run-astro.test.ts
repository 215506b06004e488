import path from 'node:path';
import { expect, it } from 'vitest';
import { StageError } from '../stages.ts';
import type { Known, Readings } from '../kept/made-from.ts';
import { NOTHING } from '../kept/made-from.ts';
import type { FakeFile } from './astro.testing.ts';
import type { MadeFile } from './messages.ts';
import { UNDER_WAY } from './messages.ts';
import type { Following } from './run-astro.ts';
import { startAstro } from './run-astro.ts';

const FAKE = path.join(import.meta.dirname, 'astro.testing.ts');

const file = (name: string, more: Partial<FakeFile> = {}): FakeFile => ({
  path: name,
  text: `text of ${name}`,
  status: 200,
  after: 0,
  ...more,
});

/** Follows the process that stands in for Astro until it has ended. */
async function toTheEnd(
  files: readonly FakeFile[],
  env: NodeJS.ProcessEnv,
  following: Following,
): Promise<void> {
  const astro = startAstro({ ...process.env, ...env, FILES: JSON.stringify(files) }, [
    process.execPath,
    FAKE,
  ]);
  const { ended } = await astro.follow(following);
  await ended;
}

type Given = {
  env?: NodeJS.ProcessEnv;
  mayGo?: Promise<Known>;
  signal?: AbortSignal;
  holds?: boolean;
  heard?: (name: string, file: MadeFile) => void;
  onPages?: () => void;
  onReadings?: (readings: Readings) => void;
  onSheets?: (sheets: readonly string[]) => void;
};

/** Runs the process that stands in for Astro; what was heard is in the log. */
function run(files: readonly FakeFile[], given: Given = {}): { log: string[]; ended: Promise<void> } {
  const log: string[] = [];
  const { env = {}, mayGo = Promise.resolve(NOTHING), signal = new AbortController().signal, holds } = given;
  const ended = toTheEnd(files, env, {
    mayGo,
    signal,
    onCleared: () => log.push('cleared'),
    onSheets: (sheets) => given.onSheets?.(sheets),
    onBegun: (name) => log.push(`begun ${name}`),
    onMade: (name, file, taken) => {
      log.push(`${name}: ${file.body === null ? 'the same' : Buffer.from(file.body).toString()}`);
      given.heard?.(name, file);
      if (holds !== true) taken();
    },
    onNone: (name, taken) => {
      log.push(`none ${name}`);
      taken();
    },
    onPages: () => given.onPages?.(),
    onReadings: (readings) => given.onReadings?.(readings),
  });
  return { log, ended };
}

it('gets the style sheets of pages before any page, and not those that have an address', async () => {
  const sheets: string[][] = [];
  const { log, ended } = run([file('/')], {
    onSheets: (given) => {
      expect(log).toEqual([]);
      sheets.push([...given]);
    },
  });
  await ended;
  expect(sheets).toEqual([['.a{top:0}']]);
});

it('gets every file with its text, and hears of what is none', async () => {
  const { log, ended } = run([
    file('/', { text: 'Завод' }),
    file('/404/', { status: 404 }),
    file('/moved/', { status: 301 }),
    file('/empty.txt', { text: null }),
  ]);
  await ended;
  expect(log.filter((line) => line.startsWith('begun'))).toEqual([
    'begun index.html',
    'begun 404.html',
    'begun moved/index.html',
    'begun empty.txt',
  ]);
  expect(log.filter((line) => !line.startsWith('begun')).sort()).toEqual([
    '404.html: text of /404/',
    'index.html: Завод',
    'none empty.txt',
    'none moved/index.html',
  ]);
});

it('hears of pages of visits last, whenever Astro would make them', async () => {
  const visits = ['/seasons/2026-09/a/2026-09-15-1030/', '/seasons/2026-09/b/2026-09-16-1030/'];
  const [first = '', second = ''] = visits;
  const { log, ended } = run([first, '/seasons/2026-09/a/', second, '/'].map((name) => file(name)));
  await ended;
  expect(log.filter((line) => line.startsWith('begun'))).toEqual(
    ['/seasons/2026-09/a/', '/', ...visits].map((name) => `begun ${name.slice(1)}index.html`),
  );
});

it('goes on when the first of a thousand files is ready only after as many others as may be under way', async () => {
  const first = file('/first/', { after: UNDER_WAY - 1 });
  const others = Array.from({ length: 1000 }, (_, i) => file(`/p${String(i)}/`));
  const names: string[] = [];
  const waiting = new Map<string, () => void>();
  let next = 0;
  // As the build does: nothing is taken before what was begun before it.
  const take = (): void => {
    for (let taken = waiting.get(names[next] ?? ''); taken; taken = waiting.get(names[next] ?? '')) {
      next++;
      taken();
    }
  };
  await toTheEnd(
    [first, ...others],
    {},
    {
      mayGo: Promise.resolve(NOTHING),
      signal: new AbortController().signal,
      onCleared: () => undefined,
      onSheets: () => undefined,
      onBegun: (name) => names.push(name),
      onMade: (name, _, taken) => {
        waiting.set(name, taken);
        take();
      },
      onNone: () => undefined,
      onPages: () => undefined,
      onReadings: () => undefined,
    },
  );
  expect(next).toBe(1001);
});

it('makes no more than may be under way while nothing is taken', async () => {
  const stop = new AbortController();
  const files = Array.from({ length: UNDER_WAY + 50 }, (_, i) => file(`/p${String(i)}/`));
  const { log, ended } = run(files, { holds: true, signal: stop.signal });
  const made = (): number => log.filter((line) => !line.startsWith('begun')).length;
  await expect.poll(made, { timeout: 30_000 }).toBe(UNDER_WAY);
  stop.abort(new Error('given up'));
  await expect(ended).rejects.toThrow('given up');
  expect(made()).toBe(UNDER_WAY);
});

it('asks again only for what reads otherwise than in the build before, and tells what each file read', async () => {
  const entry = (name: string, text: string): Partial<FakeFile> => ({ key: 'key', reads: [name, text] });
  const files = (b: string): FakeFile[] => [
    file('/a/', entry('a', 'first')),
    file('/b/', entry('b', b)),
    // Nobody answers to what it reads.
    file('/c/', { key: 'key', reads: ['unknown', null] }),
    file('/d/'),
    // A page that is all of its template has nothing but what it reads; other files of one address are made again.
    file('/e/', { single: 'page', reads: ['a', 'first'] }),
    file('/f.xml', { single: 'endpoint', reads: ['a', 'first'] }),
    file('/g/', { single: 'page', reads: ['b', b] }),
  ];
  const build = async (b: string, known: Known) => {
    let readings: Readings = NOTHING;
    const made = new Map<string, MadeFile>();
    const { ended, log } = run(files(b), {
      mayGo: Promise.resolve(known),
      heard: (name, one) => made.set(name, one),
      onReadings: (all) => (readings = all),
    });
    await ended;
    const from = [...made].flatMap(([name, one]) => (one.from === null ? [] : [[name, one.from] as const]));
    return {
      log: log.filter((line) => !line.startsWith('begun')).sort(),
      made,
      kept: { ...readings, files: new Map(from) },
    };
  };
  const first = await build('second', NOTHING);
  expect([...first.kept.files.keys()]).toEqual([
    'a/index.html',
    'b/index.html',
    'e/index.html',
    'g/index.html',
  ]);
  const again = await build('otherwise', { ...first.kept, check: false });
  expect(again.log).toEqual([
    'a/index.html: the same',
    'b/index.html: text of /b/',
    'c/index.html: text of /c/',
    'd/index.html: text of /d/',
    'e/index.html: the same',
    'f.xml: text of /f.xml',
    'g/index.html: text of /g/',
  ]);
  const checked = await build('otherwise', { ...again.kept, check: true });
  expect(checked.log[0]).toBe('a/index.html: text of /a/');
  expect([...checked.made].map(([name, one]) => [name, one.again])).toEqual([
    ['a/index.html', true],
    ['b/index.html', true],
    ['c/index.html', false],
    ['d/index.html', false],
    ['e/index.html', true],
    ['f.xml', false],
    ['g/index.html', true],
  ]);
});

it('makes the files that Astro is not given after its pages, in their order, and keeps them as it keeps pages', async () => {
  const plain = (name: string, more: Partial<FakeFile> = {}): FakeFile =>
    file(name, { plain: true, key: 'key', ...more });
  const files = [
    plain('a.ics', { reads: ['a', 'visit'] }),
    file('/'),
    plain('none.ics', { text: null }),
    plain('b.svg', { text: 'Плашка' }),
  ];
  const made = new Map<string, MadeFile>();
  let readings: Readings = NOTHING;
  const pages: string[] = [];
  const first = run(files, {
    heard: (name, one) => made.set(name, one),
    onPages: () => pages.push(...made.keys()),
    onReadings: (all) => (readings = all),
  });
  await first.ended;
  expect(pages).toEqual(['index.html']);
  expect(first.log).toEqual([
    'begun index.html',
    'index.html: text of /',
    'begun a.ics',
    'a.ics: text of a.ics',
    'begun b.svg',
    'b.svg: Плашка',
  ]);
  const kept = new Map(
    [...made].flatMap(([name, { from }]) => (from === null ? [] : [[name, from] as const])),
  );
  const moved = files.with(0, plain('a.ics', { reads: ['a', 'visit moved'] }));
  const again = run(moved, { mayGo: Promise.resolve({ ...readings, files: kept, check: false }) });
  await again.ended;
  expect(again.log.slice(2)).toEqual([
    'begun a.ics',
    'a.ics: text of a.ics',
    'begun b.svg',
    'b.svg: the same',
  ]);
});

it('makes no more of those files than may be under way while nothing is taken, and all when they are', async () => {
  const files = Array.from({ length: UNDER_WAY * 2 + 7 }, (_, i) =>
    file(`p${String(i)}.ics`, { plain: true }),
  );
  const all = run(files);
  await all.ended;
  expect(all.log).toHaveLength(files.length * 2);
  const stop = new AbortController();
  const held = run(files, { holds: true, signal: stop.signal });
  await expect.poll(() => held.log.length, { timeout: 30_000 }).toBe(UNDER_WAY * 2);
  stop.abort(new Error('given up'));
  await expect(held.ended).rejects.toThrow('given up');
  expect(held.log).toHaveLength(UNDER_WAY * 2);
});

it('makes nothing of content that was refused, and throws what it was refused with', async () => {
  const { log, ended } = run([file('/')], { mayGo: Promise.reject(new Error('bad content')) });
  await expect(ended).rejects.toThrow('bad content');
  expect(log).toEqual([]);
});

it('waits for the word that the content is good', async () => {
  let go: (known: Known) => void = () => undefined;
  const mayGo = new Promise<Known>((resolve) => (go = resolve));
  const { log, ended } = run([file('/')], { mayGo });
  expect(log).toEqual([]);
  go(NOTHING);
  await ended;
  expect(log).toHaveLength(2);
});

it('tells in its own words why Astro failed', async () => {
  const { ended } = run([file('/')], { env: { FAILS: 'the template is broken' } });
  await expect(ended).rejects.toThrow(StageError);
  await expect(ended).rejects.toThrow('the template is broken');
});

it('tells of a failure after the last file was handed over', async () => {
  const astro = startAstro({ ...process.env, FILES: '[]', FAILS: 'too late' }, [process.execPath, FAKE]);
  const { ended } = await astro.follow({
    mayGo: Promise.resolve(NOTHING),
    signal: new AbortController().signal,
    onCleared: () => undefined,
    onSheets: () => undefined,
    onBegun: () => undefined,
    onMade: () => undefined,
    onNone: () => undefined,
    onPages: () => undefined,
    onReadings: () => undefined,
  });
  await expect(ended).rejects.toThrow('too late');
});

it('is ended by whoever started it and does not follow it', async () => {
  const astro = startAstro({ ...process.env, FILES: '[]' }, [process.execPath, FAKE]);
  await astro.end();
  await astro.end();
});
