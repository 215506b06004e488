/** What a file is, told by its path inside the content root. */

export const ENTRY_COLLECTIONS = [
  'enterprises',
  'seasons',
  'programmes',
  'events',
  'news',
  'pages',
  'consent',
] as const;
export type Collection = (typeof ENTRY_COLLECTIONS)[number];

export const FOLDERS = [
  'enterprises',
  'seasons',
  'events',
  'news',
  'pages',
  'consent',
  'vocabulary',
] as const;
export const VOCABULARIES = ['industries', 'formats', 'okrugs', 'synonyms'] as const;
export type VocabularyName = (typeof VOCABULARIES)[number];
export const PICTURE_EXTENSIONS = ['jpg', 'jpeg', 'png', 'webp', 'avif', 'svg'] as const;

export type EntryPlace = {
  kind: 'entry';
  collection: Collection;
  /** The entry's id; a programme's is its enterprise's. */
  id: string;
  /** Id of the season's folder, for seasons and programmes. */
  season?: string;
  mdx: boolean;
  /** The file or a folder above it begins with `_`: never published. */
  hidden: boolean;
};

export type Place =
  | EntryPlace
  | { kind: 'vocabulary'; name: VocabularyName }
  | { kind: 'guide' }
  | { kind: 'picture'; extension: string }
  /** An entry by its meaning, but the site looks only at `.md` and `.mdx` in lower case. */
  | { kind: 'wrong-extension'; wanted: string }
  | { kind: 'unknown-folder'; folder: string }
  | { kind: 'stray' };

/** Tells what the file is; the path uses `/` and is relative to the content root. */
export function placeOf(path: string): Place {
  if (path === 'README.md') return { kind: 'guide' };
  const parts = path.split('/');
  const folder = parts[0] ?? '';
  if (parts.length === 1) return { kind: 'stray' };
  if (!(FOLDERS as readonly string[]).includes(folder)) return { kind: 'unknown-folder', folder };
  const name = parts.at(-1) ?? '';
  const dot = name.lastIndexOf('.');
  const stem = dot <= 0 ? name : name.slice(0, dot);
  const extension = dot <= 0 ? '' : name.slice(dot + 1);
  if (folder === 'vocabulary') return vocabularyPlace(parts, stem, extension);
  const lower = extension.toLowerCase();
  if (lower === 'markdown' || (extension !== lower && (lower === 'md' || lower === 'mdx'))) {
    return { kind: 'wrong-extension', wanted: `${stem}.${lower === 'mdx' ? 'mdx' : 'md'}` };
  }
  if ((PICTURE_EXTENSIONS as readonly string[]).includes(lower)) return { kind: 'picture', extension: lower };
  if (extension !== 'md' && extension !== 'mdx') return { kind: 'stray' };
  if (stem !== 'index' && stem.toLowerCase() === 'index' && parts.length === 3) {
    return { kind: 'wrong-extension', wanted: `index.${extension}` };
  }
  return entryPlace(folder, parts, stem, extension === 'mdx');
}

function vocabularyPlace(parts: readonly string[], stem: string, extension: string): Place {
  const name = VOCABULARIES.find((known) => known === stem);
  if (parts.length !== 2 || name === undefined) return { kind: 'stray' };
  if (extension === 'yaml') return { kind: 'vocabulary', name };
  return /^ya?ml$/i.test(extension) ? { kind: 'wrong-extension', wanted: `${stem}.yaml` } : { kind: 'stray' };
}

function entryPlace(folder: string, parts: readonly string[], stem: string, mdx: boolean): Place {
  const hidden = parts.some((part) => part.startsWith('_'));
  const entry = (collection: Collection, id: string, season?: string): EntryPlace => ({
    kind: 'entry',
    collection,
    id,
    mdx,
    hidden,
    ...(season === undefined ? {} : { season }),
  });
  if (folder === 'seasons') {
    const season = parts[1] ?? '';
    if (parts.length !== 3) return { kind: 'stray' };
    return stem === 'index' ? entry('seasons', season, season) : entry('programmes', stem, season);
  }
  const collection = ENTRY_COLLECTIONS.find((known) => known === folder);
  if (collection === undefined) return { kind: 'stray' };
  if (parts.length === 2) return entry(collection, stem);
  const own =
    parts.length === 3 && stem === 'index' && ['enterprises', 'events', 'news'].includes(collection);
  return own ? entry(collection, parts[1] ?? '') : { kind: 'stray' };
}
