/** Breaks a text into lines. */

/** How wide a text is set in one line. */
export type Measure = (text: string) => number;

const ELLIPSIS = '…';

/** After a space, and after a hyphen or dash that a letter follows; no-break spaces hold. */
const BREAK = /(?<= )|(?<=[-\u2013\u2014])(?=\p{L})/u;

/** As much of a text as fits, at least one letter; `end` is set behind it. */
function fitting(text: string, end: string, width: number, measure: Measure): string {
  const letters = Array.from(text);
  let count = letters.length;
  while (count > 1 && measure(letters.slice(0, count).join('').trimEnd() + end) > width) count -= 1;
  return letters.slice(0, count).join('').trimEnd() + end;
}

/** The text in at most `most` lines; a word too long for a line is broken, a text too long ends with an ellipsis. */
export function linesOf(text: string, width: number, most: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  const waiting = text.trim().split(BREAK);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    // No line begins with a space, not even with one that does not break.
    const word = line === '' ? next.trimStart() : next;
    const longer = line + word;
    if (measure(longer.trimEnd()) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) return [...lines, fitting(longer, ELLIPSIS, width, measure)];
    if (line === '') {
      line = fitting(word, '', width, measure);
      if (line.length < word.trimEnd().length) waiting.unshift(word.slice(line.length));
    } else waiting.unshift(word);
    lines.push(line.trimEnd());
    line = '';
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}
