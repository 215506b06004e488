/** Instant answers: a query and the list's lexicon in, ranked entries out. Pure; runs at every key. */
import type { CatalogueList, Kind } from '../list.ts';
import { ageQuestion } from './age.ts';
import { buildLexicon, WEIGHT } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { chunks, fold, MAX_QUERY_LENGTH, words } from './normalise.ts';
import type { Slot } from './resolve.ts';
import { resolveChunk } from './resolve.ts';
import { GENERIC_STEMS } from './stop-words.ts';

export interface Hit {
  readonly kind: Kind;
  /** Number of the entry counted through all groups. */
  readonly entry: number;
  /** Number of the entry in its group. */
  readonly index: number;
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly score: number;
}

export interface Answer {
  readonly hits: readonly Hit[];
  /** What was looked for instead of what was typed, or null when it was taken as typed. */
  readonly shown: string | null;
  /** The age asked for, or null. */
  readonly age: number | null;
  /** The words to mark in titles: stems, folded. */
  readonly marks: readonly string[];
}

export interface Engine {
  readonly list: CatalogueList;
  readonly lexicon: Lexicon;
  readonly places: readonly { readonly group: number; readonly index: number }[];
  /** Whole names, folded, and their entries. */
  readonly names: ReadonlyMap<string, number>;
}

export interface SearchOptions {
  /** Take the query as typed: no other keyboard, alphabet or spelling («Искать „vbrhjy“»). */
  readonly literally?: boolean;
}

const NOTHING: Answer = { hits: [], shown: null, age: null, marks: [] };

const GENERIC_WEIGHT = 0.25;
/** Part of the query's weight that an entry must answer. */
const ENOUGH = 0.6;
/** One of two words suffices only when it names the entry or its subject. */
const HALF = 0.5;
/** Matches of at least this quality are the word itself, whatever keyboard or alphabet it came from. */
const SURE = 0.9;
const RELATIVE_LIMIT = 0.35;
const STANDING = [1, 0.93, 0.9];
const PAST_SEASON = 0.8;
/** A name is written in at most so many words, and a part of one is at most so long. */
const MOST_PARTS = 4;
const LONGEST_PART = 6;

/** Prepares a list for searching; about 10 ms for 150 enterprises. */
export function prepare(list: CatalogueList): Engine {
  const places = list.groups.flatMap((group, at) => group.ids.map((_, index) => ({ group: at, index })));
  const names = new Map<string, number>();
  let entry = 0;
  for (const group of list.groups) {
    for (const [index, title] of group.titles.entries()) {
      for (const name of [title, ...(group.more[index] ?? '').split(';'), /«(.+)»/.exec(title)?.[1] ?? '']) {
        const key = words(name).join(' ');
        if (key !== '' && !names.has(key)) names.set(key, entry);
      }
      entry++;
    }
  }
  return { list, lexicon: buildLexicon(list), places, names };
}

/** Ranked answers. Any text is a query: nonsense finds nothing and throws nothing. */
export function search(engine: Engine, query: string, options: SearchOptions = {}): Answer {
  const cut = query.slice(0, MAX_QUERY_LENGTH);
  const age = options.literally === true ? null : ageQuestion(fold(cut).replace(/\s+/g, ' ').trim());
  const slots = withPhrases(
    slotsOf(age?.rest ?? cut, engine.lexicon, options.literally === true),
    engine.lexicon,
  );
  if (slots.length === 0) return age === null ? NOTHING : { ...NOTHING, age: age.age };
  const hits = rank(slots, engine, words(cut).join(' '), age?.age ?? null);
  const corrected = slots.some((slot) => slot.corrected) && hits.length > 0;
  return {
    hits,
    shown: corrected ? slots.map((slot) => slot.shown).join(' ') : null,
    age: age?.age ?? null,
    marks: slots.flatMap((slot) => slot.matches.map((match) => match.term.stem)),
  };
}

function slotsOf(query: string, lexicon: Lexicon, literally: boolean): Slot[] {
  const parts = joined(chunks(query), lexicon);
  const slots = parts.flatMap((part, i) => resolveChunk(part, lexicon, i === parts.length - 1));
  return literally
    ? slots.map((slot) => (slot.corrected ? { ...slot, matches: [], corrected: false } : slot))
    : [...together(parts, slots, lexicon)];
}

/** микро электроника → микроэлектроника, связь строй деталь → связьстройдеталь, when the list has it as one word. */
function joined(parts: readonly string[], lexicon: Lexicon): string[] {
  const result: string[] = [];
  for (let i = 0; i < parts.length;) {
    let taken = 1;
    for (let length = Math.min(MOST_PARTS, parts.length - i); length > 1; length--) {
      const together = fold(parts.slice(i, i + length).join(''));
      const term = /^\p{L}+$/u.test(together) ? lexicon.byForm.get(together) : undefined;
      if (term === undefined || term.postings.length === 0) continue;
      result.push(together);
      taken = length;
      break;
    }
    if (taken === 1) result.push(parts[i] ?? '');
    i += taken;
  }
  return result;
}

