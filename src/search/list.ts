/**
 * The one small list behind instant answers: parallel arrays, numbers instead of names, synonyms already
 * turned into places in the list. `wire.ts` says how it travels to the browser.
 */
export const LIST_VERSION = 2;

export const KINDS = [
  'enterprise',
  'industry',
  'format',
  'okrug',
  'season',
  'event',
  'page',
  'facet',
] as const;
export type Kind = (typeof KINDS)[number];

/** Entries of one kind; the arrays run side by side. `more` holds further names, never shown. */
export interface ListGroup {
  readonly kind: Kind;
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  readonly notes: readonly string[];
  readonly more: readonly string[];
}

/** What is known of each enterprise besides its words; side by side with the first group. */
export interface EnterpriseTags {
  /** District, metro, zone. */
  readonly places: readonly string[];
  /** Index in the group of industries. */
  readonly industries: readonly number[];
  /** Index in the group of okrugs, -1 when not known. */
  readonly okrugs: readonly number[];
  /** One base-36 digit per format: its index in the group of formats, ascending. */
  readonly formats: readonly string[];
  /** 0 active, 1 online only, 2 formerly. */
  readonly standings: readonly number[];
  /** Minimum age, 0 when none is stated. */
  readonly ages: readonly number[];
}

/** Coming sessions in order of start, then of enterprises; side by side. */
export interface ListSessions {
  /** Index in the group of enterprises. */
  readonly enterprises: readonly number[];
  /** Index in the group of seasons. */
  readonly seasons: readonly number[];
  /** Index in the group of formats. */
  readonly formats: readonly number[];
  /** The last part of the session's id: `2026-12-09-1030`. */
  readonly times: readonly string[];
}

export interface CatalogueList {
  readonly version: number;
  /** The group of enterprises stands first. */
  readonly groups: readonly ListGroup[];
  readonly tags: EnterpriseTags;
  /** What people say, several ways at once, and the entries meant, best first, counted through all groups. */
  readonly synonyms: readonly (readonly [words: readonly string[], entries: readonly number[]])[];
  readonly sessions: ListSessions;
}

const FOLDER: Readonly<Record<Kind, string>> = {
  enterprise: '/enterprises/',
  industry: '/industries/',
  format: '/formats/',
  okrug: '/okrugs/',
  season: '/seasons/',
  event: '/events/',
  page: '/',
  facet: '/enterprises/?',
};

/** The address of an entry on the site. */
export function addressOf(kind: Kind, id: string): string {
  return kind === 'facet' ? FOLDER.facet + id : `${FOLDER[kind]}${id}/`;
}
