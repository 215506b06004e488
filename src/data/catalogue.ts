/** The only caller of astro:content: entries in, the joined catalogue of this build out. */
import { createHash } from 'node:crypto';
import type { CollectionEntry, CollectionKey } from 'astro:content';
import { getCollection, getEntry, render } from 'astro:content';
import type { ImageMetadata } from 'astro';
import type { CatalogueInput, Entry } from '../domain/build-catalogue.ts';
import { buildCatalogue } from '../domain/build-catalogue.ts';
import type { Catalogue, EntryOrigin } from '../domain/catalogue.ts';
import { settings } from '../settings/current.ts';
import type { Instant } from '../time/moscow.ts';

/** The build's clock: SOURCE_DATE_EPOCH, or the moment this build began. */
export const buildInstant: Instant = settings.buildInstant ?? Date.now();

let built: Promise<Catalogue> | undefined;

/** The catalogue at the build's instant; joined once per build. @throws DanglingReferenceError */
export function catalogue(): Promise<Catalogue> {
  return (built ??= load());
}

async function load(): Promise<Catalogue> {
  const [
    enterprises,
    seasons,
    programmes,
    events,
    news,
    pages,
    consents,
    industries,
    formats,
    okrugs,
    synonyms,
  ] = await Promise.all([
    getCollection('enterprises'),
    getCollection('seasons'),
    getCollection('programmes'),
    getCollection('events'),
    getCollection('news'),
    getCollection('pages'),
    getCollection('consents'),
    getCollection('industries'),
    getCollection('formats'),
    getCollection('okrugs'),
    getCollection('synonyms'),
  ]);
  const input: CatalogueInput = {
    vocabulary: {
      industries: industries.map((entry) => entry.data),
      formats: formats.map((entry) => entry.data),
      okrugs: okrugs.map((entry) => entry.data),
      synonyms: synonyms.map((entry) => entry.data),
    },
    enterprises: enterprises.map((entry) => {
      const { cover, ...data } = entry.data;
      return plain(
        entry,
        cover === undefined ? data : { ...data, cover: { ...cover, image: cover.image.src } },
      );
    }),
    seasons: seasons.map((entry) => plain(entry, entry.data)),
    programmes: programmes.map((entry) => plain(entry, entry.data)),
    events: events.map((entry) => plain(entry, entry.data)),
    news: news.map((entry) => plain(entry, entry.data)),
    pages: pages.map((entry) => plain(entry, entry.data)),
    consents: consents.map((entry) => ({
      ...plain(entry, entry.data),
      hash: createHash('sha256')
        .update((entry.body ?? '').normalize('NFC').trim())
        .digest('hex'),
    })),
  };
  return buildCatalogue(input, buildInstant, { drafts: import.meta.env.DEV });
}

function plain<T>(entry: CollectionEntry<CollectionKey>, data: T): Entry<T> {
  const filePath = entry.filePath ?? `${entry.collection}/${entry.id}`;
  const html = entry.rendered?.html;
  return {
    id: entry.id,
    data,
    origin: {
      collection: entry.collection,
      entryId: entry.id,
      filePath,
      // MDX is rendered late: it counts as a body, an empty Markdown file does not.
      hasBody: html === undefined ? filePath.endsWith('.mdx') : html.trim() !== '',
    },
  };
}

/** The body of an entry as a component. @throws Error when the entry does not exist. */
export async function renderBody(origin: EntryOrigin) {
  const entry = await getEntry(origin.collection as CollectionKey, origin.entryId);
  if (entry === undefined) throw new Error(`no entry ${origin.collection}/${origin.entryId}`);
  return render(entry);
}

/** The photo of an enterprise as Astro's picture, or null. */
export async function coverOf(enterpriseId: string): Promise<ImageMetadata | null> {
  const entry = await getEntry('enterprises', enterpriseId);
  return entry?.data.cover?.image ?? null;
}
