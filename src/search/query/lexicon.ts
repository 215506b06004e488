/** All words of the list, ready to be looked up in every way a visitor may write them. */
import type { CatalogueList } from '../list.ts';
import { letterMask } from './distance.ts';
import { words } from './normalise.ts';
import { stem } from './stem.ts';
import { GENERIC_STEMS, STOP_WORDS } from './stop-words.ts';
import { cyrillicReadings, soundKey } from './transliterate.ts';

/** How much a word tells about an entry, by where it stands. */
export const WEIGHT = {
  name: 10,
  subject: 6,
  synonym: 5,
  place: 4,
  detail: 3,
  inherited: 2,
} as const;

export interface Posting {
  readonly entry: number;
  weight: number;
}

export interface Term {
  readonly stem: string;
  readonly generic: boolean;
  /** The forms in which it occurs, folded. */
  readonly forms: string[];
  readonly postings: Posting[];
}

/** A text to be compared with a word that may hold errors. */
export interface Candidate {
  readonly term: Term;
  readonly text: string;
  readonly mask: number;
}

export class Lexicon {
  readonly terms: Term[] = [];
  /** How a folded form is printed, where that differs: черемушки → черёмушки. */
  readonly printed = new Map<string, string>();
  readonly byStem = new Map<string, Term>();
  readonly byForm = new Map<string, Term>();
  readonly bySound = new Map<string, Term[]>();
  /** Synonyms of several words: stems joined by spaces. */
  readonly phrases = new Map<string, Term>();
  /** Forms in order, for prefixes. */
  forms: string[] = [];
  /** Every stem and every form that leads somewhere, for the search of errors. */
  stems: Candidate[] = [];
  wholeForms: Candidate[] = [];

  /** The term of a folded form, made when new. */
  private term(form: string): Term {
    const known = this.byForm.get(form);
    if (known !== undefined) return known;
    const root = stem(form);
    let term = this.byStem.get(root);
    if (term === undefined) {
      term = { stem: root, generic: GENERIC_STEMS.has(root), forms: [], postings: [] };
      this.byStem.set(root, term);
      this.terms.push(term);
    }
    term.forms.push(form);
    this.byForm.set(form, term);
    return term;
  }

  /** Files an entry under the words of a text. Reads Latin words also in Cyrillic. */
  add(entry: number, text: string, weight: number): void {
    for (const part of text.toLowerCase().split(/[^\p{L}\p{N}]+/u)) {
      const [form] = words(part);
      if (form === undefined || STOP_WORDS.has(form)) continue;
      this.file(this.term(form), entry, weight);
      if (part !== form && part.normalize('NFC') !== form) this.printed.set(form, part.normalize('NFC'));
      for (const reading of cyrillicReadings(form)) this.file(this.term(reading), entry, weight);
    }
  }

  /** Files an entry under a name written as one word: ральфрингер. */
  addJoined(entry: number, name: string): void {
    const parts = words(name);
    if (parts.length < 2 || parts.length > 3) return;
    const spellings = [parts, parts.map((part) => cyrillicReadings(part)[0] ?? part)];
    for (const spelling of spellings) {
      const form = spelling.join('');
      this.file(this.term(form), entry, WEIGHT.name);
      this.printed.set(form, name.toLowerCase());
    }
  }

  /** Files entries under a synonym of one or several words; the first entry is meant most. */
  addSynonym(text: string, entries: readonly number[]): void {
    const parts = words(text).filter((part) => !STOP_WORDS.has(part));
    const terms = parts.map((part) => this.term(part));
    const [only] = terms;
    if (only === undefined) return;
    let target = only;
    if (terms.length > 1) {
      const key = terms.map((term) => term.stem).join(' ');
      target = this.phrases.get(key) ?? { stem: key, generic: false, forms: [key], postings: [] };
      this.phrases.set(key, target);
    }
    for (const [rank, entry] of entries.entries()) {
      this.file(target, entry, WEIGHT.synonym * Math.max(0.6, 1 - 0.02 * rank));
    }
  }

