/** Loads the list of instant answers once; a failed attempt is forgotten, so that the next key tries again. */
import type { CatalogueList } from './list.ts';
import { LIST_VERSION } from './list.ts';
import type { Engine } from './query/search.ts';
import { prepare } from './query/search.ts';

const ADDRESS = '/search/list.json';

let loading: Promise<Engine> | undefined;

/** The engine over the site's list. Rejects when the list cannot be had; the next call tries again. */
export function loadEngine(): Promise<Engine> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Engine> {
  const response = await fetch(ADDRESS);
  if (!response.ok) throw new Error(`${ADDRESS}: ${response.status}`);
  const list = (await response.json()) as CatalogueList;
  // A page kept open over a release may meet a list of another shape: better none than wrong answers.
  if (list.version !== LIST_VERSION) throw new Error(`${ADDRESS}: version ${list.version}`);
  return prepare(list);
}
