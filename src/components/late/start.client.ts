/**
 * The first module of every page, brought when it has been shown (vision/pre-paint.ts): starts the others, which the
 * build has put by as data (scripts/build/late-modules.ts), in their order, and brings what else can wait.
 */
import { bringFigures } from './figures.client.ts';
import { layOutFarBlocks } from './far-blocks.client.ts';
import { SPECULATION_RULES } from '../../seo/speculation.ts';

const add = <T extends 'link' | 'script'>(tag: T, attributes: Partial<HTMLElementTagNameMap[T]>): void => {
  document.head.append(Object.assign(document.createElement(tag), attributes));
};
const STEPS: readonly (() => void)[] = [
  () => {
    const forPaper = document.querySelector('body > noscript')?.textContent ?? '';
    document.body.insertAdjacentHTML('beforeend', forPaper);
  },
  () => {
    for (const { dataset } of document.querySelectorAll<HTMLScriptElement>('[type="text/plain"]'))
      add('script', { type: 'module', async: false, src: dataset.src ?? '' });
  },
  // First the figures: what is not laid out yet need not be laid out anew.
  () => void bringFigures().then(layOutFarBlocks),
  () => {
    add('script', { type: 'speculationrules', text: SPECULATION_RULES });
    // Only a phone's home screen asks for it; a browser that finds it in the page fetches it beside the letters.
    add('link', { rel: 'manifest', href: '/site.webmanifest' });
  },
];
const steps = STEPS.values();
/** Each step is a task of its own, and waits for no clock: a slow phone hears the reader's finger between them. */
function start(): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => steps.next().value?.();
  STEPS.forEach(() => {
    port2.postMessage('');
  });
}

// The page may have been painted, or asked with a question, before all of it is here.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
