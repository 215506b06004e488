/** Takes out of a page the style rules that no element of it, now or after its scripts ran, can match. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Parser } from 'htmlparser2';
import { siteFiles } from '../../site/check-site.ts';
import type { Selector, StyleNode } from './style-rules.ts';
import { readStyles, writeStyles } from './style-rules.ts';

const STYLE = /<style>([^]*?)<\/style>/g;
const INLINE_SCRIPT = /<script>([^]*?)<\/script>/g;
const CLASS = /\sclass=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g;
const TAG = /<([a-z][\w-]*)/gi;
const WORD = /[\w-]+/g;
/** What editors write stands in elements of this class; no script adds anything to it. */
const TEXT_CLASS = 'prose';
const SCRIPT_END = /\.js\b/g;
const NAME_BEFORE = /[\w.-]*$/;
const LONGEST_NAME = 200;

const NOTHING: ReadonlySet<string> = new Set();

/** Space beside these is never shown: they stand in lines of their own, or as items of a flexible row. */
const BLOCK =
  '(?:li|ul|ol|p|div|section|h[1-6]|fieldset|details|summary|header|nav|footer|main|dl|dt|dd|form)';
const SPACE_AFTER = new RegExp(`(</?${BLOCK}(?:\\s[^>]*)?>)\\s+`, 'g');
const SPACE_BEFORE = new RegExp(`\\s+(?=</?${BLOCK}[\\s>])`, 'g');
/** Inside a drawing no space is shown. */
const SPACE_IN_DRAWING = /(<(?:svg|path|rect|\/path|\/rect)\b[^>]*>)\s+(?=<)/g;
/** What keeps its spaces: code, fields, scripts, data, styles. */
const VERBATIM = /(<(pre|textarea|script|style|title)\b[^]*?<\/\2>)/;

/** A page without the spaces between blocks that the templates leave. */
export function withoutIdleSpace(html: string): string {
  // Two groups: text, verbatim element, its name, text …
  return html
    .split(VERBATIM)
    .map((part, i) => {
      if (i % 3 === 0)
        return part.replace(SPACE_AFTER, '$1').replace(SPACE_BEFORE, '').replace(SPACE_IN_DRAWING, '$1');
      return i % 3 === 1 ? part : '';
    })
    .join('');
}

export type Slimmer = (html: string) => string;

/**
 * A function that slims the pages of one site. What a page's scripts may add is known by their words: a class
 * or an element that is named anywhere in a script of the page, or in a script which that one names, stays.
 * @param scripts file name → text of every script of the site.
 */
export function slimmer(scripts: ReadonlyMap<string, string>): Slimmer {
  const sheets = new Map<string, StyleNode[]>();
  const sheetOf = (css: string): StyleNode[] => {
    const known = sheets.get(css) ?? readStyles(css);
    sheets.set(css, known);
    return known;
  };
  const vocabularies = new Map<string, ReadonlySet<string>>();
  const vocabularyOf = (names: readonly string[]): ReadonlySet<string> => {
    const key = names.join(' ');
    const known = vocabularies.get(key) ?? wordsOf(names, scripts);
    vocabularies.set(key, known);
    return known;
  };
  return (html) => {
    if (!html.includes('<style>')) return html;
    const markup = html.replace(STYLE, '');
    const inline = [...markup.matchAll(INLINE_SCRIPT)].map((match) => match[1] ?? '');
    const named = scriptNames(markup);
    const words = vocabularyOf([...scripts.keys()].filter((name) => named.has(name)));
    const ownWords = new Set(inline.flatMap((text) => text.match(WORD) ?? []));
    const classes = new Set<string>();
    for (const [, double, single, bare] of markup.matchAll(CLASS)) {
      for (const name of (double ?? single ?? bare ?? '').split(/\s+/)) classes.add(name);
    }
    const tags = new Set(Array.from(markup.matchAll(TAG), (match) => (match[1] ?? '').toLowerCase()));
    const has = (name: string, here: ReadonlySet<string>): boolean =>
      here.has(name) || words.has(name) || ownWords.has(name);
    const texts = tagsInTexts(markup);
    const hasValue = remembering(
      (value) =>
        words.has(value) || ownWords.has(value) || !/^[\w-]+$/.test(value) || markup.includes(`="${value}"`),
    );
    const inText = (selector: Selector): boolean =>
      !selector.text.startsWith(`.${TEXT_CLASS}`) ||
      has(TEXT_CLASS, NOTHING) ||
      selector.tags.every((name) => texts.has(name));
    return html.replace(STYLE, (_, css: string) => {
      const slim = writeStyles(
        sheetOf(css),
        (selector) =>
          selector.classes.every((name) => has(name, classes)) &&
          selector.tags.every((name) => has(name, tags)) &&
          selector.values.every(hasValue) &&
          inText(selector),
      );
      return slim === '' ? '' : `<style>${slim}</style>`;
    });
  };
}

/** The file names of scripts in a text: looked for from their ends, of which there are few. */
function scriptNames(text: string): Set<string> {
  const names = new Set<string>();
  for (const { index } of text.matchAll(SCRIPT_END)) {
    const name = NAME_BEFORE.exec(text.slice(Math.max(0, index - LONGEST_NAME), index))?.[0] ?? '';
    if (name !== '') names.add(`${name}.js`);
  }
  return names;
}

/** The same answers, each found once. */
function remembering(ask: (value: string) => boolean): (value: string) => boolean {
  const answers = new Map<string, boolean>();
  return (value) => {
    const known = answers.get(value) ?? ask(value);
    answers.set(value, known);
    return known;
  };
}

/** The element types that stand inside the texts of editors; the page is read only where such texts are. */
function tagsInTexts(markup: string): Set<string> {
  const found = new Set<string>();
  const first = markup.indexOf(TEXT_CLASS);
  if (first === -1) return found;
  const last = markup.lastIndexOf(TEXT_CLASS);
  const start = markup.lastIndexOf('<', first);
  let depth = 0;
  const parser = new Parser({
    onopentag: (name, { class: names }) => {
      if (depth > 0) {
        depth++;
        found.add(name);
      } else if (names?.split(/\s+/).includes(TEXT_CLASS) === true) depth = 1;
    },
    onclosetag: () => {
      if (depth > 0) depth--;
      if (depth === 0 && start + parser.startIndex > last) parser.pause();
    },
  });
  parser.write(markup.slice(start));
  return found;
}

/** All words of some scripts and of those that they name. */
function wordsOf(names: readonly string[], scripts: ReadonlyMap<string, string>): Set<string> {
  const words = new Set<string>();
  const reached = new Set(names);
  for (const name of reached) {
    const text = scripts.get(name) ?? '';
    for (const word of text.match(WORD) ?? []) words.add(word);
    for (const other of scriptNames(text)) if (scripts.has(other)) reached.add(other);
  }
  return words;
}

/** The scripts of a built site by file name; what a search engine of the pages brings along has no pages of ours. */
export async function readScripts(dir: string): Promise<Map<string, string>> {
  const names = (await siteFiles(dir)).filter((name) => name.startsWith('_astro/') && name.endsWith('.js'));
  return new Map(
    await Promise.all(
      names.map(async (name) => [path.basename(name), await readFile(path.join(dir, name), 'utf8')] as const),
    ),
  );
}