  private file(term: Term, entry: number, weight: number): void {
    const last = term.postings.at(-1);
    // Entries come in order, synonyms afterwards: only then is it necessary to look further back.
    const known =
      last === undefined || last.entry < entry
        ? undefined
        : term.postings.find((posting) => posting.entry === entry);
    if (known === undefined) term.postings.push({ entry, weight });
    else known.weight = Math.max(known.weight, weight);
  }

  /** To be called once after the last word. */
  finish(): void {
    this.forms = [...this.byForm.keys()].sort();
    for (const term of this.terms) {
      if (term.postings.length === 0) continue;
      this.stems.push({ term, text: term.stem, mask: letterMask(term.stem) });
      for (const text of term.forms) this.wholeForms.push({ term, text, mask: letterMask(text) });
      for (const form of new Set([term.stem, ...term.forms])) {
        push(this.bySound, soundKey(form), term);
      }
    }
  }

  /** Terms that have a form with this beginning. */
  withPrefix(prefix: string, limit: number): Term[] {
    const found = new Set<Term>();
    for (let i = lowerBound(this.forms, prefix); i < this.forms.length && found.size < limit; i++) {
      const form = this.forms[i] ?? '';
      if (!form.startsWith(prefix)) break;
      const term = this.byForm.get(form);
      if (term !== undefined && term.postings.length > 0) found.add(term);
    }
    return [...found];
  }
}

function push(map: Map<string, Term[]>, key: string, term: Term): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [term]);
  else if (!known.includes(term)) known.push(term);
}

function lowerBound(sorted: readonly string[], value: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What follows «для», «из», «в том числе» describes the subject; it is not the subject. */
const DETAIL = /\s(?:для|в том числе|по|после)\s/;

/** The lexicon of a list; `withSynonyms` is false only while the list itself is being built. */
export function buildLexicon(list: CatalogueList, withSynonyms = true): Lexicon {
  const lexicon = new Lexicon();
  const groupOf = (kind: string) => list.groups.find((group) => group.kind === kind);
  const [industries, okrugs, formats] = [groupOf('industry'), groupOf('okrug'), groupOf('format')];
  let entry = 0;
  for (const group of list.groups) {
    for (let i = 0; i < group.ids.length; i++, entry++) {
      const [title = '', note = '', more = ''] = [group.titles[i], group.notes[i], group.more[i]];
      lexicon.add(entry, title, WEIGHT.name);
      lexicon.add(entry, more, WEIGHT.name);
      const split = note.search(DETAIL);
      lexicon.add(entry, split === -1 ? note : note.slice(0, split), WEIGHT.subject);
      if (split !== -1) lexicon.add(entry, note.slice(split), WEIGHT.detail);
      if (group.kind !== 'enterprise') continue;
      for (const name of [title, ...quotedNames(title), ...more.split(';')]) lexicon.addJoined(entry, name);
      lexicon.add(entry, list.tags.places[i] ?? '', WEIGHT.place);
      inherit(lexicon, entry, industries, list.tags.industries[i], WEIGHT.inherited);
      inherit(lexicon, entry, okrugs, list.tags.okrugs[i], WEIGHT.place);
      for (const digit of list.tags.formats[i] ?? '') {
        inherit(lexicon, entry, formats, parseInt(digit, 36), WEIGHT.inherited);
      }
    }
  }
  if (withSynonyms) {
    for (const [spoken, entries] of list.synonyms) {
      for (const text of spoken) lexicon.addSynonym(text, entries);
    }
  }
  lexicon.finish();
  return lexicon;
}

function inherit(
  lexicon: Lexicon,
  entry: number,
  group: CatalogueList['groups'][number] | undefined,
  index: number | undefined,
  weight: number,
): void {
  if (group === undefined || index === undefined || index < 0) return;
  lexicon.add(entry, `${group.titles[index] ?? ''} ${group.more[index] ?? ''}`, weight);
}

function quotedNames(title: string): string[] {
  return [...title.matchAll(/«([^»]+)»/g)].map((match) => match[1] ?? '');
}
