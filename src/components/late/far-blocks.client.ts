/**
 * A page is laid out for the first paint without its far blocks (vision/pre-paint.ts): on a visitor's first page a
 * slow phone needs a fourth of a second for them, on the next ones they are a twelfth of the time to the first paint.
 * Here they follow, one a frame, so that the reader's finger is heard between them. Until then, and where this module
 * does not come, a browser lays out by itself what comes near the screen.
 */
import { FAR_BLOCKS } from './far-blocks.ts';

/** Lays out what was left. A block waits until the one before is shown: in one frame they would be one long task. */
export function layOutFarBlocks(): void {
  const { dataset } = document.documentElement;
  if (dataset.far === undefined) return;
  const blocks = document.querySelectorAll<HTMLElement>(FAR_BLOCKS).values();
  const layOutNext = (): void => {
    const block = blocks.next().value;
    if (block === undefined) {
      delete dataset.far;
      return;
    }
    block.style.contentVisibility = 'visible';
    requestAnimationFrame(layOutNext);
  };
  // The frame before is for the letters of figures (figures.client.ts) alone.
  requestAnimationFrame(() => requestAnimationFrame(layOutNext));
}
