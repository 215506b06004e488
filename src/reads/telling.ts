/** An object that tells the ledger when it is read. */
import type { Ledger } from './ledger.ts';

export type Fields = Record<string, unknown>;

/**
 * The object itself to whoever reads it. A reading is called by its name, or `<name>#<field>` for a field that is a
 * part of its own.
 */
export function telling(
  fields: Fields,
  ledger: Ledger,
  kind: string,
  name: string,
  isPart: (value: unknown) => boolean,
): object {
  let own: number | undefined;
  const parts = new Map<string, number>();
  const told = (field: string | symbol): void => {
    const page = ledger.page();
    if (page === undefined) return;
    if (typeof field === 'symbol' || !isPart(fields[field])) {
      page.add((own ??= ledger.idOf(kind, name)));
      return;
    }
    let part = parts.get(field);
    if (part === undefined) {
      part = ledger.idOf(kind, `${name}#${field}`);
      parts.set(field, part);
    }
    page.add(part);
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
