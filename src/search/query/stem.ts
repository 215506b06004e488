/**
 * Stems of Russian words by the Snowball algorithm for Russian (snowballstem.org/algorithms/russian):
 * завод, заводы, заводе, заводами have one stem. Small, because it ships to the browser.
 */
const VOWELS = 'аеиоуыэюя';

/** Longest endings first within each class. */
function ending(list: string): RegExp {
  return new RegExp(`(?:${list.split(' ').join('|')})$`);
}

/** Endings that count only after а or я; the letter stays. */
function endingAfterA(list: string): RegExp {
  return new RegExp(`(?<=[ая])(?:${list.split(' ').join('|')})$`);
}

const GERUND = [endingAfterA('вшись вши в'), ending('ившись ывшись ивши ывши ив ыв')] as const;
const REFLEXIVE = ending('ся сь');
const ADJECTIVE = ending(
  'ими ыми его ого ему ому ее ие ые ое ей ий ый ой ем им ым ом их ых ую юю ая яя ою ею',
);
const PARTICIPLE = [endingAfterA('ем нн вш ющ щ'), ending('ивш ывш ующ')] as const;
const VERB = [
  endingAfterA('ете йте ешь нно ла на ли ем ло но ет ют ны ть й л н'),
  ending(
    'ейте уйте ила ыла ена ите или ыли ило ыло ено ует уют ены ить ыть ишь ей уй ил ыл им ым ен ят ит ыт ую ю',
  ),
] as const;
const NOUN = ending(
  'иями ями ами ией иям ием иях ев ов ие ье еи ии ей ой ий ям ем ам ом ах ях ию ью ия ья а е и й о у ы ь ю я',
);
const DERIVATIONAL = ending('ость ост');
const SUPERLATIVE = ending('ейше ейш');

/** Start of the part after the first consonant that follows a vowel, counted from `from`. */
function afterVowelAndConsonant(word: string, from: number): number {
  for (let i = from + 1; i < word.length; i++) {
    if (VOWELS.includes(word.charAt(i - 1)) && !VOWELS.includes(word.charAt(i))) return i + 1;
  }
  return word.length;
}

function removeFirst(text: string, endings: readonly RegExp[]): string | null {
  // The class with the longer match wins, as in the published algorithm.
  let best: string | null = null;
  for (const one of endings) {
    const cut = text.replace(one, '');
    if (cut !== text && (best === null || cut.length < best.length)) best = cut;
  }
  return best;
}

function inflection(rv: string): string {
  const gerund = removeFirst(rv, GERUND);
  if (gerund !== null) return gerund;
  const bare = rv.replace(REFLEXIVE, '');
  const adjective = removeFirst(bare, [ADJECTIVE]);
  if (adjective !== null) return removeFirst(adjective, PARTICIPLE) ?? adjective;
  return removeFirst(bare, VERB) ?? removeFirst(bare, [NOUN]) ?? bare;
}

/** The stem of one folded word (lower case, ё as е). Words without Cyrillic vowels come back unchanged. */
export function stem(word: string): string {
  let start = 0;
  while (start < word.length && !VOWELS.includes(word.charAt(start))) start++;
  start++;
  if (start >= word.length) return word;
  const head = word.slice(0, start);
  const second = afterVowelAndConsonant(word, afterVowelAndConsonant(word, 0));
  let rv = inflection(word.slice(start)).replace(/и$/, '');
  const derived = rv.replace(DERIVATIONAL, '');
  if (head.length + derived.length >= second) rv = derived;
  const plain = rv.replace(SUPERLATIVE, '');
  if (plain !== rv || rv.endsWith('нн')) rv = plain.replace(/нн$/, 'н');
  else rv = rv.replace(/ь$/, '');
  return head + rv;
}
