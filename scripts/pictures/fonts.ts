/** The site's own type for pictures. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Families are named apart by script: under one name the second subset would hide the first, and digits and
 * quotation marks, which stand in the Latin file, would turn to boxes.
 */
const FILES = [
  ['Unbounded Ru', '@fontsource/unbounded/files/unbounded-cyrillic-700-normal.woff'],
  ['Unbounded La', '@fontsource/unbounded/files/unbounded-latin-700-normal.woff'],
  ['Golos Ru', '@fontsource/golos-text/files/golos-text-cyrillic-400-normal.woff'],
  ['Golos La', '@fontsource/golos-text/files/golos-text-latin-400-normal.woff'],
  ['Mono Ru', '@fontsource/pt-mono/files/pt-mono-cyrillic-400-normal.woff'],
  ['Mono La', '@fontsource/pt-mono/files/pt-mono-latin-400-normal.woff'],
] as const;

export const DISPLAY = 'Unbounded Ru, Unbounded La';
export const TEXT = 'Golos Ru, Golos La';
export const MONO = 'Mono Ru, Mono La';

export type PictureFont = { name: string; data: Buffer; weight: 400; style: 'normal' };

let loaded: PictureFont[] | undefined;

/** Reads the files once. */
export function pictureFonts(): PictureFont[] {
  return (loaded ??= FILES.map(([name, file]) => ({
    name,
    data: readFileSync(require.resolve(file)),
    weight: 400,
    style: 'normal',
  })));
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
