/** The catalogue of a content folder without Astro: for the tests of the search and its bench. */
import path from 'node:path';
import type { z } from 'zod';
import { buildCatalogue } from '../../src/domain/build-catalogue.ts';
import type { Entry } from '../../src/domain/build-catalogue.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { enterprise } from '../../src/schema/enterprise.ts';
import { event } from '../../src/schema/event.ts';
import { news } from '../../src/schema/news.ts';
import { page } from '../../src/schema/page.ts';
import { programme } from '../../src/schema/programme.ts';
import { season } from '../../src/schema/season.ts';
import { formats, industries, okrugs, synonyms } from '../../src/schema/vocabulary.ts';
import type { Instant } from '../../src/time/moscow.ts';
import { isPublished, readEntry, readVocabulary } from '../content/read/entry.ts';
import type { Entry as FileEntry } from '../content/read/entry.ts';
import { placeOf } from '../content/read/place.ts';
import type { Collection, VocabularyName } from '../content/read/place.ts';
import { readTree } from '../content/read/read-tree.ts';

/** Reads and joins everything published under `root`, as of `now`. @throws ZodError on entries that are wrong. */
export async function readCatalogue(root: string, now: Instant): Promise<Catalogue> {
  const entries: FileEntry[] = [];
  const lists = new Map<VocabularyName, unknown>();
  for (const file of await readTree(path.resolve(root))) {
    const place = placeOf(file.path);
    if (place.kind === 'vocabulary') lists.set(place.name, readVocabulary(file, place.name).yaml.value);
    else if (place.kind === 'entry') entries.push(readEntry(file, place));
  }
  const of = <T extends z.ZodType>(collection: Collection, schema: T): Entry<z.output<T>>[] =>
    entries
      .filter((entry) => entry.collection === collection && isPublished(entry))
      .map((entry) => {
        const id = collection === 'programmes' ? `${entry.season ?? ''}/${entry.id}` : entry.id;
        return {
          id,
          data: schema.parse(entry.fields),
          origin: { collection, entryId: id, filePath: entry.path, hasBody: true },
        };
      });
  return buildCatalogue(
    {
      vocabulary: {
        industries: industries.parse(lists.get('industries')),
        formats: formats.parse(lists.get('formats')),
        okrugs: okrugs.parse(lists.get('okrugs')),
        synonyms: synonyms.parse(lists.get('synonyms') ?? []),
      },
      enterprises: of('enterprises', enterprise),
      seasons: of('seasons', season),
      programmes: of('programmes', programme),
      events: of('events', event),
      news: of('news', news),
      pages: of('pages', page),
      consents: [],
    },
    now,
  );
}
