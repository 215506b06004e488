/**
 * Latin spellings of Russian words. Schemes differ (shcherbinka, scherbinka, ščerbinka), so a Latin word
 * is first read into Cyrillic, and what the schemes confuse is made equal by `soundKey`.
 */
const HAS_LATIN = /[a-z]/;
const HAS_CYRILLIC = /[а-я]/;

/** Longest first: the first that fits is taken. */
const READINGS: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['tsch', 'ч'],
  ['tch', 'ч'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['ts', 'ц'],
  ['tz', 'ц'],
  ['ph', 'ф'],
  ['th', 'т'],
  ['ck', 'к'],
  ['qu', 'кв'],
  ['yu', 'ю'],
  ['iu', 'ю'],
  ['ju', 'ю'],
  ['ya', 'я'],
  ['ia', 'я'],
  ['ja', 'я'],
  ['yo', 'е'],
  ['jo', 'е'],
  ['ye', 'е'],
  ['je', 'е'],
  ['iy', 'ий'],
  ['ij', 'ий'],
  ['yy', 'ый'],
  ['yj', 'ый'],
  ['ii', 'ий'],
  ["'", 'ь'],
  // Digits that chats write for letters (4eremushki).
  ['4', 'ч'],
  ['6', 'ш'],
];

const LETTERS: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'б',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'г',
  h: 'х',
  i: 'и',
  j: 'й',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  q: 'к',
  r: 'р',
  s: 'с',
  t: 'т',
  u: 'у',
  v: 'в',
  w: 'в',
  y: 'ы',
  z: 'з',
};

/** Letters that look the same in both alphabets. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  u: 'и',
  x: 'х',
  y: 'у',
};

function read(word: string, x: string): string {
  let result = '';
  for (let i = 0; i < word.length;) {
    const pair = READINGS.find(([latin]) => word.startsWith(latin, i));
    if (pair !== undefined) {
      result += pair[1];
      i += pair[0].length;
      continue;
    }
    const letter = word.charAt(i);
    const next = word.charAt(i + 1);
    if (letter === 'c') result += 'eiy'.includes(next) && next !== '' ? 'ц' : 'к';
    else if (letter === 'x') result += x;
    else if (letter === 'y') result += readY(result, next === '');
    else result += LETTERS[letter] ?? letter;
    i++;
  }
  return result;
}

/** babaevsky → ий, electronny → ий, may → й, vypusk → ы. */
function readY(soFar: string, atEnd: boolean): string {
  if ('аеиоуыэюя'.includes(soFar.at(-1) ?? ' ')) return 'й';
  return atEnd ? 'ий' : 'ы';
}

/**
 * Readings of a folded word that has Latin letters, best first; none for a Cyrillic word.
 * A word that mixes the alphabets is also read by the looks of its letters (мoрoз with Latin o).
 */
export function cyrillicReadings(word: string): string[] {
  if (!HAS_LATIN.test(word)) return [];
  const readings: string[] = [];
  if (HAS_CYRILLIC.test(word)) {
    readings.push(word.replace(/[a-z]/g, (letter) => LOOKALIKES[letter] ?? letter));
  }
  readings.push(read(word, 'кс'));
  if (word.includes('x')) readings.push(read(word, 'х'));
  // cheriomushki: ё as io
  if (/[^aeiouy]io/.test(word)) readings.push(read(word.replaceAll('io', 'yo'), 'кс'));
  return [...new Set(readings)].filter((reading) => !HAS_LATIN.test(reading));
}

const SOUNDS: Readonly<Record<string, string>> = {
  э: 'е',
  й: 'и',
  ы: 'и',
  щ: 'ш',
  ь: '',
  ъ: '',
  я: 'иа',
  ю: 'иу',
};

/** Equal for words that differ only in what transliteration schemes and doubled letters confuse. */
export function soundKey(word: string): string {
  let key = '';
  for (const letter of word) {
    for (const sound of SOUNDS[letter] ?? letter) {
      if (!key.endsWith(sound)) key += sound;
    }
  }
  return key;
}
