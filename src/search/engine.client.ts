/** Loads the list of instant answers once; a failed attempt is forgotten, so that the next key tries again. */
import { LIST_VERSION } from './list.ts';
import type { Engine } from './query/search.ts';
import { prepare } from './query/search.ts';
import type { Wire } from './wire.ts';
import { unpackList } from './wire.ts';

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
  const wire = (await response.json()) as Wire;
  // A page kept open over a release may meet a list of another shape: better none than wrong answers.
  if (wire.version !== LIST_VERSION) throw new Error(`${ADDRESS}: version ${wire.version}`);
  return prepare(unpackList(wire));
}
