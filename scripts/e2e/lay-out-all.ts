/** Lays out the cards that a page lays out only near the screen, as they will stand there. */
import type { Page } from 'playwright-core';

export async function layOutAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const item of document.querySelectorAll<HTMLElement>('.cards > *'))
      item.style.contentVisibility = 'visible';
  });
}
