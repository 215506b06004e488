/** Finds and starts a Chromium for the browser tests. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** The shell first: the same engine without windows, which a test's every context would open and close. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

/** Quiet and self-contained: no sandbox in containers, nothing asked of the network in the background. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Path of a browser: `CHROMIUM_PATH`, then chromium or chrome on the PATH, then the one Playwright has
 * downloaded; null when there is none. Throws when `CHROMIUM_PATH` is set and does not lead to a program.
 */
export function findBrowser(env: Readonly<Record<string, string | undefined>> = process.env): string | null {
  const named = env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (!isExecutable(named))
      throw new Error(`CHROMIUM_PATH: по пути ${named} нет программы, которую можно запустить.`);
    return named;
  }
  for (const folder of (env.PATH ?? '').split(delimiter).filter((part) => part !== '')) {
    const found = NAMES.map((name) => join(folder, name)).find(isExecutable);
    if (found !== undefined) return found;
  }
  const downloaded = chromium.executablePath();
  return existsSync(downloaded) ? downloaded : null;
}

/** Said when no browser is there. */
export const NO_BROWSER =
  'Браузер не найден: установите Chromium (apt-get install chromium) или укажите путь в CHROMIUM_PATH.';

/** Starts a headless browser. The caller closes it. Throws with one clear line when there is none. */
export async function launchBrowser(extraFlags: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error(NO_BROWSER);
  return chromium.launch({ executablePath, headless: true, args: [...BROWSER_FLAGS, ...extraFlags] });
}
