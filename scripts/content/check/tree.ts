/** All files of a content root, sorted into what they are and parsed once. */
import type { Entry, RawFile, VocabularyFile } from '../read/entry.ts';
import { readEntry, readVocabulary } from '../read/entry.ts';
import type { Collection, Place, VocabularyName } from '../read/place.ts';
import { placeOf } from '../read/place.ts';
import type { Instant } from '../../../src/time/moscow.ts';

export type PlacedFile = RawFile & { place: Place };

export type Tree = {
  /** Every file, also those that the site does not look at. */
  files: readonly PlacedFile[];
  entries: readonly Entry[];
  /** Entries by collection and id; ids of programmes are `<season>/<enterprise>`. */
  byId: Readonly<Record<Collection, ReadonlyMap<string, Entry>>>;
  vocabularies: ReadonlyMap<VocabularyName, VocabularyFile>;
  /** Paths of all ordinary files. */
  paths: ReadonlySet<string>;
  now: Instant;
};

/** The id under which others refer to the entry. */
export function entryKey(entry: Pick<Entry, 'collection' | 'id' | 'season'>): string {
  return entry.collection === 'programmes' ? `${entry.season ?? ''}/${entry.id}` : entry.id;
}

/** Parses every entry and vocabulary. Symlinks are listed and not read. */
export function buildTree(raw: readonly RawFile[], now: Instant): Tree {
  const files = raw.map((file) => ({ ...file, place: placeOf(file.path) }));
  const entries: Entry[] = [];
  const vocabularies = new Map<VocabularyName, VocabularyFile>();
  for (const file of files) {
    if (file.symlink === true) continue;
    if (file.place.kind === 'entry') entries.push(readEntry(file, file.place));
    else if (file.place.kind === 'vocabulary') {
      vocabularies.set(file.place.name, readVocabulary(file, file.place.name));
    }
  }
  const of = (collection: Collection): ReadonlyMap<string, Entry> =>
    new Map(
      entries.filter((entry) => entry.collection === collection).map((entry) => [entryKey(entry), entry]),
    );
  const byId = {
    enterprises: of('enterprises'),
    seasons: of('seasons'),
    programmes: of('programmes'),
    events: of('events'),
    news: of('news'),
    pages: of('pages'),
    consent: of('consent'),
  };
  const paths = new Set(files.filter((file) => file.symlink !== true).map((file) => file.path));
  return { files, entries, byId, vocabularies, paths, now };
}
