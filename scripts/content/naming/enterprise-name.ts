import { likeness } from './similarity.ts';

/** An enterprise to compare with: its id and every name it goes by. */
export type Named = { readonly id: string; readonly name: string; readonly names: readonly string[] };

/** Legal forms say nothing about which plant is meant. */
const LEGAL_FORMS = new Set(['ооо', 'оао', 'пао', 'зао', 'ао', 'нпао', 'гуп', 'фгуп', 'гк', 'ип', 'пк']);

/** Lower case, ё as е, no legal form, no quotes or punctuation, single spaces. */
export function plainName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»„“”"'’`]/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '' && !LEGAL_FORMS.has(word))
    .join(' ');
}

/**
 * `exact`: the name is one of an enterprise's own names, however it is spelt and quoted.
 * `unsure`: nothing is exact; the likeliest enterprises, best first, for a person to choose from.
 */
export type NameMatch =
  | { readonly kind: 'exact'; readonly id: string }
  | { readonly kind: 'unsure'; readonly candidates: readonly Named[] };

const LIKELY = 0.45;
const CANDIDATES = 3;

/** Compares a written name with the catalogue. Several enterprises with that very name are `unsure`. */
export function matchEnterprise(written: string, known: readonly Named[]): NameMatch {
  const plain = plainName(written);
  const exact = known.filter(
    (enterprise) =>
      enterprise.id === written.trim() || enterprise.names.some((name) => plainName(name) === plain),
  );
  const [only] = exact;
  if (only !== undefined && exact.length === 1 && plain !== '') return { kind: 'exact', id: only.id };
  if (exact.length > 1) return { kind: 'unsure', candidates: exact };
  const scored = known
    .map((enterprise) => ({
      enterprise,
      score: Math.max(...enterprise.names.map((name) => score(plain, name)), 0),
    }))
    .filter(({ score: value }) => value >= LIKELY)
    .sort((a, b) => b.score - a.score || (a.enterprise.id < b.enterprise.id ? -1 : 1));
  return { kind: 'unsure', candidates: scored.slice(0, CANDIDATES).map(({ enterprise }) => enterprise) };
}

/** Words that many plants share: two names that have only these in common are not alike. */
const COMMON =
  /^(?:завод|фабрик|комбинат|предприяти|производств|московск|научно|объединени|компани|мастерск|центр|имени)/;

function tellingWords(plain: string): string[] {
  return plain.split(' ').filter((word) => word.length > 2 && !COMMON.test(word));
}

/** The likeness of the whole names or of their words, whichever is larger: «Завод Микрон» is near «Микрон». */
function score(plain: string, name: string): number {
  const other = plainName(name);
  const words = tellingWords(plain);
  const otherWords = tellingWords(other);
  if (words.length === 0 || otherWords.length === 0) return likeness(plain, other);
  const shared = words.map((word) => Math.max(...otherWords.map((candidate) => likeness(word, candidate))));
  const good = shared.filter((value) => value >= 0.7).reduce((sum, value) => sum + value, 0);
  const overlap = good / Math.min(words.length, otherWords.length);
  return Math.max(likeness(plain, other), Math.min(overlap, 1) * 0.9);
}
