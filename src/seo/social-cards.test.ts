import { expect, test } from 'vitest';
import { sample } from './sample.testing.ts';
import { socialCards } from './social-cards.ts';

const cardAt = (catalogue: ReturnType<typeof sample>, path: string) =>
  socialCards(catalogue).find((card) => card.path === path);

test('every page with a picture of its own has one card, each at its path', () => {
  const paths = socialCards(sample()).map(({ path }) => path);
  expect(paths).toEqual([
    '/og/default.png',
    '/og/enterprises/primer.png',
    '/og/seasons/2026-09.png',
    '/og/seasons/2019.png',
    '/og/sessions/2026-09/primer/2026-09-15-1030.png',
    '/og/events/kviz.png',
    '/og/news/2026-08-20-zapis.png',
  ]);
});

test('an enterprise: name, what it makes, its plate', () => {
  expect(cardAt(sample(), '/og/enterprises/primer.png')).toEqual({
    path: '/og/enterprises/primer.png',
    eyebrow: 'Металл и машины',
    title: 'Пример',
    text: 'лифты, насосы и лебёдки',
    gate: null,
    plates: [{ id: 'primer', industry: 'metal', makes: 'лифты, насосы и лебёдки' }],
  });
});

test('a session: day and gate time; a cancelled one says so', () => {
  const path = '/og/sessions/2026-09/primer/2026-09-15-1030.png';
  expect(cardAt(sample(), path)?.gate).toEqual({ time: '10:30', day: '15\u00A0сентября', note: 'вторник' });
  const cancelled = sample([{ date: '2026-09-15', time: '10:30', status: 'cancelled' }]);
  expect(cardAt(cancelled, path)?.gate?.note).toBe('отменено');
});

test('a season: its period and at least one plate, also without enterprises', () => {
  expect(cardAt(sample(), '/og/seasons/2026-09.png')).toMatchObject({ text: '1–30\u00A0сентября 2026' });
  for (const card of socialCards(sample())) {
    expect(card.plates.length).toBeGreaterThanOrEqual(1);
    expect(card.plates.length).toBeLessThanOrEqual(6);
  }
});

test('fictional entries are marked', () => {
  const card = cardAt(sample(undefined, { enterprise: { demo: true } }), '/og/enterprises/primer.png');
  expect(card?.eyebrow).toBe('Демонстрация · Металл и машины');
});
