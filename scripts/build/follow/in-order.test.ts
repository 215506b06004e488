import { beforeEach, expect, it } from 'vitest';
import { StageError } from '../stages.ts';
import type { Line } from './in-order.ts';
import { inOrder } from './in-order.ts';

type File = { text: string };

let log: string[] = [];
let faults: unknown[] = [];
beforeEach(() => {
  log = [];
  faults = [];
});

function line(refused?: string): Line<File> {
  return inOrder({
    take: (name, { text }) => {
      if (name === refused) return Promise.reject(new Error(`no ${name}`));
      log.push(`${name}:${text}`);
      return Promise.resolve();
    },
    onFault: (reason) => {
      faults.push(reason);
    },
  });
}

function make(files: Line<File>, name: string): void {
  files.made(name, { text: `text of ${name}` }, () => log.push(`${name} taken`));
}

it('takes files in the order they were begun, and says of each when it is done with', async () => {
  const files = line();
  for (const name of ['a', 'b', 'c']) files.begun(name);
  make(files, 'c');
  make(files, 'b');
  // One that came late holds back those behind it.
  expect(log).toEqual([]);
  make(files, 'a');
  await files.end();
  expect(log).toEqual(['a:text of a', 'a taken', 'b:text of b', 'b taken', 'c:text of c', 'c taken']);
});

it('goes on with a file that comes while the one before it is in hand', async () => {
  const files = line();
  files.begun('a');
  files.begun('b');
  make(files, 'a');
  await expect.poll(() => log).toContain('a taken');
  make(files, 'b');
  await expect.poll(() => log).toContain('b taken');
  await files.end();
});

it('does not wait for a file that will not come', async () => {
  const files = line();
  files.begun('a');
  files.begun('b');
  make(files, 'b');
  files.none('a', () => log.push('a is over'));
  await files.end();
  expect(log).toEqual(['a is over', 'b:text of b', 'b taken']);
});

it('refuses a file that was begun and never came', async () => {
  const files = line();
  files.begun('a');
  await expect(files.end()).rejects.toThrow(StageError);
  await expect(files.end()).rejects.toThrow('a: Astro начал');
});

it('tells at once what a file was refused with, and takes no more', async () => {
  const files = line('b');
  for (const name of ['a', 'b', 'c']) {
    files.begun(name);
    make(files, name);
  }
  await expect.poll(() => faults).toHaveLength(1);
  await expect(files.end()).rejects.toThrow('no b');
  expect(log).toEqual(['a:text of a', 'a taken']);
});

it('takes nothing more once it is stopped', async () => {
  const files = line();
  for (const name of ['a', 'b']) {
    files.begun(name);
    make(files, name);
  }
  await files.stop();
  files.begun('c');
  make(files, 'c');
  expect(log).toEqual(['a:text of a', 'a taken']);
});
