/** What Astro's process and the build tell each other while the pages are made. */

/** Set by the build for the process of Astro that it starts; without it Astro runs as ever. */
export const FOLLOWED = 'PAGES_FOLLOWED';

export type FromAstro =
  /** Astro has started and waits for the content to be found good. */
  | { kind: 'ready' }
  /** This file is being made and will be written soon. Files come in the same order in every build of the same content. */
  | { kind: 'file'; name: string }
  /** This file will not be what it was announced as. */
  | { kind: 'none'; name: string };

export type ToAstro = { kind: 'go' };
