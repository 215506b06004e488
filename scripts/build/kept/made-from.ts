/** What a file of the site was made from, in the words of src/reads/ledger.ts. */

export type MadeFrom = {
  /** The key of its props: src/data/kept-paths.ts. */
  key: string;
  /** The numbers of all that it read of the content. */
  reads: Int32Array;
};

/** All readings of a build by number, and what each gave; null: nothing of that name was left. */
export type Readings = { keys: readonly string[]; digests: readonly (string | null)[] };

/** What the build before has left. */
export type Known = Readings & {
  files: ReadonlyMap<string, MadeFrom>;
  /** Make all of them again, to be compared with what was kept. */
  check: boolean;
};

/** Nothing is kept of a build before. */
export const NOTHING: Known = { keys: [], digests: [], files: new Map(), check: false };
