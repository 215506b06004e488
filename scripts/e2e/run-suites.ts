/** Runs suites of browser tests, a few tests at a time, and says of each whether it held. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { TEST_LIMIT_MS, WAIT_LIMIT_MS } from './limits.ts';
import { withModules } from './modules.ts';
import type { PageOptions, Suite, SuiteContext, SuiteTest } from './suite.ts';
import { TEST_NOW } from './test-site.ts';

const DEFAULT_VIEWPORT = { width: 1280, height: 800 };

export type Outcome = {
  suite: string;
  title: string;
  /** Why the test does not hold; null when it does. */
  error: string | null;
  /** What went wrong the first time when the test held the second time, alone; else null. */
  unsteady: string | null;
};

type Frame = Omit<SuiteContext, 'newPage'>;

export type RunOptions = {
  lanes: number;
  /** Where the last picture of a failed test goes. */
  picturesDir: string;
  report: (outcome: Outcome, milliseconds: number) => void;
};

/**
 * Every test of every suite; the order of the outcomes is the order of the tests. A test that failed beside
 * others is run once more alone: a fault of the site fails again, and what was only the crowd of a busy
 * machine is reported as unsteady, with its error, to be looked into.
 */
export async function runSuites(
  suites: readonly Suite[],
  frame: Frame,
  options: RunOptions,
): Promise<Outcome[]> {
  const queue = suites.flatMap((suite) => suite.tests.map((test) => ({ suite, test })));
  const outcomes = new Array<Outcome>(queue.length);
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < queue.length; index = next++) {
      const item = queue[index];
      if (item === undefined) return;
      const start = performance.now();
      const error = await runTest(item.suite, item.test, frame, options);
      const outcome = { suite: item.suite.name, title: item.test.title, error, unsteady: null };
      outcomes[index] = outcome;
      options.report(outcome, Math.round(performance.now() - start));
    }
  };
  await Promise.all(Array.from({ length: options.lanes }, lane));
  for (const [index, item] of queue.entries()) {
    const first = outcomes[index];
    if (first === undefined || first.error === null) continue;
    const start = performance.now();
    const error = await runTest(item.suite, item.test, frame, options);
    const second = { ...first, error, unsteady: error === null ? first.error : null };
    outcomes[index] = second;
    options.report(second, Math.round(performance.now() - start));
  }
  return outcomes;
}

async function runTest(
  suite: Suite,
  test: SuiteTest,
  frame: Frame,
  options: RunOptions,
): Promise<string | null> {
  const pages: Page[] = [];
  const newPage = async (page: PageOptions = {}): Promise<Page> => {
    const context = await frame.browser.newContext({
      viewport: DEFAULT_VIEWPORT,
      locale: 'ru-RU',
      timezoneId: 'Europe/Moscow',
      ...page,
    });
    // Without scripts there is no clock to set.
    if (page.javaScriptEnabled !== false) await context.clock.setFixedTime(TEST_NOW);
    context.setDefaultTimeout(WAIT_LIMIT_MS);
    const opened = withModules(await context.newPage());
    pages.push(opened);
    return opened;
  };
  let limit: NodeJS.Timeout | undefined;
  try {
    await Promise.race([
      test.run({ ...frame, newPage }),
      new Promise((_resolve, reject) => {
        limit = setTimeout(() => {
          reject(new Error(`not finished in ${TEST_LIMIT_MS / 1000} s`));
        }, TEST_LIMIT_MS);
      }),
    ]);
    return null;
  } catch (error) {
    await picture(pages.at(-1), path.join(options.picturesDir, fileName(`${suite.name} ${test.title}`)));
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    clearTimeout(limit);
    await Promise.all(pages.map(leave));
  }
}

/** Closes a page with its context. A request that a test's handler still holds then is nobody's failure. */
async function leave(page: Page): Promise<void> {
  if (!page.isClosed()) await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().close();
}

async function picture(page: Page | undefined, file: string): Promise<void> {
  if (page === undefined || page.isClosed()) return;
  await mkdir(path.dirname(file), { recursive: true });
  // The picture only helps to understand the failure, which is reported anyway.
  await page.screenshot({ path: `${file}.png`, timeout: 10_000 }).catch(() => undefined);
}

function fileName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '-')
    .slice(0, 100);
}
