/** The shape of a file of browser tests: `scripts/e2e/**\/*.e2e.ts` exports one `suite`. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export type PageOptions = BrowserContextOptions;

export type SuiteContext = {
  browser: Browser;
  /** Origin of the served site (real content plus demonstration seasons), without a trailing slash. */
  baseUrl: string;
  /** Origin of the running registration endpoint. */
  endpointUrl: string;
  /** Folder of the built site that is being served. */
  siteDir: string;
  /** A page in a fresh context; it is closed after the test. Viewport 1280×800 unless told otherwise. */
  newPage: (options?: PageOptions) => Promise<Page>;
};

export type SuiteTest = {
  /** A sentence that says what holds. */
  title: string;
  /** @throws when it does not hold */
  run: (context: SuiteContext) => Promise<void>;
};

export type Suite = { name: string; tests: readonly SuiteTest[] };
