/** The only caller of astro:content: entries in, the joined catalogue of this build out. */
import { createHash } from 'node:crypto';
import type { CollectionEntry, CollectionKey } from 'astro:content';
import { getCollection, render } from 'astro:content';
import type { ImageMetadata } from 'astro';
import type { CatalogueInput, Entry } from '../domain/build-catalogue.ts';
import { buildCatalogue } from '../domain/build-catalogue.ts';
import type { Catalogue, EntryOrigin } from '../domain/catalogue.ts';
import { mark } from '../reads/digest.ts';
import { ledger } from '../reads/ledger.ts';
import type { Tracked } from '../reads/tracked-catalogue.ts';
import { CONTENT, trackedCatalogue } from '../reads/tracked-catalogue.ts';
import { settings } from '../settings/current.ts';
import type { Instant } from '../time/moscow.ts';

/** The build's clock: SOURCE_DATE_EPOCH, or the moment this build began. */
const buildInstant: Instant = settings.buildInstant ?? Date.now();

/** The kind of readings that are the text of an entry. */
const BODY = 'body';

type Content = {
  tracked: Tracked;
  /** The entries that have a text, by collection and id, as Astro knows them. */
  entries: ReadonlyMap<string, CollectionEntry<CollectionKey>>;
};

let built: Promise<Content> | undefined;

function content(): Promise<Content> {
  return (built ??= ledger.aside(load));
}

/** The catalogue at the build's instant with the names of its entries. @throws DanglingReferenceError */
export async function trackedContent(): Promise<Tracked> {
  return (await content()).tracked;
}

/** The catalogue at the build's instant; joined once per build. @throws DanglingReferenceError */
export async function catalogue(): Promise<Catalogue> {
  return (await trackedContent()).catalogue;
}

async function load(): Promise<Content> {
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
  const tracked = trackedCatalogue(
    buildCatalogue(input, buildInstant, { drafts: import.meta.env.DEV }),
    ledger,
  );
  ledger.answers(CONTENT, () => Promise.resolve(tracked.answer));
  const texts = new Map<string, CollectionEntry<CollectionKey>>(
    [enterprises, seasons, programmes, events, news, pages, consents]
      .flat()
      .map((entry) => [bodyName(entry.collection, entry.id), entry]),
  );
  ledger.answers(BODY, () =>
    Promise.resolve((name) => {
      const entry = texts.get(name);
      // The text of MDX belongs to the code: scripts/build/kept/makings.ts.
      return entry === undefined ? null : mark(entry.rendered?.html ?? '');
    }),
  );
  return { tracked, entries: texts };
}

function bodyName(collection: string, entryId: string): string {
  return `${collection}/${entryId}`;
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
  const { entries } = await content();
  const name = bodyName(origin.collection, origin.entryId);
  ledger.note(BODY, name);
  const entry = entries.get(name);
  if (entry === undefined) throw new Error(`no entry ${origin.collection}/${origin.entryId}`);
  return render(entry);
}

/** The photo of an enterprise as Astro's picture. @throws Error when it has none. */
export async function coverOf(enterpriseId: string): Promise<ImageMetadata> {
  const { entries } = await content();
  const entry = entries.get(bodyName('enterprises', enterpriseId));
  const photo = entry?.collection === 'enterprises' ? entry.data.cover?.image : undefined;
  if (photo === undefined) throw new Error(`no photo of ${enterpriseId}`);
  return photo;
}
