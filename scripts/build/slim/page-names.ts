/** The names that a page's own markup has, by which style rules choose their elements. */
import type { TagReader } from '../../site/scan-tags.ts';
import { scanTags } from '../../site/scan-tags.ts';
import type { StartTag } from '../../site/start-tag.ts';
import { TEXT_CLASS } from './sheet.ts';

export type PageNames = {
  classes: Set<string>;
  tags: Set<string>;
  /** Short values of attributes: those that rules ask for are single words. */
  values: Set<string>;
  /** The element types that stand inside the texts of editors. */
  inTexts: Set<string>;
  /** The code that stands in the page itself. */
  scripts: string[];
  /** Styles in elements with attributes, which stay as they are. */
  otherStyles: string[];
};

const WORD = /[\w-]+/g;
const LONGEST_VALUE = 32;
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

export const wordsIn = (text: string): readonly string[] => text.match(WORD) ?? [];

/** Follows what is open inside the texts of editors. An end tag that is left out only makes a text longer. */
function textFollower(found: Set<string>): {
  open: (tag: StartTag) => void;
  close: (name: string) => void;
  wantsEnds: () => boolean;
} {
  const stack: string[] = [];
  return {
    open: (tag) => {
      if (stack.length > 0) found.add(tag.name);
      else if (!tag.classes.includes(TEXT_CLASS)) return;
      if (!VOID.has(tag.name)) stack.push(tag.name);
    },
    wantsEnds: () => stack.length > 0,
    close: (name) => {
      const place = stack.lastIndexOf(name);
      if (place !== -1) stack.length = place;
      // Browsers make an element of a `</p>` that closes nothing.
      else found.add(name);
    },
  };
}

/** Reads the names of a page, for the other readers too. */
export function readNames(html: string, readers: readonly TagReader[]): PageNames {
  const names: PageNames = {
    classes: new Set(),
    tags: new Set(),
    values: new Set(),
    inTexts: new Set(),
    scripts: [],
    otherStyles: [],
  };
  const texts = textFollower(names.inTexts);
  const seen = new Set<StartTag>();
  const nameReader: TagReader = {
    open(tag) {
      texts.open(tag);
      if (seen.has(tag)) return;
      seen.add(tag);
      names.tags.add(tag.name);
      for (const one of tag.classes) names.classes.add(one);
      for (const value of tag.written) if (value.length <= LONGEST_VALUE) names.values.add(value);
    },
    close: texts.close,
    wantsEnds: texts.wantsEnds,
    raw(tag, text) {
      if (tag.name === 'script' && !tag.attributes.includes('type')) names.scripts.push(text);
      if (tag.name === 'style' && tag.attributes.length > 0) names.otherStyles.push(text);
    },
  };
  scanTags(html, nameReader, ...readers);
  return names;
}
