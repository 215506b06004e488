/** What version control knows about a file of content; the stamps of calendars, feeds and the sitemap. */
import type { Day, Instant } from '../time/moscow.ts';
import { instantOf } from '../time/moscow.ts';
import type { EntryOrigin } from './catalogue.ts';

/** The life of one file: how many commits touched it, the first and the last of them. */
export type FileHistory = { revisions: number; firstAt: Instant; lastAt: Instant };

/**
 * `full`: the whole history is there. `shallow`: a clone without the past, its dates say nothing.
 * `none`: no repository, no git, or the content is not in it.
 */
export type HistoryKnowledge = 'full' | 'shallow' | 'none';

export type ContentHistory = {
  knowledge: HistoryKnowledge;
  /** By file path, as in `EntryOrigin.filePath`; null when version control does not know the file. */
  fileOf: (origin: Pick<EntryOrigin, 'filePath'>) => FileHistory | null;
};

/** When an entry was last revised and how often before: what calendars call DTSTAMP and SEQUENCE. */
export type Revision = { at: Instant; sequence: number };

/** Without any history: nothing is known about any file. */
export const NO_HISTORY: ContentHistory = { knowledge: 'none', fileOf: () => null };

/**
 * The revision of an entry from version control; without it from the day an editor wrote in `updated`, else
 * from a day of the content itself. Never from the build's clock, so that a rebuild changes nothing.
 */
export function revisionOf(
  history: ContentHistory,
  entry: { origin: EntryOrigin; updated?: Day | undefined },
  fallback: Day,
): Revision {
  const file = history.fileOf(entry.origin);
  if (file !== null) return { at: file.lastAt, sequence: file.revisions - 1 };
  return { at: instantOf(entry.updated ?? fallback), sequence: 0 };
}
