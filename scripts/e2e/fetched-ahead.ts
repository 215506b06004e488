/** What a browser does with the page that is pointed at (src/seo/speculation.ts), as it tells whoever watches it. */
import type { Page } from 'playwright-core';

/** Points at a link and waits until the browser has fetched a page before any click. @returns its address */
export async function fetchedAhead(page: Page, point: () => Promise<void>): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const fetched = new Promise<string>((resolve) => {
    session.on('Preload.prefetchStatusUpdated', ({ prefetchUrl, status }) => {
      if (status === 'Ready' || status === 'Success') resolve(prefetchUrl);
    });
  });
  await session.send('Preload.enable');
  await point();
  return fetched;
}
