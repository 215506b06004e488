/** One content file, read once and parsed once; every rule and the import look at this. */
import type { Split } from './front-matter.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { Decoded } from './decode.ts';
import { decode } from './decode.ts';
import type { EntryPlace, VocabularyName } from './place.ts';
import type { YamlText } from './yaml.ts';
import { readYaml } from './yaml.ts';

/** A file as it came from the disk. */
export type RawFile = { path: string; bytes: Uint8Array; symlink?: boolean };

export type Entry = EntryPlace & {
  path: string;
  size: number;
  decoded: Decoded;
  split: Split;
  /** Undefined when there is no YAML front matter to read. */
  yaml: YamlText | undefined;
  /** The front matter's fields as written, unvalidated; empty when they cannot be read. */
  fields: Readonly<Record<string, unknown>>;
  /** `draft: true`: read and checked, not published. */
  draft: boolean;
};

export type VocabularyFile = {
  kind: 'vocabulary';
  name: VocabularyName;
  path: string;
  size: number;
  decoded: Decoded;
  yaml: YamlText;
};

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses an entry's bytes. Never throws for wrong input: what cannot be read is left out. */
export function readEntry(file: RawFile, place: EntryPlace): Entry {
  const decoded = decode(file.bytes);
  const split = splitFrontMatter(decoded.text);
  const yaml =
    split.kind === 'split' || split.kind === 'unclosed' ? readYaml(split.yaml, split.yamlLine) : undefined;
  const fields = isRecord(yaml?.value) ? yaml.value : {};
  return {
    ...place,
    path: file.path,
    size: file.bytes.length,
    decoded,
    split,
    yaml,
    fields,
    draft: fields.draft === true,
  };
}

/** Parses a vocabulary file's bytes. */
export function readVocabulary(file: RawFile, name: VocabularyName): VocabularyFile {
  const decoded = decode(file.bytes);
  const yaml = readYaml(decoded.text.replace(/\r\n?/g, '\n'));
  return { kind: 'vocabulary', name, path: file.path, size: file.bytes.length, decoded, yaml };
}

/** Published: neither a draft nor hidden by an underscore. */
export function isPublished(entry: Entry): boolean {
  return !entry.draft && !entry.hidden;
}
