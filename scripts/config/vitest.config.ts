import { defineConfig } from 'vitest/config';

/** Unit tests stand beside their source; browser tests and tests of the built site have runners of their own. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    // Shared machines are slow at times: the limit only catches a hang.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    restoreMocks: true,
  },
});
