/** A card as it is printed, with its plates drawn: all that a picture is made of. */
import { capitalised, typo } from '../../src/components/text.ts';
import { plateSvg } from '../../src/plates/plate.ts';
import type { SocialCard } from '../../src/seo/social-cards.ts';

export type Drawing = { card: SocialCard; plates: string[] };

/** Sets the words of a card and draws its plates, always in the light scheme: a picture in a chat knows no reader's system. */
export function drawingOf(card: SocialCard): Drawing {
  const { eyebrow, title, text, plates } = card;
  return {
    card: { ...card, eyebrow: typo(eyebrow), title: typo(title), text: typo(capitalised(text)) },
    plates: plates.map((plate) => plateSvg(plate, 'light')),
  };
}
