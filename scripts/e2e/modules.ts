/** Pages start their modules after the first paint, later than a browser calls them loaded: tests wait for that too. */
import type { Page } from 'playwright-core';

/**
 * Waits until every module that the page names has run, or could not come. A page without scripts has none. What
 * the page lays out later (late/far-blocks.client.ts) is laid out at once: a test's own clock may stand still.
 */
export async function modulesRan(page: Page): Promise<void> {
  // Set by the first script of our pages.
  if (await page.evaluate(() => document.documentElement.dataset.fonts === undefined)) return;
  await page.waitForFunction(() => {
    const started = document.head.querySelectorAll('script[type="module"]').length;
    return started >= document.querySelectorAll('script[type="text/plain"]').length;
  });
  await page.evaluate(async () => {
    const named = Array.from(document.querySelectorAll<HTMLScriptElement>('script[data-src]'));
    // A module runs once, whoever asks for it; asking again is waiting for it.
    await Promise.allSettled(named.map(({ dataset }) => import(dataset.src ?? '')));
    delete document.documentElement.dataset.far;
  });
}

/** The page, of which `goto`, `reload` and `goBack` now also wait for modules where they wait for the load. */
export function withModules(page: Page): Page {
  const goto = page.goto.bind(page);
  const reload = page.reload.bind(page);
  const goBack = page.goBack.bind(page);
  page.goto = async (url, options) => {
    const response = await goto(url, options);
    if (!/commit|domcontent/.test(options?.waitUntil ?? 'load')) await modulesRan(page);
    return response;
  };
  page.reload = async (options) => {
    const response = await reload(options);
    await modulesRan(page);
    return response;
  };
  page.goBack = async (options) => {
    const response = await goBack(options);
    await modulesRan(page);
    return response;
  };
  return page;
}
