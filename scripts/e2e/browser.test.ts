import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser } from './browser.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function program(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}

test('the named browser comes first', () => {
  program('chromium');
  const named = program('mine');
  expect(findBrowser({ CHROMIUM_PATH: named, PATH: folder })).toBe(named);
});

test('a named browser that is not there is an error, not a reason to take another', () => {
  program('chromium');
  expect(() => findBrowser({ CHROMIUM_PATH: join(folder, 'nothing'), PATH: folder })).toThrow(
    'CHROMIUM_PATH',
  );
});

test('then the PATH, where a file that cannot be run does not count', () => {
  writeFileSync(join(folder, 'chromium'), '');
  const chrome = program('google-chrome');
  expect(findBrowser({ PATH: `/nowhere:${folder}` })).toBe(chrome);
});

test('of a shell and a browser with windows the shell is taken', () => {
  program('chromium');
  const shell = program('chromium-headless-shell');
  expect(findBrowser({ PATH: folder })).toBe(shell);
});
