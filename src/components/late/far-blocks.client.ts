/**
 * A page that was not left before is laid out for the first paint only as far as the screen goes (vision/pre-paint.ts):
 * a slow phone needs a fourth of a second for the rest. Here the rest follows, a block a frame, so that the reader's
 * finger is heard between them. Until then a browser lays out by itself what comes near the screen.
 */
import { FAR_BLOCKS } from './far-blocks.ts';

/** Lays out what was left. */
export function layOutFarBlocks(): void {
  const { dataset } = document.documentElement;
  const blocks = document.querySelectorAll<HTMLElement>(FAR_BLOCKS).values();
  const next = (): void => {
    const { value } = blocks.next();
    if (value === undefined) {
      delete dataset.far;
      return;
    }
    value.dataset.near = '';
    requestAnimationFrame(next);
  };
  if (dataset.far !== undefined) requestAnimationFrame(next);
}
