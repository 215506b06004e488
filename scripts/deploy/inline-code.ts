/** Scripts and styles that stand in a page itself, as the hashes that a content security policy names. */
import { hash } from 'node:crypto';
import type { TagReader } from '../site/scan-tags.ts';
import { scanTags } from '../site/scan-tags.ts';

export type InlineHashes = { scripts: Set<string>; styles: Set<string> };

/** Types that browsers run or obey; all other script elements are data. */
const RUN = new Set(['', 'module', 'text/javascript', 'speculationrules']);

function hashOf(code: string): string {
  return `'sha256-${hash('sha256', code, 'base64')}'`;
}

/** The hashes of everything in the page that a policy without `unsafe-inline` must name. */
export function inlineHashes(html: string): InlineHashes {
  const { reader, hashes } = hashReader();
  scanTags(html, reader);
  return hashes;
}

/** A reader that gathers the hashes of one page. */
export function hashReader(): { reader: TagReader; hashes: InlineHashes } {
  const hashes: InlineHashes = { scripts: new Set(), styles: new Set() };
  const reader: TagReader = {
    open: () => undefined,
    raw(tag, code) {
      if (tag.name === 'style') hashes.styles.add(hashOf(code));
      else if (
        tag.name === 'script' &&
        !tag.attributes.includes('src') &&
        RUN.has((tag.get('type') ?? '').toLowerCase())
      )
        hashes.scripts.add(hashOf(code));
    },
  };
  return { reader, hashes };
}

/** All hashes of several pages together. */
export function unionOf(all: Iterable<InlineHashes>): InlineHashes {
  const union: InlineHashes = { scripts: new Set(), styles: new Set() };
  for (const { scripts, styles } of all) {
    for (const script of scripts) union.scripts.add(script);
    for (const style of styles) union.styles.add(style);
  }
  return union;
}
