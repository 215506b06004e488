/** The start tags of pages. Most stand on every page: each is read once and then known by its text. */
import { decodedValue } from './references.ts';

/** Elements whose content is no markup: it goes on to their own end tag. */
const RAW = new Set(['script', 'style', 'title', 'textarea', 'iframe', 'noembed', 'noframes', 'xmp']);
/** Drawings and formulas. */
export const FOREIGN: ReadonlySet<string> = new Set(['svg', 'math']);

const TAB = 9;
const VERTICAL_TAB = 11;
const RETURN = 13;
const SPACE = 32;
const DOUBLE = 34;
const SINGLE = 39;
const SLASH = 47;
const EQUALS = 61;
const GREATER = 62;
const UPPER_A = 65;
const LOWER_A = 97;
const LOWER_Z = 122;
const CASE = 32;

export const isSpace = (code: number): boolean =>
  code === SPACE || (code >= TAB && code <= RETURN && code !== VERTICAL_TAB);
export const isLetter = (code: number): boolean => (code | CASE) >= LOWER_A && (code | CASE) <= LOWER_Z;
export const isNameEnd = (code: number): boolean => code === GREATER || code === SLASH || isSpace(code);

/** Where the name that begins at `from` ends. */
export function nameEnd(html: string, from: number): number {
  let at = from;
  while (at < html.length && !isNameEnd(html.charCodeAt(at))) at++;
  return at;
}

/** The name in lower case, which nearly all are written in. */
export function nameAt(html: string, start: number, end: number): string {
  const name = html.slice(start, end);
  for (let at = start; at < end; at++) {
    const code = html.charCodeAt(at);
    if (code >= UPPER_A && code < LOWER_A) return name.toLowerCase();
  }
  return name;
}

/** A start tag. */
export class StartTag {
  readonly name: string;
  /** Names of attributes in lower case, each once: of twins the first counts. */
  readonly attributes: string[] = [];
  /** Their values as written, by the place of the name; an attribute without a value has an empty one. */
  readonly written: string[] = [];
  /** What its class attribute names. */
  readonly classes: readonly string[];
  /** How long it is on the page; -1 when the page ends in it. */
  readonly length: number;
  readonly isSelfClosing: boolean;
  readonly isRaw: boolean;
  readonly isForeign: boolean;

  /** Reads the tag that begins with the `<` at `start`. */
  constructor(html: string, start: number) {
    const named = nameEnd(html, start + 1);
    this.name = nameAt(html, start + 1, named);
    const end = this.#readAttributes(html, named);
    this.classes = this.#written('class')?.split(/\s+/) ?? [];
    this.length = end === -1 ? -1 : end - start;
    this.isSelfClosing = html.charCodeAt(end - 2) === SLASH;
    this.isRaw = RAW.has(this.name);
    this.isForeign = FOREIGN.has(this.name);
  }

  /** The value of an attribute with its character references resolved. */
  get(attribute: string): string | undefined {
    const value = this.#written(attribute);
    return value === undefined ? undefined : decodedValue(value);
  }

  #written(attribute: string): string | undefined {
    return this.written[this.attributes.indexOf(attribute)];
  }

  /** @returns the place after the tag's end; -1 when the page ends before */
  #readAttributes(html: string, from: number): number {
    let at = from;
    while (at < html.length) {
      const code = html.charCodeAt(at);
      if (code === GREATER) return at + 1;
      at = code === SLASH || isSpace(code) ? at + 1 : this.#readOne(html, at);
    }
    return -1;
  }

  #readOne(html: string, start: number): number {
    let at = start + 1;
    while (at < html.length && !isNameEnd(html.charCodeAt(at)) && html.charCodeAt(at) !== EQUALS) at++;
    const name = nameAt(html, start, at);
    let equals = at;
    while (isSpace(html.charCodeAt(equals))) equals++;
    if (html.charCodeAt(equals) !== EQUALS) return this.#keep(name, '', at);
    let from = equals + 1;
    while (isSpace(html.charCodeAt(from))) from++;
    const quote = html.charCodeAt(from);
    if (quote === DOUBLE || quote === SINGLE) {
      const end = html.indexOf(quote === DOUBLE ? '"' : "'", from + 1);
      return end === -1 ? html.length : this.#keep(name, html.slice(from + 1, end), end + 1);
    }
    let end = from;
    while (end < html.length && html.charCodeAt(end) !== GREATER && !isSpace(html.charCodeAt(end))) end++;
    return this.#keep(name, html.slice(from, end), end);
  }

  #keep(name: string, value: string, end: number): number {
    if (!this.attributes.includes(name)) {
      this.attributes.push(name);
      this.written.push(value);
    }
    return end;
  }
}

const known = new Map<string, StartTag>();
/** More tags than a site has on many pages; those of one page only must not fill the memory. */
const MOST_KNOWN = 5000;
const LONGEST_KNOWN = 200;

/** The tag that begins with the `<` at `start`; null when the page ends in it. */
export function startTagAt(html: string, start: number): StartTag | null {
  const length = html.indexOf('>', start) + 1 - start;
  if (length > LONGEST_KNOWN) return whole(new StartTag(html, start));
  const text = html.slice(start, start + length);
  const earlier = known.get(text);
  if (earlier !== undefined) return earlier;
  // A text of its own: one cut out of a page would keep the whole page in memory.
  const own = Buffer.from(text, 'utf16le').toString('utf16le');
  const tag = new StartTag(own, 0);
  // A `>` that stands inside a value ends nothing.
  if (tag.length !== length) return whole(new StartTag(html, start));
  if (known.size === MOST_KNOWN) known.clear();
  known.set(own, tag);
  return tag;
}

function whole(tag: StartTag): StartTag | null {
  return tag.length === -1 ? null : tag;
}
