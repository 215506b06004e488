import type { SessionCode } from './session-codes.ts';
import type { SocialCard } from './social-cards.ts';

/** The list that Astro hands to the build: pictures are drawn there, beside the pages. */
export type Drawings = { cards: SocialCard[]; codes: SessionCode[] };
