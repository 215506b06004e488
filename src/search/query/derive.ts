/** One word made of another: a stem that the list does not have leads to one that it has. */
import type { Lexicon, Term } from './lexicon.ts';

const DERIVED = /^(?:ь?нн?|ян|[ое]в|(?:[ое]в)?ск|инск|ическ|ичн|к|[оеи]чк|ик|[ое]к)$/;

/** Whether this end of a stem makes a word of another one. */
export function isDerivation(end: string): boolean {
  return DERIVED.test(end);
}

/** The word of the list from which this stem is derived, or that is derived from it; null when there is none. */
export function kindred(root: string, lexicon: Lexicon): Term | null {
  return withFleetingVowel(root, lexicon) ?? derivedFrom(root, lexicon) ?? namedAfter(root, lexicon);
}

/** сырки → сырок: the vowel that comes and goes before the last к. */
function withFleetingVowel(root: string, lexicon: Lexicon): Term | null {
  if (!/[^аеиоуыэюяь]к$/.test(root)) return null;
  for (const vowel of ['о', 'е']) {
    const term = lexicon.byStem.get(`${root.slice(0, -1)}${vowel}к`);
    if (term !== undefined && term.postings.length > 0) return term;
  }
  return null;
}

/** шоколадный → шоколад */
function derivedFrom(root: string, lexicon: Lexicon): Term | null {
  for (let end = root.length - 1; end >= 3; end--) {
    const rest = root.slice(end);
    if (rest.length > 5) break;
    if (end === 3 && rest !== 'н') continue;
    const term = isDerivation(rest) ? lexicon.byStem.get(root.slice(0, end)) : undefined;
    if (term !== undefined && term.postings.length > 0) return term;
  }
  return null;
}

/** карачарово → карачаровский: what is named after a place. */
function namedAfter(root: string, lexicon: Lexicon): Term | null {
  const term = root.length >= 4 ? lexicon.byStem.get(`${root}ск`) : undefined;
  return term !== undefined && term.postings.length > 0 ? term : null;
}
