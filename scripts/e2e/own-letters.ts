/** Opens a page as most visitors see it: in its own letters, not in the fallback of a slow first visit. */
import type { Page } from 'playwright-core';

/** Waits until the page is shown, in whatever letters. A page without scripts never waits for any. */
export async function lettersSettled(page: Page): Promise<void> {
  await page.waitForFunction(() => !/wait|top|late/.test(document.documentElement.dataset.fonts ?? ''));
}

/** On a busy machine the letters may miss their moment again and again; then something else is wrong. */
const MOST_VISITS = 10;

/**
 * Loads the page and waits until it is shown in its own letters; where they came too late, it is visited again,
 * with the letters in the browser's cache. @throws Error when they never come in time.
 */
export async function openInOwnLetters(page: Page, url: string): Promise<void> {
  for (let visit = 1; visit <= MOST_VISITS; visit++) {
    await page.goto(url, { waitUntil: 'load' });
    await lettersSettled(page);
    // A page without scripts, or one that is no page of ours, knows nothing of letters.
    if ((await page.evaluate(() => document.documentElement.dataset.fonts)) !== 'fallback') return;
  }
  throw new Error(`${url}: the letters came too late ${MOST_VISITS} times`);
}
