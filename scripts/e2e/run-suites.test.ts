import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Outcome, RunOptions } from './run-suites.ts';
import { runSuites } from './run-suites.ts';
import type { Suite } from './suite.ts';

// None of these tests opens a page.
const frame = { baseUrl: '', endpointUrl: '', siteDir: '' } as unknown as Parameters<typeof runSuites>[1];
const options: RunOptions = {
  lanes: 2,
  picturesDir: path.join(os.tmpdir(), 'no-pictures'),
  report: () => undefined,
};

async function outcomesOf(run: (attempt: number) => void): Promise<{ outcome: Outcome; attempts: number }> {
  let attempts = 0;
  const suite: Suite = {
    name: 'suite',
    tests: [
      {
        title: 'test',
        run: () => {
          attempts += 1;
          run(attempts);
          return Promise.resolve();
        },
      },
    ],
  };
  const [outcome] = await runSuites([suite], frame, options);
  if (outcome === undefined) throw new Error('no outcome');
  return { outcome, attempts };
}

it('runs a test that holds once', async () => {
  const { outcome, attempts } = await outcomesOf(() => undefined);
  expect(outcome).toEqual({ suite: 'suite', title: 'test', error: null, unsteady: null });
  expect(attempts).toBe(1);
});

it('fails a test that fails twice', async () => {
  const { outcome, attempts } = await outcomesOf(() => {
    throw new Error('broken');
  });
  expect(outcome.error).toContain('broken');
  expect(outcome.unsteady).toBeNull();
  expect(attempts).toBe(2);
});

it('lets a test pass that held the second time, and keeps what went wrong the first', async () => {
  const { outcome } = await outcomesOf((attempt) => {
    if (attempt === 1) throw new Error('only once');
  });
  expect(outcome.error).toBeNull();
  expect(outcome.unsteady).toContain('only once');
});
