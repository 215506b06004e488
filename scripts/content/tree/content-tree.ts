import { CommandError } from '../command/command-error.ts';
import type { Entry } from '../read/entry.ts';
import { readEntry, readVocabulary } from '../read/entry.ts';
import { placeOf } from '../read/place.ts';
import { readTree } from '../read/read-tree.ts';

export type KnownEnterprise = {
  readonly id: string;
  readonly name: string;
  /** All the names it goes by: full, short, legal and others. */
  readonly names: readonly string[];
  readonly formats: readonly string[];
};
export type KnownSeason = {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
};
/** A term of a closed list; `names` are its title and whatever else it is called. */
export type KnownTerm = { readonly id: string; readonly title: string; readonly names: readonly string[] };
export type KnownProgramme = {
  readonly season: string;
  readonly enterprise: string;
  /** Path below the content root. */
  readonly path: string;
  readonly text: string;
};

/** What already stands in the content, as far as the commands that write entries need it. */
export type ContentTree = {
  readonly root: string;
  readonly enterprises: readonly KnownEnterprise[];
  readonly seasons: readonly KnownSeason[];
  readonly programmes: readonly KnownProgramme[];
  readonly industries: readonly KnownTerm[];
  readonly formats: readonly KnownTerm[];
  readonly okrugs: readonly KnownTerm[];
  /** All paths, lower case, so that names that differ in case only are seen as taken. */
  readonly paths: ReadonlySet<string>;
};

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(textOf).filter((text) => text !== '') : [];
}

function enterpriseOf(entry: Entry): KnownEnterprise {
  const { name, shortName, legalName, alsoKnownAs, formats } = entry.fields;
  const names = [name, shortName, legalName].map(textOf).filter((text) => text !== '');
  return {
    id: entry.id,
    name: textOf(name),
    names: [...names, ...textsOf(alsoKnownAs)],
    formats: textsOf(formats),
  };
}

function termsOf(value: unknown): KnownTerm[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null || !('id' in item) || !('title' in item)) return [];
    const names = [item.title, 'plural' in item ? item.plural : ''].map(textOf);
    const also = 'also' in item ? textsOf(item.also) : [];
    return [
      {
        id: textOf(item.id),
        title: textOf(item.title),
        names: [...names, ...also].filter((one) => one !== ''),
      },
    ];
  });
}

/** Reads the content root. Entries that cannot be read are left out: check:content reports them. @throws CommandError */
export async function readContentTree(root: string): Promise<ContentTree> {
  const files = await readTree(root).catch((error: unknown) => {
    throw new CommandError(`Папка содержания ${root} не читается: ${String(error)}`);
  });
  const entries: Entry[] = [];
  const terms = { industries: [] as KnownTerm[], formats: [] as KnownTerm[], okrugs: [] as KnownTerm[] };
  for (const file of files) {
    const place = placeOf(file.path);
    if (file.symlink === true) continue;
    if (place.kind === 'entry') entries.push(readEntry(file, place));
    if (place.kind !== 'vocabulary' || place.name === 'synonyms') continue;
    terms[place.name] = termsOf(readVocabulary(file, place.name).yaml.value);
  }
  return {
    root,
    enterprises: entries.filter((entry) => entry.collection === 'enterprises').map(enterpriseOf),
    seasons: entries
      .filter((entry) => entry.collection === 'seasons')
      .map(({ id, fields }) => ({
        id,
        title: textOf(fields.title),
        start: textOf(fields.start),
        end: textOf(fields.end ?? fields.start),
      })),
    programmes: entries
      .filter((entry) => entry.collection === 'programmes')
      .map(({ id, season, path, decoded }) => ({
        season: season ?? '',
        enterprise: id,
        path,
        text: decoded.text,
      })),
    ...terms,
    paths: new Set(files.map((file) => file.path.toLowerCase())),
  };
}
