/** Russian plural forms: 1 предприятие, 2 предприятия, 5 предприятий. */
export type PluralForms = readonly [one: string, few: string, many: string];

/** The form that goes with a whole number. */
export function pluralForm(count: number, [one, few, many]: PluralForms): string {
  const n = Math.abs(Math.trunc(count)) % 100;
  const last = n % 10;
  if (n >= 11 && n <= 14) return many;
  if (last === 1) return one;
  return last >= 2 && last <= 4 ? few : many;
}

/** Number and word with a non-breaking space; thousands from 10 000 on are set apart by a narrow one. */
export function plural(count: number, forms: PluralForms): string {
  return `${formatNumber(count)}\u00A0${pluralForm(count, forms)}`;
}

/** A whole number in Russian typography: 9999, but 10 000. */
export function formatNumber(count: number): string {
  const text = String(count);
  return Math.abs(count) < 10_000 ? text : text.replace(/\B(?=(\d{3})+(?!\d))/g, '\u202F');
}
