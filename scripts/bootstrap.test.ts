import { spawnSync } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let root = '';
let npm = '';

/** Stands for npm: tells its version, and on `ci` installs what the lockfile asks for, or fails when told to. */
const NPM = `
import { appendFileSync, copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
const [command] = process.argv.slice(2);
if (command === '--version') console.log(process.env.FAKE_NPM_VERSION ?? '11.6.0');
else {
  appendFileSync('calls.txt', process.argv.slice(2).join(' ') + '\\n');
  if (process.env.FAKE_NPM_FAILS) process.exit(1);
  mkdirSync('node_modules/node/bin', { recursive: true });
  copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
  if (!process.env.FAKE_NPM_NO_NODE) writeFileSync('node_modules/node/bin/node', '#!/bin/sh\\necho "ran $*"\\n', { mode: 0o755 });
}
`;

const lockfile = (version: string): string =>
  JSON.stringify({
    packages: {
      '': { name: 'site' },
      'node_modules/astro': { version },
      'node_modules/for-another-system': { version: '1.0.0', optional: true },
    },
  });

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'bootstrap-'));
  await mkdir(path.join(root, 'scripts'));
  await copyFile(new URL('bootstrap.mjs', import.meta.url), path.join(root, 'scripts', 'bootstrap.mjs'));
  await writeFile(path.join(root, 'package.json'), '{"type":"module"}');
  await writeFile(path.join(root, 'package-lock.json'), lockfile('7.0.0'));
  npm = path.join(root, 'npm-cli.js');
  await writeFile(npm, NPM);
});
afterEach(async () => {
  await chmod(root, 0o700);
  await rm(root, { recursive: true, force: true });
});

function run(
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = ['run', 'some.ts', '--flag'],
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/bootstrap.mjs', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', npm_execpath: npm, ...env },
  });
  return { status, stdout, stderr };
}

const calls = async (): Promise<string[]> =>
  (await readFile(path.join(root, 'calls.txt'), 'utf8')).trim().split('\n');

it('installs on a fresh clone, not again, and again when the lockfile has changed; then runs the script', async () => {
  const first = run();
  expect(first.stdout).toMatch(/^Устанавливаю пакеты[^\n]*\nran .*some\.ts --flag\n$/);
  expect(run().stdout).toMatch(/^ran .*some\.ts --flag\n$/);
  expect(await calls()).toHaveLength(1);
  await writeFile(path.join(root, 'package-lock.json'), lockfile('7.0.1'));
  expect(run().stdout).toContain('Устанавливаю');
  expect(await calls()).toEqual(Array(2).fill('ci --no-audit --no-fund --loglevel=error'));
});

it('installs again when an installation was broken off', async () => {
  run();
  await writeFile(path.join(root, 'node_modules', '.package-lock.json'), '{"packages": {');
  expect(run().stdout).toContain('Устанавливаю');
});

it.each([
  [
    'npm is too old',
    { FAKE_NPM_VERSION: '9.8.1' },
    /^npm 9\.8\.1 слишком старый\. Нужен npm 10 или новее: .*\n$/,
  ],
  ['npm cannot install', { FAKE_NPM_FAILS: '1' }, /^Пакеты не установились: .*\n$/],
  ['the pinned Node did not come', { FAKE_NPM_NO_NODE: '1' }, /закреплённый Node не появился.*\n$/],
  ['there is no npm', { npm_execpath: '', PATH: '/nowhere' }, /^Не найден npm\. .*\n$/],
])('%s: one clear line', (_name, env, line) => {
  const { status, stderr } = run(env);
  expect(stderr).toMatch(line);
  expect(stderr.trim()).not.toContain('\n');
  expect(status).toBe(1);
});

it('another package manager that runs it is not taken for npm', async () => {
  const yarn = path.join(root, 'yarn.js');
  await writeFile(yarn, NPM);
  const env = { npm_execpath: yarn, FAKE_NPM_VERSION: '1.22.22', PATH: '/nowhere' };
  expect(run(env).stderr).toMatch(/^Не найден npm\. .*\n$/);
});

it('names the commands when it does not know the one it was given', () => {
  run();
  expect(run({}, ['strat']).stderr).toBe('Неизвестная команда «strat». Есть: start, test, run.\n');
});

// Nothing is forbidden to root.
it.skipIf(process.getuid?.() === 0)('a folder that may not be written to: one clear line', async () => {
  await chmod(root, 0o500);
  const { status, stderr } = run();
  expect(stderr).toMatch(/^Нет права записи в папку .*\n$/);
  expect(status).toBe(1);
});
