import { describe, expect, it } from 'vitest';
import { checkGraph, graphOf, hasProperty, readVocabulary } from './structured-data.ts';

const vocabulary = readVocabulary();
const faults = (...graph: unknown[]): string[] => checkGraph(vocabulary, graph).faults;

const event = {
  '@type': 'Event',
  name: 'Экскурсия',
  startDate: '2026-09-15T10:30:00+03:00',
  location: { '@type': 'Place', name: 'Завод', address: { '@type': 'PostalAddress', addressCountry: 'RU' } },
};

describe('the vocabulary of schema.org', () => {
  it('knows classes, inherited properties and enumerations', () => {
    expect(vocabulary.classes.size).toBeGreaterThan(700);
    expect(hasProperty(vocabulary, 'EventSeries', 'startDate')).toBe(true);
    expect(hasProperty(vocabulary, 'GovernmentOrganization', 'name')).toBe(true);
    expect(hasProperty(vocabulary, 'Place', 'startDate')).toBe(false);
    expect(vocabulary.members.get('EventStatusType')).toContain('https://schema.org/EventCancelled');
  });
});

describe('the check of a graph', () => {
  it('accepts what is right', () => {
    expect(faults(event)).toEqual([]);
  });

  it.each([
    ['a class that is none', { ...event, '@type': 'Excursion' }, 'нет такого класса: "Excursion"'],
    ['a foreign property', { ...event, capacity: 5 }, 'у Event нет свойства capacity'],
    ['a missing name', { ...event, name: undefined }, 'Event: нет name'],
    ['a nameless place', { ...event, location: { '@type': 'Place' } }, 'Event: место без имени или ссылки'],
    [
      'a date without an offset',
      { ...event, startDate: '2026-09-15T10:30' },
      'startDate: не день и не момент с +03:00: 2026-09-15T10:30',
    ],
    [
      'a status of no list',
      { ...event, eventStatus: 'https://schema.org/Cancelled' },
      'eventStatus: не из списка EventStatusType: https://schema.org/Cancelled',
    ],
    [
      'a visit in the net at a place only',
      { ...event, eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode' },
      'Event: https://schema.org/OnlineEventAttendanceMode не подходит к месту (Place)',
    ],
    [
      'a place in the net without its address among others',
      { ...event, location: [event.location, { '@type': 'VirtualLocation' }] },
      'Event: место без имени или ссылки',
    ],
    [
      'a moved visit that does not say from when',
      { ...event, eventStatus: 'https://schema.org/EventRescheduled' },
      'Event: нет previousStartDate',
    ],
    ['an empty value', { ...event, description: '' }, 'description: пусто'],
    ['a reference to nothing', { ...event, organizer: { '@id': '#nobody' } }, 'ссылка ни на что: #nobody'],
    ['an offer without its currency', { '@type': 'Offer', price: 0, url: '/' }, 'Offer: нет priceCurrency'],
  ])('refuses %s', (_, node, fault) => {
    expect(faults(JSON.parse(JSON.stringify(node)))).toEqual([fault]);
  });

  it('counts events whose address nobody knows', () => {
    const report = checkGraph(vocabulary, [{ ...event, location: { '@type': 'Place', name: 'Завод' } }]);
    expect([report.events, report.withoutAddress]).toEqual([1, 1]);
  });

  it('finds the graph of a page', () => {
    expect(graphOf('<script type="application/ld+json">{"a":1}</script>')).toEqual({ a: 1 });
    expect(graphOf('<p>none</p>')).toBeNull();
  });
});
