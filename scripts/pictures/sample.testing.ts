/** A card for the tests of this folder. */
import type { SocialCard } from '../../src/seo/social-cards.ts';

export function card(change: Partial<SocialCard> = {}): SocialCard {
  return {
    path: '/og/enterprises/plant.png',
    eyebrow: 'Пищевая промышленность',
    title: 'Завод «Пример» № 5',
    text: 'Шоколад и конфеты',
    gate: null,
    plates: [{ industry: 'food', id: 'plant', makes: 'шоколад' }],
    ...change,
  };
}
