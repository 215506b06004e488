/** The runner of these tests: what a test leaves behind must not bring down the others. */
import { strict as assert } from 'node:assert';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runSuites } from './run-suites.ts';
import type { Suite, SuiteContext } from './suite.ts';

/** Long enough for a rejection that nobody awaits to be told. */
const SETTLED_MS = 200;

/** A test that ends while its handler still waits for an answer that never comes. */
function unfinished(silentUrl: string): Suite {
  return {
    name: 'inner',
    tests: [
      {
        title: 'ends with a request in flight',
        run: async ({ newPage, baseUrl }) => {
          const page = await newPage();
          await page.goto(`${baseUrl}/404.html`);
          const held = new Promise<void>((resolve) => {
            void page.route('**/held', async (route) => {
              resolve();
              await route.fetch({ url: silentUrl, timeout: 0 });
            });
          });
          await page.evaluate(() => void fetch('/held').catch(() => undefined));
          await held;
        },
      },
    ],
  };
}

async function leavesNothing({ browser, baseUrl, endpointUrl, siteDir }: SuiteContext): Promise<void> {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => {
    silent.listen(0, '127.0.0.1', resolve);
  });
  const strays: unknown[] = [];
  const note = (reason: unknown): void => {
    strays.push(reason);
  };
  process.on('unhandledRejection', note);
  try {
    const outcomes = await runSuites(
      [unfinished(`http://localhost:${(silent.address() as AddressInfo).port}/`)],
      { browser, baseUrl, endpointUrl, siteDir },
      { lanes: 1, picturesDir: path.join(tmpdir(), 'no-pictures'), report: () => undefined },
    );
    await pause(SETTLED_MS);
    assert.deepEqual(
      outcomes.map(({ error }) => error),
      [null],
    );
    assert.deepEqual(strays, []);
  } finally {
    process.off('unhandledRejection', note);
    silent.close();
    silent.closeAllConnections();
  }
}

export const suite: Suite = {
  name: 'runner',
  tests: [{ title: 'a request in flight at the end of a test brings nothing down', run: leavesNothing }],
};
