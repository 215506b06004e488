/** Pictures are kept by the SHA-256 of all they are made of; a picture of the same makings is never drawn twice. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { SocialCard } from '../../src/seo/social-cards.ts';
import { projectRoot } from '../build/stages.ts';
import { allFontFiles } from './fonts.ts';

/** What beside the card decides how a picture looks. */
export type Makings = {
  /** The text of the files that set words, lay out, draw plates and encode. */
  template: readonly string[];
  fonts: readonly Uint8Array[];
  /** Names and versions of the libraries that draw, and of Node, whose zlib compresses. */
  versions: Readonly<Record<string, string>>;
};

const TEMPLATE_FILES = [
  'fonts.ts',
  'layout.ts',
  'letters.ts',
  'lines.ts',
  'panel.ts',
  'pixels.ts',
  'plates.ts',
  'png.ts',
  'render.ts',
  'shape.ts',
];
/** What draws the plates of a card, and what sets its words. */
const PLATES = path.join(projectRoot, 'src', 'plates');
const WORDS = ['src/typography/russian.ts', 'src/components/text.ts'].map((file) =>
  path.join(projectRoot, file),
);
const LIBRARIES = ['fontverter', 'harfbuzzjs', '@resvg/resvg-js', 'typograf'];

/** The installed version of a library. @throws Error when it is not installed. */
export function versionOf(library: string): string {
  const main = createRequire(import.meta.url).resolve(library);
  const folder = main.slice(0, main.lastIndexOf(`node_modules/${library}/`));
  const manifest: unknown = JSON.parse(
    readFileSync(path.join(folder, 'node_modules', library, 'package.json'), 'utf8'),
  );
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  throw new Error(`${library}: package.json says no version`);
}

/** The makings of this project as it stands. */
export function currentMakings(): Makings {
  return {
    template: [
      ...TEMPLATE_FILES.map((file) => path.join(import.meta.dirname, file)),
      ...WORDS,
      ...plateFiles(),
    ].map((file) => readFileSync(file, 'utf8')),
    fonts: allFontFiles(),
    versions: {
      node: process.versions.node,
      ...Object.fromEntries(LIBRARIES.map((library) => [library, versionOf(library)])),
    },
  };
}

function plateFiles(): string[] {
  return readdirSync(PLATES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => path.join(PLATES, name));
}

/** SHA-256 of all parts, in hexadecimal. */
export function digest(parts: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    // The length goes first, so that «ab» + «c» is not «a» + «bc».
    hash.update(`${typeof part === 'string' ? Buffer.byteLength(part) : part.length}:`);
    hash.update(part);
  }
  return hash.digest('hex');
}

/** A function that names the cached picture of a card. The path of the picture on the site does not count. */
export function keys(makings: Makings): (card: SocialCard) => string {
  const versions = Object.entries(makings.versions).sort(([a], [b]) => (a < b ? -1 : 1));
  const common = digest([...makings.template, '\0', ...makings.fonts, '\0', JSON.stringify(versions)]);
  return ({ eyebrow, title, text, gate, plates }) =>
    digest([common, JSON.stringify([eyebrow, title, text, gate, plates])]);
}

/** Pictures that no build asked for lately are dropped once there are more than this. */
const KEPT = 4000;

/** Keeps the cache from growing for ever: drops the longest unused beyond the limit, never those in `used`. */
export async function prune(folder: string, used: ReadonlySet<string>, kept = KEPT): Promise<number> {
  const spare = (await readdir(folder)).filter((name) => name.endsWith('.png') && !used.has(name));
  if (spare.length <= kept) return 0;
  const aged = await Promise.all(
    spare.map(async (name) => ({ name, at: (await stat(path.join(folder, name))).mtimeMs })),
  );
  const dropped = aged.sort((a, b) => b.at - a.at).slice(kept);
  for (const { name } of dropped) await rm(path.join(folder, name), { force: true });
  return dropped.length;
}
