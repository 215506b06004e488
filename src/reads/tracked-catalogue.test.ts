import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../domain/catalogue.ts';
import { sample } from '../seo/sample.testing.ts';
import { instantOf } from '../time/moscow.ts';
import { Ledger } from './ledger.ts';
import type { Tracked } from './tracked-catalogue.ts';
import { trackedCatalogue } from './tracked-catalogue.ts';

const VISITS = [
  { date: '2026-09-15', time: '10:30' },
  { date: '2026-09-16', time: '10:30' },
];

function track(
  catalogue: Catalogue = sample(VISITS),
): Tracked & { read: (look: () => unknown) => Promise<string[]> } {
  const ledger = new Ledger();
  const tracked = trackedCatalogue(catalogue, ledger);
  return {
    ...tracked,
    read: async (look) => {
      const { reads } = await ledger.record(() => Promise.resolve(look()));
      return reads.map((id) => ledger.keys[id]?.replace('content:', '') ?? '');
    },
  };
}

function only<T>(items: readonly T[]): T {
  const [first] = items;
  if (first === undefined) throw new Error('there is none');
  return first;
}

describe('an entry', () => {
  it('tells that it was read, and each of its lists on its own', async () => {
    const { catalogue, read } = track();
    const season = only(catalogue.seasons.filter(({ id }) => id === '2026-09'));
    expect(await read(() => season.title)).toEqual(['seasons/2026-09']);
    expect(await read(() => season.programmes)).toEqual(['seasons/2026-09#programmes']);
    expect(await read(() => season.sessions.map(({ date }) => date))).toEqual([
      'seasons/2026-09#sessions',
      'sessions/2026-09/primer/2026-09-15-1030',
      'sessions/2026-09/primer/2026-09-16-1030',
    ]);
    expect(await read(() => only(season.sessions).enterprise.displayName)).toContain('enterprises/primer');
  });

  it.each([
    ['spread', (entry: object) => ({ ...entry })],
    ['asked for its fields', (entry: object) => Object.keys(entry)],
    ['asked for a field', (entry: object) => 'note' in entry],
    ['asked for its own field', (entry: object) => Object.hasOwn(entry, 'note')],
    ['written as text', (entry: object) => JSON.stringify({ ...entry, sessions: [], programmes: [] })],
  ])('tells when it is %s', async (_, look) => {
    const { catalogue, read } = track();
    const enterprise = only(catalogue.enterprises);
    expect(await read(() => look(enterprise))).toContain('enterprises/primer');
  });

  it('is the same object whichever way it is reached', () => {
    const { catalogue } = track();
    const enterprise = only(catalogue.enterprises);
    const session = only(catalogue.sessions);
    expect(session.enterprise).toBe(enterprise);
    expect(session.programme.enterprise).toBe(enterprise);
    expect(session.season).toBe(only(catalogue.seasons.filter(({ id }) => id === '2026-09')));
    expect(only(enterprise.sessions)).toBe(session);
    expect(only(enterprise.programmes).sessions).toContain(session);
  });

  it('says what it said before it was wrapped', () => {
    const bare = only(sample(VISITS).sessions);
    const session = only(track().catalogue.sessions);
    const own = (one: typeof session) => ({ ...one, season: null, enterprise: null, programme: null });
    expect(own(session)).toEqual(own(bare));
  });
});

describe('every part of the catalogue', () => {
  it('leads to wrapped entries only', () => {
    const bare = sample(VISITS);
    const entries = new Set<unknown>([
      ...bare.enterprises,
      ...bare.seasons,
      ...bare.seasons.flatMap(({ programmes }) => programmes),
      ...bare.sessions,
      ...bare.events,
      ...bare.news,
      ...bare.pages,
    ]);
    const { catalogue } = track(bare);
    const seen = new Set<unknown>();
    const walk = (value: unknown, at: string): void => {
      if (typeof value !== 'object' || value === null || seen.has(value)) return;
      expect(entries.has(value), at).toBe(false);
      seen.add(value);
      for (const [field, part] of Object.entries(value)) walk(part, `${at}.${field}`);
    };
    walk(catalogue, 'catalogue');
    expect(seen.size).toBeGreaterThan(entries.size);
  });

  it('is a reading of its own', async () => {
    const { catalogue, read } = track();
    expect(await read(() => [catalogue.today, catalogue.news.length, catalogue.vocabulary.formats])).toEqual([
      '#today',
      '#news',
      '#vocabulary',
    ]);
  });
});

