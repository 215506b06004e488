import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Facet, FacetItem, Selection } from './facets.ts';
import {
  conditionCount,
  countFacets,
  matches,
  nearestAlternative,
  NO_SELECTION,
  parseAge,
  parseSelection,
  selectionParams,
} from './facets.ts';

const FACETS: Facet[] = [
  { id: 'industry', values: ['food', 'metal', 'energy'] },
  { id: 'format', values: ['excursion', 'museum'] },
  { id: 'okrug', values: ['cao', 'vao', 'none'] },
];

function item(industry: string, formats: string[], okrug: string, minAge: number | null = null): FacetItem {
  return { values: { industry: [industry], format: formats, okrug: [okrug] }, minAge };
}

const ITEMS = [
  item('food', ['excursion', 'museum'], 'cao', 6),
  item('food', ['excursion'], 'vao'),
  item('metal', ['excursion'], 'vao', 14),
  item('energy', ['museum'], 'none'),
];

function chosen(text: string): Selection {
  return parseSelection(new URLSearchParams(text), FACETS);
}

function found(text: string): number {
  return ITEMS.filter((one) => matches(one, chosen(text))).length;
}

describe('parseSelection', () => {
  it.each([
    ['', ''],
    ['industry=food', 'industry=food'],
    ['industry=food&industry=metal&okrug=vao', 'industry=food&industry=metal&okrug=vao'],
    ['okrug=vao&industry=metal&industry=food', 'industry=food&industry=metal&okrug=vao'],
    ['industry=food&industry=food', 'industry=food'],
    ['industry=nonsense&other=1&age=7', 'age=7'],
    ['industry=<script>&age=seven', ''],
    ['age=07', 'age=7'],
    ['%E0%A4%A&industry=food', 'industry=food'],
  ])('%s → %s', (given, kept) => {
    expect(selectionParams(chosen(given), FACETS).toString()).toBe(kept);
  });

  it.each(['', '-1', '18', '99', '1e1', '7.5', ' 7', '777', 'семь'])('takes no age from %j', (text) => {
    expect(parseAge(text)).toBeNull();
  });

  it('survives any parameters', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (pairs) => {
        const selection = parseSelection(new URLSearchParams(pairs), FACETS);
        expect(conditionCount(selection)).toBeLessThanOrEqual(9);
      }),
    );
  });
});

describe('matches', () => {
  it('widens within a facet and narrows between facets', () => {
    expect(found('')).toBe(4);
    expect(found('industry=food')).toBe(2);
    expect(found('industry=food&industry=metal')).toBe(3);
    expect(found('industry=food&industry=metal&okrug=vao')).toBe(2);
    expect(found('industry=food&format=museum')).toBe(1);
  });

  it('keeps what states no age and refuses what states a greater one', () => {
    expect(found('age=7')).toBe(3);
    expect(found('age=5')).toBe(2);
    expect(found('age=14')).toBe(4);
  });
});

describe('countFacets', () => {
  it('counts what the click would give, whatever else is chosen', () => {
    fc.assert(
      fc.property(
        fc.subarray(FACETS.flatMap(({ id, values }) => values.map((value) => `${id}=${value}`))),
        fc.option(fc.integer({ min: 0, max: 17 })),
        (conditions, age) => {
          const text = [...conditions, ...(age === null ? [] : [`age=${age}`])].join('&');
          const selection = chosen(text);
          const counts = countFacets(ITEMS, selection, FACETS);
          for (const { id, values } of FACETS) {
            if (selection.values.has(id)) continue;
            for (const value of values) {
              expect(counts.get(id)?.get(value)).toBe(found(`${text}&${id}=${value}`));
            }
          }
        },
      ),
    );
  });

  it('does not let a facet hide its own other values', () => {
    expect(countFacets(ITEMS, chosen('industry=food'), FACETS).get('industry')?.get('metal')).toBe(1);
    expect(countFacets(ITEMS, chosen('okrug=vao'), FACETS).get('industry')?.get('energy')).toBe(0);
  });
});

describe('nearestAlternative', () => {
  it('gives up as little as possible and as well as possible', () => {
    const near = nearestAlternative(ITEMS, chosen('industry=energy&okrug=cao'));
    expect(near).toMatchObject({ count: 1 });
    expect(near?.dropped).toHaveLength(1);
    expect(nearestAlternative(ITEMS, chosen('industry=metal&format=museum&okrug=vao'))).toMatchObject({
      dropped: ['format'],
      count: 1,
    });
    expect(nearestAlternative(ITEMS, chosen('industry=metal&age=5'))).toMatchObject({
      count: 2,
      dropped: ['industry'],
    });
  });

  it('has nothing to offer where nothing was chosen or nothing exists', () => {
    expect(nearestAlternative(ITEMS, NO_SELECTION)).toBeNull();
    expect(nearestAlternative([], chosen('industry=food'))).toBeNull();
  });
});
