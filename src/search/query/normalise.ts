/** Text to comparable words: one case, ё as е, no stress marks, quotes, punctuation or invisible signs. */

/** Longer input is cut: no question needs more, and a pasted page must not slow the typing. */
export const MAX_QUERY_LENGTH = 200;

const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const MARKS = /[\u0300-\u036F]/g;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;

/** Lower case, NFC, ё → е, without combining and invisible signs. Lone surrogates become U+FFFD. */
export function fold(text: string): string {
  return text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(MARKS, '')
    .toLowerCase()
    .replaceAll('ё', 'е');
}

/** The words of a text in order, folded. «Открой#Моспром» gives two. */
export function words(text: string): string[] {
  return fold(text)
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
}

/** The chunks of a query between spaces with their signs, for keyboard layouts: there «,» may be «б». */
export function chunks(query: string): string[] {
  return query
    .slice(0, MAX_QUERY_LENGTH)
    .toWellFormed()
    .replace(INVISIBLE, '')
    .split(/\s+/u)
    .filter((chunk) => chunk !== '');
}
