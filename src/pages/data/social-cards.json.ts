/** What stands on the social pictures: read by the stage that draws them, which then takes the file away. */
import type { APIRoute } from 'astro';
import { capitalised, typo } from '../../components/text.ts';
import { catalogue } from '../../data/catalogue.ts';
import { socialCards } from '../../seo/social-cards.ts';

export const GET: APIRoute = async () => {
  const cards = socialCards(await catalogue()).map((card) => ({
    ...card,
    eyebrow: typo(card.eyebrow),
    title: typo(card.title),
    text: typo(capitalised(card.text)),
  }));
  return new Response(JSON.stringify(cards));
};
