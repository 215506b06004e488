/** What Astro's process and the build tell each other while the pages are made. */
import type { Known, MadeFrom, Readings } from '../kept/made-from.ts';

/** Set by the build for the process of Astro that it starts; without it Astro runs as ever. */
export const FOLLOWED = 'PAGES_FOLLOWED';

/**
 * So many files may be under way between the two: enough that neither waits for the other at every file, and so few
 * that a site of any size does not pile up in memory.
 */
export const UNDER_WAY = 256;

export type FromAstro =
  /** Astro has started and waits for the content to be found good. */
  | { kind: 'ready' }
  /** Astro has emptied the site's folder and compiles its pages: it makes no file for a while. */
  | { kind: 'cleared' }
  /** The pages' style sheets: pages bring their marks (scripts/build/slim/sheet-marks.ts). Told before any page. */
  | { kind: 'sheets'; sheets: string[] }
  /** A file is made. Astro does not write it: the build does, when it has done its part. */
  | ({ kind: 'made'; name: string } & Begun & MadeFile)
  /** No page is to come: what follows are other files. */
  | { kind: 'pages' }
  /** Files of one text each, begun and made in this order. */
  | { kind: 'files'; files: ({ name: string } & MadeFile)[] }
  /** Astro makes nothing of it, or writes it itself. */
  | ({ kind: 'none'; name: string } & Begun)
  /** All is made: what was read of the content, by number, and what it gave. */
  | ({ kind: 'readings' } & Readings);

/**
 * The files that were begun since the last word, this one at the latest. Files are begun in the same order in every
 * build of the same content, however long each takes.
 */
export type Begun = { begun: string[] };

/** A file that Astro has made, or found to be the same as in the build before. */
export type MadeFile = {
  /** Its text; null: it is the same as in the build before. */
  body: Uint8Array | string | null;
  /** What it was made from; null: it is made again in every build. */
  from: MadeFrom | null;
  /** Made although it is the same as in the build before, to be compared with it. */
  again: boolean;
};

/** The text of a file that was handed over. */
export function textOf(body: Uint8Array | string): string {
  if (typeof body === 'string') return body;
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
}

/**
 * Pages of single visits: more than any others, and the search knows none of them. They are made last, so that its
 * index can be written meanwhile.
 */
export function isVisitPage(name: string): boolean {
  return /^seasons\/[^/]+\/[^/]+\/[^/]+\/index\.html$/.test(name);
}

export type ToAstro =
  | { kind: 'go'; known: Known }
  /** So many files have been taken, or will not come, since the last word. */
  | { kind: 'taken'; files: number };
