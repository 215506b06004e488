/**
 * The first flight of a page: what must come before it can be shown whole and right. That is the HTML with its
 * styles and inline scripts, and every style sheet or script that rendering waits for. Modules do not count:
 * they come after, add ease (suggestions, facets, badges that follow the clock) to a page that is complete
 * without them, and have a limit of their own.
 */
import { brotliCompressSync, constants } from 'node:zlib';

const TAG = /<(link|script)\b((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;

/** Bytes after brotli: of the best quality, as prepared for a host, unless told otherwise. */
export function brotliBytes(text: Buffer | string, quality = constants.BROTLI_MAX_QUALITY): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(
    `\\s${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+)))?(?=[\\s/]|$)`,
    'i',
  ).exec(attributes);
  return found === null ? undefined : (found[1] ?? found[2] ?? found[3] ?? '');
}

/** Addresses of the style sheets and scripts of its own that a page waits for, as the page writes them. */
export function blockingResources(html: string): string[] {
  const found: string[] = [];
  for (const [, tag = '', attributes = ''] of html.matchAll(TAG)) {
    const has = (name: string): boolean => attribute(attributes, name) !== undefined;
    if (tag.toLowerCase() === 'link') {
      const href = attribute(attributes, 'href');
      const rel = attribute(attributes, 'rel') ?? '';
      if (href !== undefined && /\bstylesheet\b/i.test(rel) && attribute(attributes, 'media') !== 'print')
        found.push(href);
    } else {
      const src = attribute(attributes, 'src');
      const isModule = attribute(attributes, 'type') === 'module';
      if (src !== undefined && !isModule && !has('async') && !has('defer')) found.push(src);
    }
  }
  return found;
}
