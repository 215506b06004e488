/**
 * Browser tests: `node scripts/e2e/main.ts [part of a suite's file name …] [--keep]`.
 * `--keep` uses the test site of the last run instead of building it again.
 */
import { glob } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot, StageError } from '../build/stages.ts';
import { serveStatic } from '../serve/static-server.ts';
import { launchBrowser, NO_BROWSER, findBrowser } from './browser.ts';
import { runSuites } from './run-suites.ts';
import type { Suite } from './suite.ts';
import { readEndpointSettings } from '../endpoint/settings.ts';
import { startEndpoint } from '../endpoint/start.ts';
import { buildTestSite, isBuilt, TEST_NOW } from './test-site.ts';

/** Fixed, so that a kept site still fits; the endpoint stands one above. */
const PORT = Number(process.env.E2E_PORT ?? '4700');

const words = process.argv.slice(2);
const wanted = words.filter((word) => !word.startsWith('--'));
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function findSuites(): Promise<Suite[]> {
  const files: string[] = [];
  for await (const file of glob('scripts/**/*.e2e.ts', { cwd: projectRoot })) files.push(file);
  const chosen = files
    .sort()
    .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)));
  return Promise.all(
    chosen.map(async (file) => {
      const module = (await import(pathToFileURL(path.join(projectRoot, file)).href)) as { suite?: Suite };
      if (module.suite === undefined) throw new StageError(`${file}: нет export const suite.`);
      return module.suite;
    }),
  );
}

async function main(): Promise<number> {
  if (findBrowser() === null) throw new StageError(NO_BROWSER);
  const suites = await findSuites();
  const dir = path.join(projectRoot, '.run', 'e2e');
  const siteUrl = `http://localhost:${PORT}`;
  const endpointUrl = `http://localhost:${PORT + 1}`;
  const siteDir = path.join(dir, 'site');
  if (!words.includes('--keep') || !(await isBuilt(siteDir)))
    await buildTestSite({ dir, siteUrl, endpointUrl });
  const server = await serveStatic(PORT, { dir: siteDir });
  if (server.port !== PORT) {
    await server.close();
    throw new StageError(`Порт ${PORT} занят: задайте другой в E2E_PORT.`);
  }
  const endpoint = await startEndpoint({
    settings: readEndpointSettings({
      SITE_URL: siteUrl,
      ENDPOINT_PORT: String(PORT + 1),
      ENDPOINT_PUBLIC_URL: endpointUrl,
      ENDPOINT_DATA: path.join(siteDir, 'data'),
      ENDPOINT_DB: path.join(dir, `registrations-${process.pid}.sqlite`),
      MAIL_DIR: path.join(dir, 'mail'),
    }),
    clock: () => TEST_NOW,
    log: () => undefined,
  });
  const browser = await launchBrowser();
  try {
    const outcomes = await runSuites(
      suites,
      { browser, baseUrl: siteUrl, endpointUrl, siteDir },
      {
        lanes: Number(process.env.E2E_LANES ?? '2'),
        picturesDir: path.join(projectRoot, '.screenshots', 'failed'),
        report: ({ suite, title, error }, milliseconds) => {
          say(`${error === null ? '✓' : '✗'} ${suite}: ${title} (${milliseconds} мс)`);
          if (error !== null) say(error);
        },
      },
    );
    const failed = outcomes.filter((outcome) => outcome.error !== null);
    say(`Browser tests: ${outcomes.length - failed.length} passed, ${failed.length} failed`);
    return failed.length === 0 && outcomes.length > 0 ? 0 : 1;
  } finally {
    await browser.close();
    await endpoint.close();
    await server.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof StageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
