/**
 * Files of one text each, of which there are thousands: calendars, plates. The build makes them by themselves: an
 * address, a request and an answer take longer than such a text does.
 */
export type PlainFile = {
  /** Its path below the site's folder. */
  name: string;
  /** The key of what it is made of: it is made again only when that, anything it reads, or the code has changed. */
  key: string;
  /** Its text; null: there is none to make. */
  text: () => string | null | Promise<string | null>;
};

export type PlainFiles = {
  /** Whoever makes the pages makes these files too; else they are routes as any other. */
  wanted: boolean;
  readonly list: PlainFile[];
};

/** One list for the whole process, as there is one ledger. */
const SHARED = Symbol.for('plain files');
const place = globalThis as unknown as Record<typeof SHARED, PlainFiles | undefined>;

export const plainFiles: PlainFiles = (place[SHARED] ??= { wanted: false, list: [] });
