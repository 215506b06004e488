/** MiniSearch and Pagefind alone over the same catalogue, for the bench. */
import path from 'node:path';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import type { CatalogueList } from '../../src/search/list.ts';

export type Answers = (query: string) => string[];

type Row = { id: string; title: string; note: string; more: string; place: string };

/** MiniSearch with its forgiving options on: prefix, fuzzy, ё as е, titles before the rest. */
export function miniSearch(list: CatalogueList): { answers: Answers; indexJson: string } {
  const rows = list.groups.flatMap(({ kind, ids, titles, notes, more }): Row[] =>
    ids.map((id, i) => ({
      id: `${kind}/${id}`,
      title: titles[i] ?? '',
      note: notes[i] ?? '',
      more: more[i] ?? '',
      place: kind === 'enterprise' ? (list.tags.places[i] ?? '') : '',
    })),
  );
  const index = new MiniSearch<Row>({
    fields: ['title', 'note', 'more', 'place'],
    processTerm: (term) => term.toLowerCase().replaceAll('ё', 'е'),
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3, more: 3, note: 2 } },
  });
  index.addAll(rows);
  return {
    answers: (query) => index.search(query).map((result) => String(result.id)),
    indexJson: JSON.stringify(index),
  };
}

/** Indexes the whole site as Pagefind does by itself, into `pagefind-alone/`. */
export async function indexAlone(siteDir: string): Promise<void> {
  const { index, errors } = await createIndex({ rootSelector: 'main' });
  if (index === undefined) throw new Error(errors.join('; '));
  try {
    await index.addDirectory({ path: siteDir });
    await index.writeFiles({ outputPath: path.join(siteDir, 'pagefind-alone') });
  } finally {
    await close();
  }
}

const KINDS: Readonly<Record<string, string>> = {
  enterprises: 'enterprise',
  industries: 'industry',
  formats: 'format',
  okrugs: 'okrug',
  seasons: 'season',
  events: 'event',
};

/** The entry a page stands for, as `kind/id`; an enterprise's programme in a season counts as the enterprise. */
export function entryOfPage(url: string): string {
  const [folder = '', first = '', second = ''] = url.split('/').filter((part) => part !== '');
  const kind = KINDS[folder];
  if (kind === undefined) return `page/${folder}`;
  if (folder === 'seasons' && second !== '') return `enterprise/${second}`;
  return first === '' ? `page/${folder}` : `${kind}/${first}`;
}
