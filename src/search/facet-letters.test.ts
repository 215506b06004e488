import { expect, it } from 'vitest';
import type { FacetItem } from '../domain/facets.ts';
import { packLetters, unpackLetters } from './facet-letters.ts';

const boxes = [
  { name: 'open', value: '1' },
  { name: 'zone', value: '1' },
  { name: 'industry', value: 'food' },
  { name: 'industry', value: 'other' },
  { name: 'format', value: 'excursion' },
  { name: 'format', value: 'quiz' },
  { name: 'place', value: 'onsite' },
  { name: 'place', value: 'online' },
];

const item = (values: FacetItem['values'], minAge: number | null = null): FacetItem => ({ values, minAge });

it('gives back what was packed, but for what follows from the clock', () => {
  const all = {
    zone: ['1'],
    industry: ['other'],
    format: ['excursion', 'quiz'],
    place: ['onsite', 'online'],
  };
  const packed = packLetters(item({ ...all, open: ['1'], day: ['2026-11-23'] }, 12), boxes);
  expect(packed).toBe('ACDEFG12');
  expect(unpackLetters(packed, boxes)).toEqual(item(all, 12));
});

it('does not say the usual place, and takes no word for it', () => {
  const usual = item({ industry: ['food'], place: ['onsite'] });
  expect(packLetters(usual, boxes)).toBe('B');
  expect(unpackLetters('B', boxes)).toEqual(usual);
  const online = item({ place: ['online'] });
  expect(unpackLetters(packLetters(online, boxes), boxes)).toEqual(online);
});

it('keeps an age that no child has: a plant for grown-ups is not one whose limit nobody states', () => {
  expect(unpackLetters(packLetters(item({ place: ['onsite'] }, 18), boxes), boxes).minAge).toBe(18);
});

it('leaves out what the form does not ask for', () => {
  expect(packLetters(item({ industry: ['energy'], place: ['onsite'] }, 0), boxes)).toBe('0');
  expect(unpackLetters('z', boxes)).toEqual(item({ place: ['onsite'] }));
});

it('has a letter for each of very many boxes, none of which HTML would read otherwise', () => {
  const many = Array.from({ length: 500 }, (_, i) => ({ name: 'format', value: String(i) }));
  const values = many.map(({ value }) => value);
  const packed = packLetters(item({ format: values, place: ['onsite'] }, 6), many);
  expect(packed).toHaveLength(501);
  expect(packed).not.toMatch(/["&<>\p{Cc}\s]/u);
  expect(unpackLetters(packed, many)).toEqual(item({ format: values, place: ['onsite'] }, 6));
});
