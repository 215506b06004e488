/** In Astro's process: which files of the build before would come out the same. */
import type { Ledger } from '../../../src/reads/ledger.ts';
import type { Known, MadeFrom, Readings } from './made-from.ts';

export type Keeping = {
  /** What this file was made from, if it would be made from the same again; else null. */
  stillTrue: (name: string, key: string) => MadeFrom | null;
  /** What a file is made from; null for one that read what nobody can answer for: it is made in every build. */
  madeFrom: (key: string, reads: readonly number[]) => MadeFrom | null;
  /** All readings and what they give in this build. */
  readings: () => Readings;
};

/**
 * Compares a build with the one before. The numbers of readings are those of the build before: the ledger is new,
 * and gives new numbers only to what it did not know. The ledger must be ready.
 */
export function keeping(known: Known, ledger: Ledger): Keeping {
  /** By number: whether a reading gives what it gave; undefined: not looked at yet. */
  const same: (boolean | undefined)[] = [];
  const isSame = (id: number): boolean => {
    const digest = known.digests[id] ?? null;
    return (same[id] ??= digest !== null && digest === ledger.digestOf(id));
  };
  return {
    stillTrue: (name, key) => {
      const before = known.files.get(name);
      return before?.key === key && before.reads.every(isSame) ? before : null;
    },
    madeFrom: (key, reads) =>
      reads.every((id) => ledger.digestOf(id) !== null) ? { key, reads: Int32Array.from(reads) } : null,
    readings: () => ({ keys: ledger.keys, digests: ledger.keys.map((_, id) => ledger.digestOf(id)) }),
  };
}

/** Gives the readings of the build before their numbers again. @throws Error when the ledger has given others. */
export function renumber(known: Known, ledger: Ledger): void {
  for (const [id, key] of known.keys.entries()) {
    if (ledger.idOfKey(key) !== id) throw new Error('the ledger has been written in already');
  }
}
