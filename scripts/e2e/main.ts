/**
 * Browser tests: `node scripts/e2e/main.ts [part of a suite's file name …] [--keep]`.
 * `--keep` uses the test site of the last run instead of building it again.
 */
import { glob, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSettings } from '../../src/settings/settings.ts';
import { projectRoot, StageError } from '../build/stages.ts';
import { readEndpointSettings } from '../endpoint/settings.ts';
import { startEndpoint } from '../endpoint/start.ts';
import { freePort } from '../serve/free-port.ts';
import { serveSite } from '../serve/serve-site.ts';
import { findBrowser, launchBrowser, NO_BROWSER } from './browser.ts';
import { runSuites } from './run-suites.ts';
import type { Suite } from './suite.ts';
import { buildTestSite, isBuilt, TEST_NOW, testSiteEnv } from './test-site.ts';

const FIRST_PORT = Number(process.env.E2E_PORT ?? '4700');
const DIR = path.join(projectRoot, '.run', 'e2e');
/** The ports are part of the built pages: a kept site is served where it was built for. */
const PORTS_FILE = path.join(DIR, 'ports.json');

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

type Ports = { site: number; endpoint: number };

async function testSite(): Promise<Ports> {
  if (words.includes('--keep') && (await isBuilt(path.join(DIR, 'site')))) {
    return JSON.parse(await readFile(PORTS_FILE, 'utf8')) as Ports;
  }
  const site = await freePort(FIRST_PORT);
  const ports = { site, endpoint: await freePort(site + 1) };
  await buildTestSite(planFor(ports));
  await writeFile(PORTS_FILE, JSON.stringify(ports));
  return ports;
}

function planFor({ site, endpoint }: Ports) {
  return { dir: DIR, siteUrl: `http://localhost:${site}`, endpointUrl: `http://localhost:${endpoint}` };
}

async function main(): Promise<number> {
  if (findBrowser() === null) throw new StageError(NO_BROWSER);
  const suites = await findSuites();
  const ports = await testSite();
  const plan = planFor(ports);
  const env = testSiteEnv(plan);
  const siteDir = path.join(DIR, 'site');
  const server = await serveSite(ports.site, siteDir, readSettings(env));
  if (server.port !== ports.site) {
    await server.close();
    throw new StageError(`Порт ${ports.site}, для которого собран сайт, занят: запустите без --keep.`);
  }
  const endpoint = await startEndpoint({
    settings: readEndpointSettings({
      SITE_URL: plan.siteUrl,
      ENDPOINT_PORT: String(ports.endpoint),
      ENDPOINT_PUBLIC_URL: plan.endpointUrl,
      ENDPOINT_DATA: path.join(siteDir, 'data'),
      ENDPOINT_DB: path.join(DIR, `registrations-${process.pid}.sqlite`),
      MAIL_DIR: path.join(DIR, 'mail'),
    }),
    clock: () => TEST_NOW,
    log: () => undefined,
  });
  const browser = await launchBrowser();
  try {
    const outcomes = await runSuites(
      suites,
      { browser, baseUrl: plan.siteUrl, endpointUrl: plan.endpointUrl, siteDir },
      {
        lanes: Number(process.env.E2E_LANES ?? '2'),
        picturesDir: path.join(projectRoot, '.screenshots', 'failed'),
        report: ({ suite, title, error, unsteady }, milliseconds) => {
          const again = unsteady === null ? '' : ' — со второго раза';
          say(`${error === null ? '✓' : '✗'} ${suite}: ${title}${again} (${milliseconds} мс)`);
          if (error !== null) say(error);
        },
      },
    );
    const failed = outcomes.filter((outcome) => outcome.error !== null);
    say(`Browser tests: ${outcomes.length - failed.length} passed, ${failed.length} failed`);
    // Once more at the end: of a long log often only the last part is kept.
    for (const { suite, title, error, unsteady } of outcomes) {
      if (error !== null) say(`✗ ${suite}: ${title}\n${error}`);
      if (unsteady !== null)
        say(`! ${suite}: ${title} — прошло только со второго раза. В первый раз:\n${unsteady}`);
    }
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
