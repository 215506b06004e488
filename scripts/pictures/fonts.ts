/** The site's own type for pictures. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A family is set of several files, each with the letters of a script; digits and quotation marks are Latin. */
export type Family = 'display' | 'text' | 'mono';

const FILES: Readonly<Record<Family, readonly string[]>> = {
  display: [
    '@fontsource/unbounded/files/unbounded-cyrillic-700-normal.woff',
    '@fontsource/unbounded/files/unbounded-latin-700-normal.woff',
  ],
  text: [
    '@fontsource/golos-text/files/golos-text-cyrillic-400-normal.woff',
    '@fontsource/golos-text/files/golos-text-latin-400-normal.woff',
  ],
  mono: [
    '@fontsource/pt-mono/files/pt-mono-cyrillic-400-normal.woff',
    '@fontsource/pt-mono/files/pt-mono-latin-400-normal.woff',
  ],
};

/** The files of a family, the first that has a letter draws it. */
export function fontFiles(family: Family): Buffer[] {
  return FILES[family].map((file) => readFileSync(require.resolve(file)));
}

/** All files of all families. */
export function allFontFiles(): Buffer[] {
  return [...fontFiles('display'), ...fontFiles('text'), ...fontFiles('mono')];
}

/** What the fonts can draw; anything else would be a box. */
const DRAWABLE =
  /[^\n\u0020-\u007E\u00A0-\u00FF\u0401\u0404\u0406\u0407\u0410-\u044F\u0451\u0454\u0456\u0457\u0490\u0491\u2013\u2014\u2018-\u201E\u2022\u2026\u2039\u203A\u20AC\u2116\u2122\u2212]/gu;

/** The text in characters that the fonts have: odd spaces and hyphens become plain ones, the rest is left out. */
export function drawable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2000-\u200A\u202F\u3000\s]/gu, (space) => (space === '\u00A0' ? space : ' '))
    .replace(/[\u2010-\u2012]/gu, '-')
    .replace(DRAWABLE, '');
}
