import { defineConfig } from 'vitest/config';

/** Tests of the built site: they read the folder in BUILT_SITE, or build what they need. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['scripts/**/*.site-test.ts'],
    environment: 'node',
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Builds share the two cores of a small machine: one file at a time.
    fileParallelism: false,
  },
});
