/**
 * The catalogue whose entries tell when they are read. An entry (an enterprise, a season, a programme, a visit …) is
 * one reading with all that it says of itself; each of its lists of other entries is one of its own, and so is each
 * part of the catalogue. Entries are the same objects whichever way they are reached: they may be compared.
 */
import type { Catalogue } from '../domain/catalogue.ts';
import { mark } from './digest.ts';
import type { Answering, Ledger } from './ledger.ts';
import type { Fields } from './telling.ts';
import { telling } from './telling.ts';

/** The kind of these readings. */
export const CONTENT = 'content';

export type Tracked = {
  catalogue: Catalogue;
  /** Answers the readings of this catalogue. */
  answer: Answering;
  /** A value as text, in which entries stand by name. @throws Error for what is no plain data. */
  textOf: (value: unknown) => string;
  /** The entry of a name, as `nameOf` gives it. */
  entryOf: (name: string) => object | undefined;
  /** @throws Error for what is no entry of this catalogue. */
  nameOf: (entry: object) => string;
};

/** Wraps a catalogue; the one given is used up: its entries refer to the wrapped ones afterwards. */
export function trackedCatalogue(catalogue: Catalogue, ledger: Ledger): Tracked {
  /** Of entries, bare and wrapped. */
  const names = new Map<unknown, string>();
  const bare = new Map<string, Fields>();
  const wrapped = new Map<unknown, object>();
  const isList = (value: unknown): boolean => Array.isArray(value) && value.some((item) => names.has(item));

  for (const [kind, entries] of Object.entries(entriesOf(catalogue))) {
    for (const entry of entries) {
      const name = `${kind}/${entry.id}`;
      const proxy = telling(entry, ledger, CONTENT, name, isList);
      bare.set(name, entry);
      wrapped.set(entry, proxy);
      names.set(entry, name).set(proxy, name);
    }
  }
  const linked = (value: unknown): unknown =>
    isList(value) ? (value as unknown[]).map(linked) : (wrapped.get(value) ?? value);
  const link = (fields: Fields): Fields => {
    for (const [field, value] of Object.entries(fields)) fields[field] = linked(value);
    return fields;
  };
  for (const entry of bare.values()) link(entry);
  const whole = link({ ...catalogue });
  bare.set('', whole);

  const textOf = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => plain(part, names));
  /** What an entry says of itself. A list that is empty belongs to it, so that the first of it is a change. */
  const own = (fields: Fields): string =>
    textOf(Object.fromEntries(Object.entries(fields).filter(([, value]) => !isList(value))));
  return {
    catalogue: telling(whole, ledger, CONTENT, '', () => true) as Catalogue,
    answer: (name) => {
      // Which parts the catalogue has is written in the code; whoever awaits it looks for a part that is none.
      if (name === '') return '';
      const [entry = '', field] = name.split('#');
      const fields = bare.get(entry);
      if (fields === undefined) return null;
      return mark(field === undefined ? own(fields) : textOf(fields[field] ?? null));
    },
    textOf,
    entryOf: (name) => wrapped.get(bare.get(name)),
    nameOf: (entry) => {
      const name = names.get(entry);
      if (name === undefined) throw new Error('not an entry of the catalogue');
      return name;
    },
  };
}

type Entry = Fields & { id: string };

function entriesOf(catalogue: Catalogue): Record<string, readonly Entry[]> {
  const { enterprises, seasons, sessions, events, news, pages, consents } = catalogue;
  const programmes = seasons.flatMap((season) => season.programmes);
  return { enterprises, seasons, programmes, sessions, events, news, pages, consents };
}

/** An entry by its name; anything else as it is, if it is plain data. */
function plain(value: unknown, names: ReadonlyMap<unknown, string>): unknown {
  const entry = names.get(value);
  if (entry !== undefined) return { entry };
  if (typeof value === 'object' && value !== null) {
    const proto: unknown = Object.getPrototypeOf(value);
    if (!Array.isArray(value) && proto !== Object.prototype && proto !== null)
      throw new Error('what is no plain data cannot be told apart');
  } else if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    throw new Error(`a ${typeof value} cannot be told apart`);
  return value;
}
