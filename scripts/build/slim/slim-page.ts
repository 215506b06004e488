/** Takes out of a page the style rules that no element of it, now or after its scripts ran, can match. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { siteFiles } from '../../site/check-site.ts';
import type { TagReader } from '../../site/scan-tags.ts';
import { remembering } from '../remembering.ts';
import type { PageNames } from './page-names.ts';
import { readNames, wordsIn } from './page-names.ts';
import type { Ask } from './sheet.ts';
import { slimmableSheet, TEXT_CLASS } from './sheet.ts';
import { withSheets } from './sheet-marks.ts';

const STYLE_START = '<style>';
const STYLE_END = '</style>';
const SCRIPT_END = '.js';
const WORD_CHARACTER = /\w/;
const NAME_CHARACTER = /[\w.-]/;
const LONGEST_NAME = 200;

export type SlimPage = {
  /**
   * Its markup up to a style sheet, that sheet, the markup after it … Sheets are as long as all the rest, and the same
   * on many pages: whoever handles pages need not put them together.
   */
  pieces: readonly string[];
  /** What its style elements hold. */
  styles: ReadonlySet<string>;
};

/** Slims a page. Its tags are read once, for others too: all but the styles is the same before and after. */
export type Slimmer = (html: string, ...readers: TagReader[]) => SlimPage;

/**
 * A function that slims the pages of one site. What a page's scripts may add is known by their words: a class
 * or an element that is named anywhere in a script of the page, or in a script which that one names, stays.
 * @param scripts file name → text of every script of the site.
 * @param sheets the style sheets that are marked in the pages.
 */
export function slimmer(scripts: ReadonlyMap<string, string>, sheets: readonly string[] = []): Slimmer {
  const sheetOf = remembering((marked) => slimmableSheet(withSheets(marked, sheets)));
  const vocabularies = new Map<string, ReadonlySet<string>>();
  const vocabularyOf = (names: readonly string[]): ReadonlySet<string> => {
    const key = names.join(' ');
    const known = vocabularies.get(key) ?? wordsOf(names, scripts);
    vocabularies.set(key, known);
    return known;
  };
  return (html, ...readers) => {
    const names = readNames(html, readers);
    const styles = new Set(names.otherStyles);
    if (!html.includes(STYLE_START)) return { pieces: [html], styles };
    const named = scriptNames(html);
    const words = vocabularyOf([...scripts.keys()].filter((name) => named.has(name)));
    const meets = answers(names, words);
    const pieces = withStyles(html, (css) => {
      const left = sheetOf(css)(meets);
      if (left !== '') styles.add(left);
      return left;
    });
    return { pieces, styles };
  };
}

/** The page in pieces with every style sheet changed; one of which nothing is left goes. */
function withStyles(html: string, change: (css: string) => string): string[] {
  const pieces: string[] = [];
  let markup = '';
  let done = 0;
  for (let start = html.indexOf(STYLE_START); start !== -1; start = html.indexOf(STYLE_START, done)) {
    const end = html.indexOf(STYLE_END, start);
    if (end === -1) break;
    const css = change(html.slice(start + STYLE_START.length, end));
    markup += html.slice(done, start);
    if (css !== '') {
      pieces.push(markup + STYLE_START, css);
      markup = STYLE_END;
    }
    done = end + STYLE_END.length;
  }
  return [...pieces, markup + html.slice(done)];
}

/** What the page and the words of its scripts say to the questions of style rules. */
function answers(page: PageNames, words: ReadonlySet<string>): (ask: Ask) => boolean {
  const ownWords = new Set(page.scripts.flatMap(wordsIn));
  const maySay = (word: string): boolean => words.has(word) || ownWords.has(word);
  return ({ kind, name }) => {
    switch (kind) {
      case 'class':
        return page.classes.has(name) || maySay(name);
      case 'tag':
        return page.tags.has(name) || maySay(name);
      case 'inText':
        return page.inTexts.has(name) || maySay(TEXT_CLASS);
      case 'value':
        return page.values.has(name) || maySay(name) || !/^[\w-]+$/.test(name);
    }
  };
}

/** The file names of scripts in a text: looked for from their ends, of which there are few. */
function scriptNames(text: string): Set<string> {
  const names = new Set<string>();
  for (let end = text.indexOf(SCRIPT_END); end !== -1; end = text.indexOf(SCRIPT_END, end + 1)) {
    const after = end + SCRIPT_END.length;
    if (WORD_CHARACTER.test(text.charAt(after))) continue;
    let start = end;
    while (end - start < LONGEST_NAME && NAME_CHARACTER.test(text.charAt(start - 1))) start--;
    if (start < end) names.add(text.slice(start, after));
  }
  return names;
}

/** All words of some scripts and of those that they name. */
function wordsOf(names: readonly string[], scripts: ReadonlyMap<string, string>): Set<string> {
  const words = new Set<string>();
  const reached = new Set(names);
  for (const name of reached) {
    const text = scripts.get(name) ?? '';
    for (const word of wordsIn(text)) words.add(word);
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
