/** Scripts and styles that stand in a page itself, as the hashes that a content security policy names. */
import { createHash } from 'node:crypto';

export type InlineHashes = { scripts: Set<string>; styles: Set<string> };

/** A comment, or a tag with its quoted attributes: a `>` inside quotes ends nothing. */
const TOKEN =
  /<!--[\s\S]*?-->|<(script|style)\b((?:"[^"]*"|'[^']*'|[^"'>])*)>|<[a-zA-Z/!](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;
/** Types that browsers run or obey; all other script elements are data. */
const RUN =
  /\btype\s*=\s*(?:"(?:module|text\/javascript|speculationrules)?"|'(?:module|text\/javascript|speculationrules)?'|(?:module|speculationrules)\b)/i;

function hash(code: string): string {
  return `'sha256-${createHash('sha256').update(code, 'utf8').digest('base64')}'`;
}

/** The hashes of everything in the page that a policy without `unsafe-inline` must name. */
export function inlineHashes(html: string): InlineHashes {
  const hashes: InlineHashes = { scripts: new Set(), styles: new Set() };
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(html); match !== null; match = TOKEN.exec(html)) {
    const name = match[1]?.toLowerCase();
    if (name === undefined) continue;
    const attributes = match[2] ?? '';
    const start = TOKEN.lastIndex;
    const end = html.slice(start).search(name === 'script' ? /<\/script/i : /<\/style/i);
    if (end === -1) break;
    TOKEN.lastIndex = start + end;
    const code = html.slice(start, start + end);
    if (name === 'style') hashes.styles.add(hash(code));
    else if (!/\bsrc\s*=/i.test(attributes) && (!/\btype\s*=/i.test(attributes) || RUN.test(attributes)))
      hashes.scripts.add(hash(code));
  }
  return hashes;
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
