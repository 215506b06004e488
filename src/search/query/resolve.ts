/** One typed word to the catalogue's own words: as it is, by another keyboard or alphabet, then by error. */
import { isDerivation, kindred } from './derive.ts';
import { bits, distance, errorBudget, letterMask, SLIP } from './distance.ts';
import { asLatinKeys, asRussianKeys } from './layout.ts';
import type { Candidate, Lexicon, Term } from './lexicon.ts';
import { fold, words } from './normalise.ts';
import { stem } from './stem.ts';
import { ORDINARY_WORDS, STOP_WORDS } from './stop-words.ts';
import { cyrillicReadings, soundKey } from './transliterate.ts';

export interface Match {
  readonly term: Term;
  /** 1 as typed, less the more had to be assumed. */
  readonly quality: number;
}

/** What one word of the query may mean. Nothing is known of a word without matches. */
export interface Slot {
  readonly matches: readonly Match[];
  /** How the page names it: as typed, or the catalogue's word that was taken for it. */
  readonly shown: string;
  readonly corrected: boolean;
  /** Taken for what it is or begins with, not for a word with errors. */
  readonly sure: boolean;
  readonly stems: readonly string[];
}

const QUALITY = {
  exact: 1,
  otherAlphabet: 0.95,
  derived: 0.75,
  prefix: 0.7,
  prefixOfWhole: 0.5,
  sound: 0.85,
  error: 0.75,
} as const;

const MOST_PREFIXES = 40;

/** The slots of one chunk between spaces; a stop word gives none, «билль-данн» gives two. */
export function resolveChunk(chunk: string, lexicon: Lexicon, last: boolean): Slot[] {
  const typed = words(chunk);
  const plain = typed.map((word) =>
    STOP_WORDS.has(word) ? null : (known(word, lexicon, last) ?? undefined),
  );
  if (typed.length > 0 && plain.every((slot) => slot !== undefined)) return plain.filter((s) => s !== null);

  const otherKeys = layoutWords(chunk);
  if (otherKeys.length > 0) {
    const toLatin = /[а-яё]/i.test(chunk);
    const slots = otherKeys.map((word) =>
      STOP_WORDS.has(word) ? null : known(word, lexicon, last && !toLatin),
    );
    const found = slots.filter((slot) => slot !== null);
    if (found.length > 0 && otherKeys.every((word, i) => slots[i] !== null || STOP_WORDS.has(word))) {
      return found.map((slot) => asCorrection(slot, QUALITY.otherAlphabet));
    }
    if (found.length === 0 && otherKeys.every((word) => STOP_WORDS.has(word)) && chunk.length > 1) return [];
  }
  // Signs inside an unknown chunk may be letters of the other keyboard: one unknown word, not several.
  if (otherKeys.length === 1 && typed.length > 1 && plain.every((slot) => slot === undefined)) {
    return [guessedByKeys(otherKeys, lexicon) ?? unknown(otherKeys[0] ?? chunk)];
  }
  return typed.flatMap((word, i): Slot[] => {
    const slot = plain[i];
    if (slot === null) return [];
    if (slot !== undefined) return [slot];
    const parts = split(word, lexicon) ?? compound(word, lexicon);
    if (parts !== null) return parts;
    const guess =
      guessed(word, lexicon, last) ?? (typed.length === 1 ? guessedByKeys(otherKeys, lexicon) : null);
    return [guess ?? unknown(word)];
  });
}

function unknown(word: string): Slot {
  return { matches: [], shown: word, corrected: false, sure: false, stems: [stem(word)] };
}

function layoutWords(chunk: string): string[] {
  if (/[a-z]/i.test(chunk) || !/[а-яё]/i.test(chunk)) return words(asRussianKeys(chunk));
  // Russian keys for a Latin name (сщсф → coca) or for a Russian one in Latin letters (ьшлкщт → mikron).
  return words(asLatinKeys(fold(chunk))).filter((word) => word.length > 3);
}

function asCorrection(slot: Slot, factor: number): Slot {
  return {
    ...slot,
    corrected: true,
    matches: slot.matches.map((match) => ({ term: match.term, quality: match.quality * factor })),
  };
}

