/** An entry of package-lock.json's `packages`, as far as it matters here. */
export type LockEntry = Record<string, unknown>;

/** Optional platform packages that the lockfile lacks, by their place in it. */
export function missingEntries(packages: Record<string, LockEntry>): Record<string, LockEntry>;
