/** Makes sure that a browser is there for the browser tests; installs Debian's where that is possible. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser, NO_BROWSER } from '../e2e/browser.ts';

/** Bounded: a package mirror that never answers must not hang the tests. */
const INSTALL_LIMIT_MS = 600_000;
const PACKAGES = ['chromium-headless-shell', 'chromium'];

/** null when a browser is there (perhaps only now), else the one line that says what to do. */
export function browserAtHand(say: (line: string) => void): string | null {
  if (findBrowser() !== null) return null;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return NO_BROWSER;
  say('Браузера нет: ставлю пакет Debian…');
  if (!aptGet('update')) return NO_BROWSER;
  // Not every Debian has the shell.
  PACKAGES.some((name) => aptGet('install', '-y', '--no-install-recommends', name));
  return findBrowser() === null ? NO_BROWSER : null;
}

function aptGet(...args: string[]): boolean {
  const result = spawnSync('apt-get', args, {
    timeout: INSTALL_LIMIT_MS,
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return result.status === 0;
}