/** The word as it stands, in its forms, as a beginning, or in Latin letters; null when the list has no such word. */
function known(word: string, lexicon: Lexicon, last: boolean): Slot | null {
  const direct = asWritten(word, lexicon, last);
  if (direct !== null) return direct;
  for (const reading of cyrillicReadings(word)) {
    const found = asWritten(reading, lexicon, last && word.length > 2) ?? bySound(reading, lexicon, 2);
    if (found !== null) return asCorrection(found, QUALITY.otherAlphabet);
  }
  return null;
}

function asWritten(word: string, lexicon: Lexicon, last: boolean): Slot | null {
  const root = stem(word);
  const matches: Match[] = [];
  const form = lexicon.byForm.get(word);
  if (form === undefined && ORDINARY_WORDS.has(word)) return null;
  const exact = form ?? lexicon.byStem.get(root);
  if (exact !== undefined) matches.push({ term: exact, quality: QUALITY.exact });
  const digits = /^\d+$/.test(word);
  if (!digits && exact?.generic !== true && word.length >= (last ? 2 : 4)) {
    const quality = exact === undefined ? QUALITY.prefix : QUALITY.prefixOfWhole;
    if (exact === undefined || word.length > 2) {
      for (const term of lexicon.withPrefix(word, MOST_PREFIXES)) {
        if (term !== exact) matches.push({ term, quality });
      }
    }
  }
  if (root.length >= 5) {
    // Snowball takes автомобили for a verb: forms of nearly the same length on the same stem are the same word.
    for (const term of lexicon.withPrefix(root, MOST_PREFIXES)) {
      const close = term.forms.some((each) => each.startsWith(root) && each.length <= word.length + 2);
      if (close && term !== exact) matches.push({ term, quality: QUALITY.otherAlphabet });
    }
  }
  if (exact === undefined) {
    const derived = kindred(root, lexicon);
    if (derived !== null) matches.push({ term: derived, quality: QUALITY.derived });
  }
  if (matches.length === 0) return null;
  return { matches, shown: print(word, lexicon), corrected: false, sure: true, stems: [exact?.stem ?? root] };
}

function bySound(word: string, lexicon: Lexicon, shortest: number): Slot | null {
  const terms = new Set<Term>();
  for (const form of [word, stem(word)]) {
    const key = soundKey(form);
    if (key.length >= shortest) for (const term of lexicon.bySound.get(key) ?? []) terms.add(term);
  }
  return slotOf(word, [...terms], QUALITY.sound, lexicon);
}

function slotOf(word: string, terms: readonly Term[], quality: number, lexicon: Lexicon): Slot | null {
  const meaning = terms.filter((term) => term.postings.length > 0);
  const [first] = meaning;
  if (first === undefined) return null;
  return {
    matches: meaning.map((term) => ({ term, quality })),
    shown: print(nearestForm(word, first), lexicon),
    corrected: true,
    sure: false,
    stems: [first.stem],
  };
}

/** ральфрингер → ральф рингер: two words of the list without the space. */
function split(word: string, lexicon: Lexicon): Slot[] | null {
  for (let at = 3; at <= word.length - 3; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    const terms = parts.map((part) => lexicon.byForm.get(part));
    if (terms.some((term) => term === undefined || term.postings.length === 0)) continue;
    const slots = parts.map((part) => asWritten(part, lexicon, false));
    if (slots.every((slot) => slot !== null))
      return slots.map((slot) => asCorrection(slot, QUALITY.otherAlphabet));
  }
  return null;
}

/** нефтезавод → нефть, завод: a beginning that the list knows, a linking vowel, and what half of the list is. */
function compound(word: string, lexicon: Lexicon): Slot[] | null {
  for (let at = 5; at <= word.length - 4; at++) {
    const second = lexicon.byStem.get(stem(word.slice(at)));
    if (second?.generic !== true || !/[ое]$/.test(word.slice(0, at))) continue;
    const matches = lexicon
      .withPrefix(word.slice(0, at - 1), MOST_PREFIXES)
      .map((term) => ({ term, quality: QUALITY.prefix }));
    const [first] = matches;
    if (first === undefined) continue;
    return [{ matches, shown: word, corrected: false, sure: true, stems: [first.term.stem] }];
  }
  return null;
}

