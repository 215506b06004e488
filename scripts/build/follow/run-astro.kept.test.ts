import { expect, it } from 'vitest';
import type { Known, Readings } from '../kept/made-from.ts';
import { NOTHING } from '../kept/made-from.ts';
import type { FakeFile } from './astro.testing.ts';
import { file, run } from './following.testing.ts';
import type { MadeFile } from './messages.ts';

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
