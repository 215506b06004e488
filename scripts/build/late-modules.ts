/** Modules give way to the page itself: it is shown, complete without them, before the first of them is asked for. */
const MODULE = /<script type="module" src=("[^"]*")(?=>)/g;

/**
 * A page whose modules from files wait as data until its first script starts them, after the first paint
 * (src/components/vision/pre-paint.ts). Modules that stand in the page itself are left as they are.
 */
export function withLateModules(html: string): string {
  return html.replace(MODULE, '<script type="text/plain" data-src=$1');
}
