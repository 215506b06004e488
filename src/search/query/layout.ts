/** The same keys on the Russian (ЙЦУКЕН) and the English (QWERTY) keyboard. */
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const RUSSIAN = 'йцукенгшщзхъфывапролджэячсмитьбюё';
/** The same keys with Shift where the sign differs from a plain capital letter. */
const LATIN_SHIFT = '{}:"<>~';
const RUSSIAN_SHIFT = 'хъжэбюё';

const toRussian = new Map<string, string>();
const toLatin = new Map<string, string>();
for (let i = 0; i < LATIN.length; i++) {
  toRussian.set(LATIN.charAt(i), RUSSIAN.charAt(i));
  toLatin.set(RUSSIAN.charAt(i), LATIN.charAt(i));
}
for (let i = 0; i < LATIN_SHIFT.length; i++) {
  toRussian.set(LATIN_SHIFT.charAt(i), RUSSIAN_SHIFT.charAt(i));
}

function convert(text: string, table: ReadonlyMap<string, string>): string {
  let result = '';
  for (const letter of text.toLowerCase()) result += table.get(letter) ?? letter;
  return result;
}

/** vbrhjy → микрон: what the keys would have given on the Russian keyboard. */
export function asRussianKeys(text: string): string {
  return convert(text, toRussian);
}

/** ьшлкщт → mikron: what the keys would have given on the English keyboard. */
export function asLatinKeys(text: string): string {
  return convert(text, toLatin);
}
