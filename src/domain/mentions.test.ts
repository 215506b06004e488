import { expect, it } from 'vitest';
import type { Catalogue, EnterpriseView, EventView, NewsView } from './catalogue.ts';
import { mentions } from './mentions.ts';

const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id }) as EnterpriseView) as [
  EnterpriseView,
  EnterpriseView,
  EnterpriseView,
];
const catalogue = {
  events: [
    { id: 'later', enterprises: [a, b] } as EventView,
    { id: 'earlier', enterprises: [a, a] } as EventView,
  ],
  news: [
    { id: 'new', enterprises: [b] } as NewsView,
    { id: 'other', enterprises: [] as EnterpriseView[] } as NewsView,
  ],
} as Catalogue;

it.each([
  [a, ['later', 'earlier'], []],
  [b, ['later'], ['new']],
  [c, [], []],
])('%j is named once in each, in the order of the catalogue', (enterprise, events, news) => {
  const found = mentions(catalogue)(enterprise);
  expect(found.events.map(({ id }) => id)).toEqual(events);
  expect(found.news.map(({ id }) => id)).toEqual(news);
});
