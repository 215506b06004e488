import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { StageError } from '../stages.ts';
import type { Follower } from './follow-files.ts';
import { followFiles } from './follow-files.ts';

let dir = '';
let taken: string[] = [];
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'follow-'));
  taken = [];
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

function follower(refused?: string): Follower {
  return followFiles({
    dir,
    isWhole: (_, text) => text.endsWith('.'),
    take: (name, text) => {
      if (name === refused) return Promise.reject(new Error(`no ${name}`));
      taken.push(`${name}:${text}`);
      return Promise.resolve();
    },
  });
}

function write(name: string, text: string): void {
  writeFileSync(path.join(dir, name), text);
}

it('takes files in the order they were begun, each only when it is whole', async () => {
  const files = follower();
  write('b', 'b.');
  write('a', 'half');
  for (const name of ['a', 'b', 'c']) files.expect(name);
  // One that came late and one that was half-written hold back those behind them.
  expect(taken).toEqual([]);
  write('a', 'half and half.');
  files.expect('d');
  await expect.poll(() => taken).toEqual(['a:half and half.', 'b:b.']);
  write('c', 'c.');
  write('d', 'an end without its mark');
  await files.end();
  expect(taken.slice(2)).toEqual(['c:c.', 'd:an end without its mark']);
});

it('does not wait for a file that will not come', async () => {
  const files = follower();
  write('b', 'b.');
  files.expect('a');
  files.expect('b');
  files.forget('a');
  await files.end();
  expect(taken).toEqual(['b:b.']);
});

it('refuses a file that was begun and does not stand in the end, and tells what a file was refused with', async () => {
  const missing = follower();
  missing.expect('a');
  await expect(missing.end()).rejects.toThrow(StageError);
  const refusing = follower('b');
  write('b', 'b.');
  refusing.expect('b');
  await expect(refusing.end()).rejects.toThrow('no b');
});

it('takes nothing more once it is stopped', async () => {
  const files = follower();
  for (const name of ['a', 'b']) {
    write(name, `${name}.`);
    files.expect(name);
  }
  await files.stop();
  files.expect('c');
  expect(taken).toEqual(['a:a.']);
});
