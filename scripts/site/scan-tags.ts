/**
 * Reads the tags of a page in one pass, several times faster than a parser that builds elements: no stack, nothing
 * implied, text passed over. What it takes for a tag, an attribute or a comment is what a browser takes for one.
 */
import type { StartTag } from './start-tag.ts';
import { FOREIGN, isLetter, isNameEnd, nameAt, nameEnd, startTagAt } from './start-tag.ts';

export type TagReader = {
  /** A start tag. Tags that are written alike are one object: what was found out of one holds for all. */
  open: (tag: StartTag) => void;
  /** An end tag, told while they matter to this reader: most are passed over. */
  close?: (name: string) => void;
  wantsEnds?: () => boolean;
  /** What the element of this tag holds, where that is no markup: code, styles, titles. */
  raw?: (tag: StartTag, text: string) => void;
};

const BANG = 33;
const SLASH = 47;
const QUESTION = 63;

/** Where the end tag of a raw element begins; the end of the page when it has none. */
function rawEnd(html: string, name: string, from: number): number {
  for (let at = html.indexOf('</', from); at !== -1; at = html.indexOf('</', at + 2)) {
    const end = at + 2 + name.length;
    if (isNameEnd(html.charCodeAt(end)) && html.slice(at + 2, end).toLowerCase() === name) return at;
  }
  return html.length;
}

/** The place after what begins with `<!` or `<?`: a comment, a document type. */
function declarationEnd(html: string, start: number, isForeign: boolean): number {
  const after = (text: string, from: number): number => {
    const at = html.indexOf(text, from);
    return at === -1 ? html.length : at + text.length;
  };
  if (isForeign && html.startsWith('<![CDATA[', start)) return after(']]>', start);
  if (!html.startsWith('<!--', start)) return after('>', start);
  // `<!-->` and `<!--->` are whole.
  if (html.startsWith('>', start + 4)) return start + 5;
  return Math.min(after('-->', start + 2), after('--!>', start + 4));
}

/** Tells the readers of every tag, in order. */
export function scanTags(html: string, ...readers: readonly TagReader[]): void {
  const wantsEnd = ({ wantsEnds }: TagReader): boolean => wantsEnds?.() === true;
  /** Depth in drawings and formulas, whose titles are elements like all others. */
  let foreign = 0;
  let next = 0;
  for (let start = html.indexOf('<'); start !== -1; start = html.indexOf('<', next)) {
    const code = html.charCodeAt(start + 1);
    if (isLetter(code)) {
      const tag = startTagAt(html, start);
      if (tag === null) return;
      next = start + tag.length;
      for (const reader of readers) reader.open(tag);
      if (tag.isForeign) {
        if (!tag.isSelfClosing) foreign++;
      } else if (tag.isRaw && (foreign === 0 || tag.name !== 'title')) {
        const end = rawEnd(html, tag.name, next);
        for (const reader of readers) reader.raw?.(tag, html.slice(next, end));
        next = end;
      }
    } else if (code === SLASH && isLetter(html.charCodeAt(start + 2))) {
      const end = html.indexOf('>', start);
      if (end === -1) return;
      next = end + 1;
      if (foreign === 0 && !readers.some(wantsEnd)) continue;
      const name = nameAt(html, start + 2, nameEnd(html, start + 2));
      if (foreign > 0 && FOREIGN.has(name)) foreign--;
      for (const reader of readers) if (wantsEnd(reader)) reader.close?.(name);
    } else if (code === SLASH || code === BANG || code === QUESTION) {
      next = declarationEnd(html, start, foreign > 0);
    } else next = start + 1;
  }
}
