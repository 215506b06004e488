/** Russian alphabetical order: ё beside е, case and quotation marks do not count, Latin after Cyrillic. */
const collator = new Intl.Collator('ru', { sensitivity: 'base', ignorePunctuation: true, numeric: true });

/** Negative, zero or positive, as Array.prototype.sort wants it. */
export function compareRussian(a: string, b: string): number {
  return collator.compare(a, b);
}
