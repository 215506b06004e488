import { ID_MAX_LENGTH } from '../../../src/schema/fields.ts';

/** Russian letters as people expect them in an address: «Щербинский» → shcherbinskiy. */
const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** Russian text in Latin letters, lower case; other signs stay as they are. */
export function transliterate(text: string): string {
  const lower = text.normalize('NFC').toLowerCase();
  return Array.from(lower, (letter) => LETTERS[letter] ?? letter).join('');
}

/**
 * The id (file name) that a name suggests: Latin letters, digits, single hyphens, cut at a whole word.
 * An empty string when nothing usable is left («№ ©»).
 */
export function idFromName(name: string): string {
  const plain = transliterate(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (plain.length <= ID_MAX_LENGTH) return plain;
  const cut = plain.slice(0, ID_MAX_LENGTH + 1);
  const lastHyphen = cut.lastIndexOf('-');
  return lastHyphen > 0 ? cut.slice(0, lastHyphen) : plain.slice(0, ID_MAX_LENGTH);
}