/** The word as one with errors in it: first what sounds the same, then the nearest words. */
function guessed(word: string, lexicon: Lexicon, last: boolean): Slot | null {
  if (ORDINARY_WORDS.has(word)) return null;
  for (const reading of [word, ...cyrillicReadings(word)]) {
    const latin = reading !== word;
    const found = bySound(reading, lexicon, 4) ?? nearest(reading, lexicon, last, latin);
    if (found !== null) return found;
  }
  return derivedGuess(word, lexicon);
}

/** шоколодная → шоколад: an error in what a word is derived from; only in long words. */
function derivedGuess(word: string, lexicon: Lexicon): Slot | null {
  const root = stem(word);
  for (let end = root.length - 1; end >= 6; end--) {
    if (!isDerivation(root.slice(end))) continue;
    const { terms, cost } = fewestErrors(root.slice(0, end), lexicon.stems, 0.6);
    const found = slotOf(word, terms, QUALITY.error - 0.1 - 0.1 * cost, lexicon);
    if (found !== null) return found;
  }
  return null;
}

/** A wrong layout and an error in it: only for words long enough to be sure of. */
function guessedByKeys(otherKeys: readonly string[], lexicon: Lexicon): Slot | null {
  const [word] = otherKeys;
  return otherKeys.length === 1 && word !== undefined && word.length >= 6
    ? (bySound(word, lexicon, 5) ?? nearest(word, lexicon, false, true))
    : null;
}

/** The words with the fewest errors, within what a word of this length may carry. */
function nearest(word: string, lexicon: Lexicon, last: boolean, strict: boolean): Slot | null {
  if (/\d/.test(word)) return null;
  const factor = strict ? 0.75 : 1;
  const root = stem(word);
  // Stems first: endings are no errors. An error may also hide the stem: then whole forms.
  let found = fewestErrors(root, lexicon.stems, factor);
  if (found.terms.length === 0 && word.length > 5) found = fewestErrors(word, lexicon.wholeForms, factor);
  if (found.terms.length === 0 && last && word.length >= 5 && !strict) {
    const beginnings = lexicon.wholeForms
      .filter(({ text }) => text.length > word.length && text.startsWith(word.charAt(0)))
      .map(({ term, text }) => ({
        term,
        text: text.slice(0, word.length),
        mask: letterMask(text.slice(0, word.length)),
      }));
    found = fewestErrors(word, beginnings, 0.9);
  }
  return slotOf(word, found.terms, QUALITY.error - 0.1 * found.cost, lexicon);
}

function fewestErrors(
  word: string,
  candidates: readonly Candidate[],
  factor: number,
): { terms: Term[]; cost: number } {
  const mask = letterMask(word);
  let cost = Infinity;
  let terms = new Set<Term>();
  for (const { term, text, mask: other } of candidates) {
    const shorter = Math.min(word.length, text.length);
    const budget = Math.min(errorBudget(shorter) * factor, cost);
    const most = Math.ceil(budget / SLIP);
    if (budget < SLIP || Math.abs(word.length - text.length) > most) continue;
    if (bits(mask & ~other) > most || bits(other & ~mask) > most) continue;
    const found = distance(word, text, budget);
    if (found > cost || found === Infinity) continue;
    if (found < cost) terms = new Set();
    cost = found;
    terms.add(term);
  }
  return { terms: [...terms], cost };
}

function nearestForm(word: string, term: Term): string {
  let [best, form] = [Infinity, term.forms[0] ?? word];
  for (const each of term.forms) {
    const cost = distance(word, each, 6);
    if (cost < best) [best, form] = [cost, each];
  }
  return form;
}

function print(form: string, lexicon: Lexicon): string {
  return lexicon.printed.get(form) ?? form;
}
