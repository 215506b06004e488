/** Limits of the browser tests. They only catch a hang: machines are shared and slow at times. */

/** One test. */
export const TEST_LIMIT_MS = 600_000;

/** One condition that a test waits for; much sooner, so that the test still tells what did not come. */
export const WAIT_LIMIT_MS = 90_000;
