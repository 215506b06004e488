/**
 * Cuts the site's fonts out of their packages into src/fonts, and their licences into public/fonts: `node scripts/fonts/subset.ts`.
 * The outputs are committed; run it again after a package changes. What every page prints stands apart from what few
 * do, so that a page loads only its own: unicode-range in src/styles/fonts.css names the same sets.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { convert } from 'fontverter';
import subsetFont from 'subset-font';
import { withoutNames } from './without-names.ts';

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
  /** Pairs of signs in a display type are as far apart as they come: a quarter of the file. */
  unkerned?: true;
};

const golos = '@expo-google-fonts/golos-text';
const unbounded = '@fontsource/unbounded/files/unbounded';
const mono = '@fontsource/pt-mono/files/pt-mono';

export const CUTS: readonly Cut[] = [
  { name: 'golos-400', from: `${golos}/400Regular/GolosText_400Regular.ttf`, text: RUSSIAN + SIGNS },
  { name: 'golos-600', from: `${golos}/600SemiBold/GolosText_600SemiBold.ttf`, text: RUSSIAN + SIGNS },
  { name: 'golos-latin-400', from: `${golos}/400Regular/GolosText_400Regular.ttf`, text: LATIN },
  { name: 'golos-latin-600', from: `${golos}/600SemiBold/GolosText_600SemiBold.ttf`, text: LATIN },
  { name: 'unbounded-ru', from: `${unbounded}-cyrillic-600-normal.woff2`, text: RUSSIAN },
  { name: 'unbounded-signs', from: `${unbounded}-latin-600-normal.woff2`, text: SIGNS, unkerned: true },
  { name: 'unbounded-latin', from: `${unbounded}-latin-600-normal.woff2`, text: LATIN },
  { name: 'pt-mono-ru', from: `${mono}-cyrillic-400-normal.woff2`, text: RUSSIAN },
  { name: 'pt-mono-signs', from: `${mono}-latin-400-normal.woff2`, text: SIGNS },
];

const LICENCES = [
  ['golos-text', '@expo-google-fonts/golos-text/LICENSE_FONT'],
  ['unbounded', '@fontsource/unbounded/LICENSE'],
  ['pt-mono', '@fontsource/pt-mono/LICENSE'],
] as const;

/** One subset as woff2. @throws Error when the package's file is not there. */
export async function cut({ from, text, unkerned }: Cut): Promise<Buffer> {
  const source = await readFile(path.join(root, 'node_modules', from));
  const few = await subsetFont(source, text, {
    targetFormat: 'sfnt',
    noLayoutClosure: true,
    noHinting: true,
    keepFeatures: unkerned === true ? ['tnum'] : ['kern', 'tnum'],
    dropTables: UNREAD,
  });
  return convert(withoutNames(few), 'woff2');
}

async function main(): Promise<void> {
  for (const folder of [out, licences]) await mkdir(folder, { recursive: true });
  for (const part of CUTS) {
    const font = await cut(part);
    await writeFile(path.join(out, `${part.name}.woff2`), font);
    process.stdout.write(`${part.name}.woff2 ${String(font.length)}\n`);
  }
  for (const [name, file] of LICENCES)
    await copyFile(path.join(root, 'node_modules', file), path.join(licences, `${name}-OFL.txt`));
}

if (import.meta.main) await main();
