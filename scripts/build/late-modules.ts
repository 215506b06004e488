/** Modules give way to the page itself: it is shown, complete without them, before they are asked for. */
const MODULE = /<script type="module" src=("[^"]*")(?=>)/g;
/** The script before the paint (components/vision/pre-paint.ts) brings the first module. */
const BRINGS_FIRST = ' data-first';
const END = '></script>';

/**
 * A page that asks for no module before its first paint: the script before the paint, marked `data-first`, is told
 * the address of the first (components/late/start.client.ts), and the others wait as data until that one starts
 * them. Modules that stand in the page itself are left as they are, and so are all where nothing would bring them.
 */
export function withLateModules(html: string): string {
  const mark = html.indexOf(BRINGS_FIRST);
  const first = html.match(MODULE)?.[0];
  if (mark === -1 || first === undefined) return html;
  const address = first.slice(first.indexOf(' src=') + ' src='.length);
  return (
    html.slice(0, mark) +
    ` data-src=${address}` +
    html
      .slice(mark + BRINGS_FIRST.length)
      .replace(first + END, '')
      .replace(MODULE, '<script type="text/plain" data-src=$1')
  );
}
