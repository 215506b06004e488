/**
 * The first module of every page: starts the others, which the build has put by as data (scripts/build/late-modules.ts),
 * when the page has been shown; it is complete without them. They keep their order. A page made ahead
 * (seo/speculation.ts) is not painted before it is opened, and so runs none of them. An address with a question
 * (facets, search) starts them at once: what they show is the answer.
 */
import { bringFigures } from './figures.client.ts';
import { layOutFarBlocks } from './far-blocks.client.ts';

/** A browser that does not tell of its first paint gets them so much later than a frame, milliseconds. */
const UNTOLD_PAINT_MS = 1000;

let isStarted = false;

function start(): void {
  if (isStarted) return;
  isStarted = true;
  for (const { dataset } of document.querySelectorAll<HTMLScriptElement>('script[data-src]')) {
    const { src = '' } = dataset;
    document.head.append(
      Object.assign(document.createElement('script'), { type: 'module', async: false, src }),
    );
  }
  // First the figures: what is not laid out yet need not be laid out anew.
  void bringFigures().then(layOutFarBlocks);
}

if (location.search === '') {
  // Frames are not drawn ahead.
  requestAnimationFrame(() => setTimeout(start, UNTOLD_PAINT_MS));
  new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length > 0) start();
  }).observe({ type: 'paint', buffered: true });
} else start();
