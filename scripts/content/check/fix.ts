/**
 * Mends what is mechanical: line endings, the byte order mark, spaces at line ends, letters of two
 * characters, the order of fields. Each step is kept only when the file still says the same.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { markdownToHtml } from 'satteri';
import { decode } from '../read/decode.ts';
import type { RawFile } from '../read/entry.ts';
import { splitFrontMatter } from '../read/front-matter.ts';
import type { Collection } from '../read/place.ts';
import { placeOf } from '../read/place.ts';
import { readYaml } from '../read/yaml.ts';
import { orderFields } from './field-order.ts';
import { ENTRY_SCHEMAS } from './schemas.ts';
import { shapeOf } from './shape.ts';

/** Writes the mended files and returns their paths. A second run changes nothing. */
export async function fixTree(root: string, files: readonly RawFile[]): Promise<string[]> {
  const fixed: string[] = [];
  for (const file of files) {
    if (file.symlink === true) continue;
    const text = fixFile(file);
    if (text === undefined) continue;
    await writeFile(join(root, file.path), text);
    fixed.push(file.path);
  }
  return fixed;
}

/** The mended text, or undefined when there is nothing to mend or the file is not UTF-8 text. */
export function fixFile(file: Pick<RawFile, 'path' | 'bytes'>): string | undefined {
  const place = placeOf(file.path);
  if (place.kind !== 'entry' && place.kind !== 'vocabulary') return undefined;
  const decoded = decode(file.bytes);
  if (decoded.encoding !== 'utf-8') return undefined;
  const collection = place.kind === 'entry' ? place.collection : undefined;
  const fixed = fixText(decoded.text, collection);
  return fixed === decoded.text && !decoded.mark ? undefined : fixed;
}

type Step = (text: string) => string;

/** `collection` is undefined for a vocabulary, which is YAML throughout. */
export function fixText(text: string, collection: Collection | undefined): string {
  const steps: Step[] = [
    (current) => current.replace(/\r\n?/g, '\n'),
    (current) => current.normalize('NFC'),
    (current) => current.replace(/[ \t]+$/gm, ''),
    (current) => inFields(current, (yaml) => yaml.replace(/[ \t]+$/gm, '')),
    (current) => (collection === undefined ? current : orderedFields(current, collection)),
    (current) => `${current.replace(/\n+$/, '')}\n`,
  ];
  return steps.reduce((current, step) => {
    const next = step(current);
    return next === current || saysTheSame(current, next, collection) ? next : current;
  }, text);
}

/** Equal fields and equal pages, apart from how letters are composed and lines end. */
function saysTheSame(before: string, after: string, collection: Collection | undefined): boolean {
  const [a, b] = [before, after].map((text) =>
    meaningOf(text.replace(/\r\n?/g, '\n').normalize('NFC'), collection),
  );
  return isDeepStrictEqual(a, b);
}

function meaningOf(text: string, collection: Collection | undefined): unknown {
  if (collection === undefined) return fieldsOf(text);
  const split = splitFrontMatter(text);
  if (split.kind !== 'split') return text;
  return { fields: fieldsOf(split.yaml), html: markdownToHtml(split.body).html };
}

/** Broken fields mean nothing yet: their text stands for itself. */
function fieldsOf(yaml: string): unknown {
  const { value, problems } = readYaml(yaml);
  return problems.length > 0 ? yaml : value;
}

function inFields(text: string, change: Step): string {
  const split = splitFrontMatter(text);
  if (split.kind !== 'split') return text;
  const lines = text.split('\n');
  const count = split.yaml.split('\n').length;
  lines.splice(split.yamlLine - 1, count, ...change(split.yaml).split('\n'));
  return lines.join('\n');
}

function orderedFields(text: string, collection: Collection): string {
  return inFields(text, (yaml) => orderFields(yaml, Object.keys(shapeOf(ENTRY_SCHEMAS[collection]))));
}