it('the catalogue itself, which whoever awaits it reads, says nothing of what is in it', async () => {
  const { catalogue, read, answer } = track();
  expect(await read(() => (catalogue as { then?: unknown }).then)).toEqual(['']);
  expect(answer('')).toBe(track(sample([], { now: instantOf('2027-01-01', '10:00') })).answer(''));
});

describe('what a reading gives', () => {
  const SESSION = 'sessions/2026-09/primer/2026-09-15-1030';
  const readings = [
    'enterprises/primer',
    'enterprises/primer#sessions',
    'seasons/2026-09',
    'seasons/2026-09#sessions',
    SESSION,
    '#today',
    '#now',
    '#sessions',
    '#vocabulary',
  ];
  /** Which of the readings give something else in another catalogue. */
  const changed = (other: Catalogue): string[] => {
    const [before, after] = [track(), track(other)];
    return readings.filter((name) => before.answer(name) !== after.answer(name));
  };

  it('is the same for the same content', () => {
    expect(changed(sample(VISITS))).toEqual([]);
    const { answer } = track();
    for (const name of readings) expect(answer(name), name).not.toBeNull();
  });

  it('is another for an entry that says something else, and for no other', () => {
    expect(changed(sample(VISITS, { enterprise: { makes: 'насосы' } }))).toEqual(['enterprises/primer']);
    const [first = { date: '', time: '' }, second = first] = VISITS;
    expect(changed(sample([{ ...first, capacity: 3 }, second]))).toEqual([SESSION]);
  });

  it('is another for the lists in which a new entry stands', () => {
    expect(changed(sample([...VISITS, { date: '2026-09-17', time: '12:00' }]))).toEqual([
      'enterprises/primer#sessions',
      'seasons/2026-09#sessions',
      '#sessions',
    ]);
  });

  it('is another when the clock has gone on, where that shows', () => {
    const later = (day: string, time: string) => changed(sample(VISITS, { now: instantOf(day, time) }));
    expect(later('2026-09-01', '10:01')).toEqual(['#now']);
    expect(later('2026-09-02', '12:00')).toEqual(['seasons/2026-09', SESSION, '#today', '#now']);
  });

  it('changes with the first entry of a list that was empty, and with the last that goes', () => {
    const [none, one] = [track(sample([])), track(sample(VISITS))];
    // Whoever looked at the empty list read the entry itself: there was nothing in it to tell it from other fields.
    expect(none.answer('seasons/2026-09')).not.toBe(one.answer('seasons/2026-09'));
    expect(one.answer('seasons/2026-09#sessions')).not.toBe(none.answer('seasons/2026-09#sessions'));
  });

  it('is nothing when the entry is gone', () => {
    expect(track().answer('enterprises/drugoy')).toBeNull();
  });
});

describe('the key of props', () => {
  it('knows an entry by its name and plain data by what it is', () => {
    const { catalogue, textOf } = track();
    const enterprise = only(catalogue.enterprises);
    expect(textOf({ enterprise, n: 1, none: null })).toBe(
      '{"enterprise":{"entry":"enterprises/primer"},"n":1,"none":null}',
    );
  });

  it.each([
    ['a function', () => 1],
    ['a map', new Map()],
    ['a set', new Set([1])],
  ])('refuses %s', (_, value) => {
    expect(() => track().textOf({ value })).toThrow('cannot be told apart');
  });
});
