/** Cleaning of typed and pasted text before any check. Shared by the browser and the endpoint. */

/** Bidi controls, zero-width characters, byte order marks and soft hyphens: invisible, and a way to spoof a name. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFFD]/g;
/** Control characters apart from tab, line feed and carriage return, which count as white space. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g;

/**
 * Text with lone surrogates, control and invisible characters removed, in NFC.
 * Line breaks (any kind) become `\n`; other white space is left as typed.
 */
export function cleanText(raw: string): string {
  return raw
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(CONTROL, '')
    .normalize('NFC');
}

/** One line: clean text with every run of white space turned into one space, without spaces at the ends. */
export function cleanLine(raw: string): string {
  return cleanText(raw).replace(/\s+/g, ' ').trim();
}

/** Several lines: clean text, spaces at line ends dropped, at most one empty line in a row. */
export function cleanLines(raw: string): string {
  return cleanText(raw)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Length as a person counts it: code points, so that a letter outside the basic plane is one. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}
