/** A card with its plates drawn: all that a picture is made of. */
import { plateSvg } from '../../src/plates/plate.ts';
import type { SocialCard } from '../../src/seo/social-cards.ts';

export type Drawing = { card: SocialCard; plates: string[] };

/** Draws the plates of a card, always in the light scheme: a picture in a chat knows no reader's system. */
export function drawingOf(card: SocialCard): Drawing {
  return { card, plates: card.plates.map((plate) => plateSvg(plate, 'light')) };
}
