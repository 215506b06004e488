/** Modules give way to the page itself: it is shown, complete without them, before they are asked for. */
const MODULE = /<script type="module" src=("[^"]*")(?=>)/g;

/**
 * A page of whose modules from files only the first, src/components/late/start.client.ts, comes by itself, after
 * letters and pictures; the others wait as data until that one starts them. Modules that stand in the page itself
 * are left as they are.
 */
export function withLateModules(html: string): string {
  let isFirst = true;
  return html.replace(MODULE, (whole, address: string) => {
    if (!isFirst) return `<script type="text/plain" data-src=${address}`;
    isFirst = false;
    return `${whole} fetchpriority="low"`;
  });
}
