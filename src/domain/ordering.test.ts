import { describe, expect, it } from 'vitest';
import { addDays, instantOf } from '../time/moscow.ts';
import { comparator, parseOrdering } from './ordering.ts';
import type { Orderable, Ordering } from './ordering.ts';
import type { RegistrationFacts } from './registration-state.ts';
import { compareRussian } from './russian-order.ts';

const TODAY = '2026-11-23';
const NOW = instantOf(TODAY, '12:00');

function visit(
  inDays: number,
  status: RegistrationFacts['status'] = 'scheduled',
  opensInDays?: number,
): RegistrationFacts {
  const day = addDays(TODAY, inDays);
  return {
    startsAt: instantOf(day, '10:00'),
    endsAt: instantOf(day, '11:00'),
    registrationOpensAt: opensInDays === undefined ? null : instantOf(addDays(TODAY, opensInDays)),
    registrationClosesAt: instantOf(addDays(day, -2)),
    registration: 'form',
    status,
  };
}

const entries: Readonly<Record<string, Orderable>> = {
  archive: { position: 0, joined: 1, visits: [] },
  soon: { position: 1, joined: 2, visits: [visit(-3), visit(1)] },
  open: { position: 2, joined: 4, visits: [visit(5), visit(9)] },
  later: { position: 3, joined: 0, visits: [visit(4, 'cancelled'), visit(8)] },
  notYet: { position: 4, joined: 3, visits: [visit(6, 'scheduled', 2)] },
};

function order(ordering: Ordering, reversed = false): string[] {
  const compare = comparator(ordering, NOW);
  const all = reversed ? Object.entries(entries).reverse() : Object.entries(entries);
  return all.sort(([, a], [, b]) => compare(a, b)).map(([name]) => name);
}

describe('orderings', () => {
  it.each<[Ordering, string[]]>([
    ['name', ['archive', 'soon', 'open', 'later', 'notYet']],
    ['soonest', ['soon', 'open', 'notYet', 'later', 'archive']],
    ['closing', ['open', 'later', 'archive', 'soon', 'notYet']],
    ['newest', ['open', 'notYet', 'soon', 'archive', 'later']],
  ])('%s', (ordering, expected) => {
    expect(order(ordering)).toEqual(expected);
    expect(order(ordering, true)).toEqual(expected);
  });

  it('takes only the names it knows', () => {
    expect(parseOrdering('soonest')).toBe('soonest');
    for (const text of [null, '', 'SOONEST', 'price', '__proto__']) expect(parseOrdering(text)).toBe('name');
  });
});

describe('alphabetical order', () => {
  it('puts ё beside е, ignores quotes and case, Latin after Cyrillic', () => {
    const names = ['Ёлка', 'Жук', 'Елена', 'Coca-Cola', '«Ель»', 'ежик', 'Яуза', 'Завод № 10', 'Завод № 9'];
    expect(names.toSorted(compareRussian)).toEqual([
      'ежик',
      'Елена',
      'Ёлка',
      '«Ель»',
      'Жук',
      'Завод № 9',
      'Завод № 10',
      'Яуза',
      'Coca-Cola',
    ]);
  });
});
