/** Text of content fields as it is printed: typography of prose for lines that are no Markdown. */
import { typograph } from '../typography/russian.ts';

/** The line with typographic quotes, dashes and non-breaking spaces. */
export function typo(line: string): string {
  return typograph(line);
}

/** With a capital first letter. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Several titles as one list: only the first keeps its capital letter, abbreviations keep theirs. */
export function listed(titles: readonly string[]): string {
  return titles
    .map((title, at) =>
      at > 0 && /^[А-ЯЁ][а-яё-]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title,
    )
    .join(', ');
}

/** Class of a heading by its longest word: a word never leaves a narrow screen. */
export function headingClass(text: string): string | undefined {
  const longest = Math.max(0, ...text.split(/[\s\u00A0/–—-]+/).map((word) => word.length));
  if (longest <= 11) return undefined;
  if (longest <= 14) return 'h1--m';
  return longest <= 19 ? 'h1--l' : 'h1--xl';
}
