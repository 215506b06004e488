/**
 * Cuts the site's fonts out of the @fontsource packages into src/fonts, and their licences into public/fonts: `node scripts/fonts/subset.ts`.
 * The outputs are committed; run it again after a package changes. Letters and digits stand apart, so
 * that a page loads only what it prints: unicode-range in src/styles/fonts.css names the same sets.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import subsetFont from 'subset-font';

const root = path.resolve(import.meta.dirname, '../..');
const out = path.join(root, 'src/fonts');
const licences = path.join(root, 'public/fonts');

export const RUSSIAN = 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя№';
/** Digits and the signs of nearly every page. */
export const SIGNS = ' 0123456789!#()*+,-./:;?«»„“–—…·\u00A0\u202F';
/** Latin letters, and signs that a Russian page seldom has. */
export const LATIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"%&\'<=>@[]_”’×';

/** What no browser reads when it sets a page: the list of styles, vertical writing, hints for smoothing. */
const UNREAD = ['STAT', 'vhea', 'vmtx', 'gasp'];

type Cut = {
  name: string;
  from: string;
  text: string;
  weights?: { min: number; max: number };
  /** Pairs of signs in a display type are as far apart as they come: a quarter of the file. */
  unkerned?: true;
};

const golos = '@fontsource-variable/golos-text/files/golos-text';
const unbounded = '@fontsource/unbounded/files/unbounded';
const mono = '@fontsource/pt-mono/files/pt-mono';
const weights = { min: 400, max: 600 };

export const CUTS: readonly Cut[] = [
  { name: 'golos-ru', from: `${golos}-cyrillic-wght-normal.woff2`, text: RUSSIAN, weights },
  { name: 'golos-signs', from: `${golos}-latin-wght-normal.woff2`, text: SIGNS, weights },
  { name: 'golos-latin', from: `${golos}-latin-wght-normal.woff2`, text: LATIN, weights },
  { name: 'unbounded-ru', from: `${unbounded}-cyrillic-600-normal.woff2`, text: RUSSIAN },
  { name: 'unbounded-signs', from: `${unbounded}-latin-600-normal.woff2`, text: SIGNS, unkerned: true },
  { name: 'unbounded-latin', from: `${unbounded}-latin-600-normal.woff2`, text: LATIN },
  { name: 'pt-mono-ru', from: `${mono}-cyrillic-400-normal.woff2`, text: RUSSIAN },
  { name: 'pt-mono-signs', from: `${mono}-latin-400-normal.woff2`, text: SIGNS },
  { name: 'pt-mono-latin', from: `${mono}-latin-400-normal.woff2`, text: LATIN },
];

const LICENCES = [
  ['golos-text', '@fontsource-variable/golos-text'],
  ['unbounded', '@fontsource/unbounded'],
  ['pt-mono', '@fontsource/pt-mono'],
] as const;

/** One subset as woff2. @throws Error when the package's file is not there. */
export async function cut({ from, text, weights: wght, unkerned }: Cut): Promise<Buffer> {
  const source = await readFile(path.join(root, 'node_modules', from));
  return subsetFont(source, text, {
    targetFormat: 'woff2',
    noLayoutClosure: true,
    noHinting: true,
    keepFeatures: unkerned === true ? ['tnum'] : ['kern', 'tnum'],
    dropTables: UNREAD,
    ...(wght === undefined ? {} : { variationAxes: { wght } }),
  });
}

async function main(): Promise<void> {
  for (const folder of [out, licences]) await mkdir(folder, { recursive: true });
  for (const part of CUTS) {
    const font = await cut(part);
    await writeFile(path.join(out, `${part.name}.woff2`), font);
    process.stdout.write(`${part.name}.woff2 ${String(font.length)}\n`);
  }
  for (const [name, folder] of LICENCES) {
    await copyFile(
      path.join(root, 'node_modules', folder, 'LICENSE'),
      path.join(licences, `${name}-OFL.txt`),
    );
  }
}

if (import.meta.main) await main();
