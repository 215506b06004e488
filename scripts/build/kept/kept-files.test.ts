import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { KeptFiles } from './kept-files.ts';
import { openKeptFiles } from './kept-files.ts';
import type { Readings } from './made-from.ts';

const READINGS: Readings = { keys: ['content:a', 'content:b'], digests: ['1', null] };

let dir: string;
let open: KeptFiles[];
beforeEach(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'kept-files-'));
  open = [];
});
afterEach(async () => {
  for (const one of open) one.close();
  await rm(dir, { recursive: true, force: true });
});

const database = (): string => path.join(dir, 'cache', 'pages.sqlite');

async function kept(makings = 'makings'): Promise<KeptFiles> {
  const files = await openKeptFiles(database(), makings, false);
  open.push(files);
  return files;
}

function put(files: KeptFiles, name: string, text: string): void {
  files.put(name, { key: `key of ${name}`, reads: Int32Array.of(0, 70_000) }, Buffer.from(text));
}

/** A build that makes these files and ends well. */
async function build(texts: Readonly<Record<string, string>>, makings?: string): Promise<void> {
  const files = await kept(makings);
  for (const [name, text] of Object.entries(texts)) put(files, name, text);
  files.save(READINGS);
  files.close();
}

/** The next build finds nothing and keeps what it makes. */
async function beginsAnew(): Promise<void> {
  const files = await kept();
  expect(names(files)).toEqual([]);
  put(files, 'b.html', 'b');
  files.save(READINGS);
  files.close();
  expect(names(await kept())).toEqual(['b.html']);
}

const names = (files: KeptFiles): string[] => [...files.known.files.keys()].sort();

it('gives back what the build before made, and from what', async () => {
  await build({ 'a/index.html': 'Завод', 'b.ics': '' });
  const files = await kept();
  expect(names(files)).toEqual(['a/index.html', 'b.ics']);
  expect(files.known.files.get('a/index.html')).toEqual({
    key: 'key of a/index.html',
    reads: Int32Array.of(0, 70_000),
  });
  expect([files.known.keys, files.known.digests]).toEqual([READINGS.keys, READINGS.digests]);
  expect(files.read('a/index.html').toString()).toBe('Завод');
  expect(files.read('b.ics').toString()).toBe('');
});

it('gives back files of any length, put one after another', async () => {
  const text = (i: number): string => `${String(i)} `.repeat(i % 7 === 0 ? 200_000 : 10_000);
  const texts = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`${String(i)}.html`, text(i)] as const),
  );
  await build(texts);
  const second = await kept();
  // Every other is the same again, one is another, and one is read that lies in a pack with others.
  for (let i = 0; i < 40; i += 2) second.keep(`${String(i)}.html`);
  put(second, '1.html', 'another');
  second.save(READINGS);
  second.close();
  const files = await kept();
  expect(names(files)).toHaveLength(21);
  expect(files.read('1.html').toString()).toBe('another');
  for (let i = 38; i >= 0; i -= 2)
    expect(files.read(`${String(i)}.html`).toString() === text(i), String(i)).toBe(true);
});

it('begins anew when most of what it holds is of files that are no more', async () => {
  await build({ 'a.html': 'a'.repeat(1000), 'b.html': 'b'.repeat(1001) });
  const second = await kept();
  second.keep('a.html');
  second.save(READINGS);
  second.close();
  await beginsAnew();
});

it('forgets what a build neither made nor kept', async () => {
  await build({ 'a.html': 'a', 'b.html': 'b', 'c.html': 'c' });
  const second = await kept();
  second.keep('a.html');
  second.keep('b.html');
  second.save(READINGS);
  second.close();
  expect(names(await kept())).toEqual(['a.html', 'b.html']);
});

it('stays as it was when a build fails', async () => {
  await build({ 'a.html': 'before' });
  const failed = await kept();
  put(failed, 'a.html', 'after');
  put(failed, 'b.html', 'after');
  failed.close();
  const files = await kept();
  expect(names(files)).toEqual(['a.html']);
  expect(files.read('a.html').toString()).toBe('before');
});

it('knows nothing of files that were made of something else', async () => {
  await build({ 'a.html': 'a' }, 'other code');
  await beginsAnew();
});

it.each([
  ['no database', 'text '.repeat(1000)],
  ['an empty file', ''],
])('begins anew over %s', async (_, text) => {
  await build({ 'a.html': 'a' });
  await writeFile(database(), text);
  await beginsAnew();
});

it('throws a database away of which a page cannot be read, and says what to do', async () => {
  await build({ 'a.html': 'a' });
  const base = new DatabaseSync(database());
  base.exec("UPDATE pack SET body = x'00112233'");
  base.close();
  const files = await kept();
  expect(() => files.read('a.html')).toThrow('Запустите сборку ещё раз');
  expect(existsSync(database())).toBe(false);
});

it.each(['file', 'pack', 'build'])(
  'a disk that takes no more (%s) loses nothing of the build before',
  async (table) => {
    await build({ 'a.html': 'before' });
    const base = new DatabaseSync(database());
    base.exec(`CREATE TRIGGER full BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'disk is full'); END`);
    base.close();
    const files = await kept();
    put(files, 'b.html', 'after');
    put(files, 'c.html', 'after');
    expect(files.read('a.html').toString()).toBe('before');
    expect(files.save(READINGS)).toContain('disk is full');
    files.close();
    const again = await kept();
    expect(names(again)).toEqual(['a.html']);
    expect(again.read('a.html').toString()).toBe('before');
  },
);

it('keeps nothing while another build writes', async () => {
  await build({ 'a.html': 'a' });
  const first = await kept();
  const second = await kept();
  expect(names(second)).toEqual([]);
  put(second, 'b.html', 'b');
  expect(second.save(READINGS)).toContain('другая сборка');
  second.close();
  first.keep('a.html');
  expect(first.save(READINGS)).toBeNull();
  first.close();
  expect(names(await kept())).toEqual(['a.html']);
});

it('keeps nothing where the database cannot be opened, and says so', async () => {
  await mkdir(database(), { recursive: true });
  const files = await kept();
  expect(names(files)).toEqual([]);
  put(files, 'a.html', 'a');
  expect(files.save(READINGS)).not.toBeNull();
});
