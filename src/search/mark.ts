/** Which parts of a title answer the query. Pure: the page turns the parts into text, never into markup. */
import { fold, words } from './query/normalise.ts';
import { stem } from './query/stem.ts';

export interface Part {
  readonly text: string;
  readonly marked: boolean;
}

/** The title in parts; a word is marked when its stem is among the marks or it begins as the query's last word. */
export function markedParts(title: string, marks: readonly string[], typed: string): Part[] {
  const stems = new Set(marks);
  const beginning = words(typed).at(-1) ?? '';
  return title
    .split(/([\p{L}\p{N}\u0301]+)/u)
    .filter((text) => text !== '')
    .flatMap((text, i): Part[] => {
      const word = fold(text);
      if (i >= 0 && /[\p{L}\p{N}]/u.test(text)) {
        if (beginning.length > 1 && word.startsWith(beginning) && word.length === text.length) {
          const rest = text.slice(beginning.length);
          const head = { text: text.slice(0, beginning.length), marked: true };
          return rest === '' ? [head] : [head, { text: rest, marked: false }];
        }
        if (stems.has(stem(word)) || stems.has(word)) return [{ text, marked: true }];
      }
      return [{ text, marked: false }];
    });
}
