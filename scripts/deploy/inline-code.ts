/** Scripts and styles that stand in a page itself, as the hashes that a content security policy names. */
import { hash } from 'node:crypto';
import { SPECULATION_RULES } from '../../src/seo/speculation.ts';
import type { TagReader } from '../site/scan-tags.ts';
import { scanTags } from '../site/scan-tags.ts';

export type InlineHashes = { scripts: Set<string>; styles: Set<string> };

/** Types that browsers run or obey; all other script elements are data. */
const RUN = new Set(['', 'module', 'text/javascript', 'speculationrules']);

/** A script or style as a policy names it. */
export function hashOf(code: string): string {
  return `'sha256-${hash('sha256', code, 'base64')}'`;
}

/** What pages add to themselves. */
const ADDED = hashOf(SPECULATION_RULES);

/** The hashes of everything in the page, and added to it, that a policy without `unsafe-inline` must name. */
export function inlineHashes(html: string): InlineHashes {
  const { reader, scripts } = scriptReader();
  const styles = new Set<string>();
  const styleReader: TagReader = {
    open: () => undefined,
    raw({ name }, code) {
      if (name === 'style') styles.add(hashOf(code));
    },
  };
  scanTags(html, reader, styleReader);
  return { scripts, styles };
}

/** A reader that gathers the hashes of the scripts of one page, with those that it adds to itself. */
export function scriptReader(): { reader: TagReader; scripts: Set<string> } {
  const scripts = new Set([ADDED]);
  const reader: TagReader = {
    open: () => undefined,
    raw(tag, code) {
      if (
        tag.name === 'script' &&
        !tag.attributes.includes('src') &&
        RUN.has((tag.get('type') ?? '').toLowerCase())
      )
        scripts.add(hashOf(code));
    },
  };
  return { reader, scripts };
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