/** вим биль дан → вимм-билль-данн: short words, one of which the list does not know, taken as one name. */
function together(parts: readonly string[], slots: readonly Slot[], lexicon: Lexicon): readonly Slot[] {
  const strange = slots.some((slot) => slot.matches.length === 0);
  if (!strange || parts.length < 2 || parts.length > MOST_PARTS) return slots;
  if (parts.some((part) => part.length > LONGEST_PART || !/^\p{L}+$/u.test(part))) return slots;
  const whole = resolveChunk(parts.join(''), lexicon, false);
  return whole.some((slot) => slot.matches.length > 0) ? whole : slots;
}

/** Synonyms of several words take the place of their words. */
function withPhrases(slots: readonly Slot[], lexicon: Lexicon): Slot[] {
  const result: Slot[] = [];
  for (let i = 0; i < slots.length;) {
    let taken = 1;
    for (let length = Math.min(4, slots.length - i); length > 1; length--) {
      const run = slots.slice(i, i + length);
      const phrase = lexicon.phrases.get(run.flatMap((slot) => slot.stems).join(' '));
      if (phrase === undefined) continue;
      result.push({
        matches: [{ term: phrase, quality: 1 }],
        shown: run.map((slot) => slot.shown).join(' '),
        corrected: run.some((slot) => slot.corrected),
        sure: true,
        stems: [],
      });
      taken = length;
      break;
    }
    const slot = slots[i];
    if (taken === 1 && slot !== undefined) result.push(slot);
    i += taken;
  }
  return result;
}

interface Tally {
  score: number;
  answered: number;
  /** Of what was answered, the words that mean something. */
  meant: number;
  /** Best weight with which a word that was no guess stands in the entry. */
  surest: number;
}

function rank(slots: readonly Slot[], engine: Engine, whole: string, age: number | null): Hit[] {
  const tallies = new Map<number, Tally>();
  let total = 0;
  for (const slot of slots) {
    const generic = slot.stems.length > 0 && slot.stems.every(isGeneric);
    const weight = generic ? GENERIC_WEIGHT : 1;
    total += weight;
    const best = new Map<number, number>();
    const surest = new Map<number, number>();
    for (const { term, quality } of slot.matches) {
      for (const posting of term.postings) {
        const value = posting.weight * quality;
        if (value > (best.get(posting.entry) ?? 0)) best.set(posting.entry, value);
        if (slot.sure && quality >= SURE) surest.set(posting.entry, posting.weight);
      }
    }
    for (const [entry, value] of best) {
      const tally = tallies.get(entry) ?? { score: 0, answered: 0, meant: 0, surest: 0 };
      tally.score += weight * value;
      tally.answered += weight;
      if (!generic) {
        tally.meant += weight;
        tally.surest = Math.max(tally.surest, surest.get(entry) ?? 0);
      }
      tallies.set(entry, tally);
    }
  }
  // A guess at «городской» or «завод» alone is no answer.
  if (slots.every((slot) => slot.corrected && !slot.sure && slot.stems.every(isGeneric))) return [];
  const exact = engine.names.get(whole);
  const enterprises = engine.list.groups[0]?.ids.length ?? 0;
  const hits: Hit[] = [];
  // «на заводе» beside «концерт» decides nothing: only words that mean something are counted here.
  let mostMeant = 0;
  for (const { meant } of tallies.values()) mostMeant = Math.max(mostMeant, meant);
  for (const [entry, tally] of tallies) {
    const share = tally.answered / total;
    if (tally.meant < mostMeant - 1e-9) continue;
    const isEvent = engine.list.groups[engine.places[entry]?.group ?? 0]?.kind === 'event';
    const named = tally.surest >= WEIGHT.subject && (entry < enterprises || isEvent);
    if (share < ENOUGH && !(share >= HALF && named)) continue;
    const hit = hitOf(entry, engine, tally.score * (entry === exact ? 2 : 1), age);
    if (hit !== null) hits.push(hit);
  }
  // Of okrugs called western, the one that is called no more than that comes first.
  const length = ({ kind, title }: Hit): number => (kind === 'okrug' ? title.length : 0);
  hits.sort((a, b) => b.score - a.score || length(a) - length(b) || a.entry - b.entry);
  const top = hits[0]?.score ?? 0;
  return hits.filter((hit) => hit.score >= top * RELATIVE_LIMIT);
}

/** Words that half the catalogue shares, and small numbers: they never decide alone. */
function isGeneric(root: string): boolean {
  return GENERIC_STEMS.has(root) || /^\d{1,2}$/.test(root);
}

function hitOf(entry: number, engine: Engine, score: number, age: number | null): Hit | null {
  const place = engine.places[entry];
  const group = place === undefined ? undefined : engine.list.groups[place.group];
  if (place === undefined || group === undefined) return null;
  const { index } = place;
  let factor = 1;
  if (group.kind === 'enterprise') {
    factor = STANDING[engine.list.tags.standings[index] ?? 0] ?? 1;
    if (age !== null && (engine.list.tags.ages[index] ?? 0) > age) return null;
  }
  if (group.kind === 'season' || group.kind === 'event') factor = PAST_SEASON;
  const [id = '', title = '', note = ''] = [group.ids[index], group.titles[index], group.notes[index]];
  return { kind: group.kind, entry, index, id, title, note, score: score * factor };
}
