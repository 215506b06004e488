/** Resolves ids to what they name and remembers every one that names nothing. */
import type { EntryOrigin } from './catalogue.ts';

export type ReferenceIndex<T> = { where: string; byId: ReadonlyMap<string, T> };

/** Content refers to something that does not exist; the message names file, field and value, in Russian. */
export class DanglingReferenceError extends Error {
  override name = 'DanglingReferenceError';
}

export class References {
  readonly #dangling: string[] = [];

  /** An index of things by their id. */
  index<T extends { id: string }>(where: string, items: readonly T[]): ReferenceIndex<T> {
    return { where, byId: new Map(items.map((item) => [item.id, item])) };
  }

  /** What the id names, or null after noting that it names nothing. */
  one<T>(origin: EntryOrigin, field: string, id: string, index: ReferenceIndex<T>): T | null {
    const found = index.byId.get(id);
    if (found !== undefined) return found;
    this.#dangling.push(
      `${origin.filePath} — поле «${field}»: такого нет. Написано: «${id}». Нужно: имя из ${index.where}.`,
    );
    return null;
  }

  /** All that the ids name, without those that name nothing. */
  many<T>(origin: EntryOrigin, field: string, ids: readonly string[], index: ReferenceIndex<T>): T[] {
    return ids.flatMap((id) => this.one(origin, field, id, index) ?? []);
  }

  /** @throws DanglingReferenceError when any id so far named nothing. */
  assertNoneDangling(): void {
    if (this.#dangling.length > 0) throw new DanglingReferenceError(this.#dangling.join('\n'));
  }
}
