/** An object that tells the ledger when it is read. */
import type { Ledger } from './ledger.ts';

export type Fields = Record<string, unknown>;

/** What is told of a field: that its object was read, or that this field was, which is a part of its own. */
export type Part = (value: unknown) => boolean;

/**
 * The object itself to whoever reads it. A reading is called by its name, or `<name>#<field>` for a field that is a
 * part of its own; which are is found out at the first reading, and the object stays as it is from then on.
 */
export function telling(fields: Fields, ledger: Ledger, kind: string, name: string, isPart: Part): object {
  let own = -1;
  let parts: (readonly [field: string, id: number])[] | undefined;
  /** The page that has read the object itself last: most of its readings follow one another. */
  let reader = 0;
  const partsNow = (): (readonly [field: string, id: number])[] =>
    Object.entries(fields)
      .filter(([, value]) => isPart(value))
      .map(([field]) => [field, ledger.idOf(kind, `${name}#${field}`)] as const);
  const told = (field: string | symbol): void => {
    const page = ledger.page();
    if (page === undefined) return;
    if (parts === undefined) {
      parts = partsNow();
      own = ledger.idOf(kind, name);
    }
    for (const [part, id] of parts) {
      if (part === field) {
        page.add(id);
        return;
      }
    }
    if (reader === page.serial) return;
    page.add(own);
    reader = page.serial;
  };
  return new Proxy(fields, {
    get: (target, field) => {
      told(field);
      return Reflect.get(target, field) as unknown;
    },
    has: (target, field) => {
      told(field);
      return Reflect.has(target, field);
    },
    getOwnPropertyDescriptor: (target, field) => {
      told(field);
      return Reflect.getOwnPropertyDescriptor(target, field);
    },
    ownKeys: (target) => {
      told(Symbol.iterator);
      return Reflect.ownKeys(target);
    },
  });
}
