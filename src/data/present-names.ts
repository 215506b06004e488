/** Enterprises that have been renamed: the history of their files goes on under the present name. */

/** The present id of an enterprise by each of its former ones. */
export type PresentNames = ReadonlyMap<string, string>;

/** For readers that know of no renaming. */
export const NO_NAMES: PresentNames = new Map();

/** The former names that the enterprises of this build list. */
export async function presentNames(): Promise<PresentNames> {
  // Only now: the readers of git are tested without Astro, where there is no catalogue.
  const { catalogue } = await import('./catalogue.ts');
  const { enterprises } = await catalogue();
  return new Map(enterprises.flatMap(({ id, formerly }) => formerly.map((old) => [old, id] as const)));
}

/**
 * What an entry's file is called for ever: its path in the content without the ending (`a.md`, `a.mdx` and
 * `a/index.md` are one entry), an enterprise by its present name.
 */
export function lastingName(file: string, names: PresentNames): string {
  const entry = file.replace(/\\/g, '/').replace(/(?:\/index)?\.mdx?$/, '');
  const [folder, ...rest] = entry.split('/');
  const present = (name: string): string => names.get(name) ?? name;
  if (folder === 'enterprises' && rest.length === 1) return `${folder}/${present(rest[0] ?? '')}`;
  if (folder === 'seasons' && rest.length === 2)
    return `${folder}/${rest[0] ?? ''}/${present(rest[1] ?? '')}`;
  return entry;
}
