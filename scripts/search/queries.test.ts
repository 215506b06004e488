/** The query list over the real catalogue: what people type, and what must find nothing. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildList } from '../../src/search/build-list.ts';
import { packList } from '../../src/search/pack-list.ts';
import {
  NOTHING_WRITTEN_AFTER,
  NOTHING_WRITTEN_BEFORE,
  WRITTEN_AFTER,
  NOTHING_WRITTEN_FROM_OUTSIDE,
  WRITTEN_BEFORE,
  WRITTEN_FROM_OUTSIDE,
} from '../../src/search/queries.data.ts';
import { answersTo, recall } from '../../src/search/queries.ts';
import type { Engine } from '../../src/search/query/search.ts';
import { prepare, search } from '../../src/search/query/search.ts';
import { unpackList } from '../../src/search/wire.ts';
import { instantOf } from '../../src/time/moscow.ts';
import { readCatalogue } from './read-catalogue.ts';

const all = [...WRITTEN_BEFORE, ...WRITTEN_AFTER, ...WRITTEN_FROM_OUTSIDE];
const nothing = [...NOTHING_WRITTEN_BEFORE, ...NOTHING_WRITTEN_AFTER, ...NOTHING_WRITTEN_FROM_OUTSIDE];
let engine: Engine;

beforeAll(async () => {
  const list = buildList(await readCatalogue('content', instantOf('2026-11-23')));
  // What the browser has: the list after its journey.
  engine = prepare(unpackList(packList(list)));
});

describe('the query list', () => {
  it('is long enough', () => {
    expect(new Set(all.map(({ query }) => query)).size).toBeGreaterThanOrEqual(120);
    expect(WRITTEN_BEFORE.length).toBeGreaterThanOrEqual(60);
    expect(new Set(nothing).size).toBeGreaterThanOrEqual(40);
  });

  it('names only answers that exist', () => {
    const known = new Set(engine.list.groups.flatMap(({ kind, ids }) => ids.map((id) => `${kind}/${id}`)));
    const wanted = all.flatMap(({ wants }) => wants).filter((want) => !want.startsWith('facet/age='));
    expect(wanted.filter((want) => !known.has(want))).toEqual([]);
  });

  it('finds the right door among the first three in 95 %, first in 85 %', () => {
    const result = recall(all, (query) => answersTo(engine, query));
    expect(result.topThree, result.missed.join(' · ')).toBeGreaterThanOrEqual(0.95);
    expect(result.first).toBeGreaterThanOrEqual(0.85);
  });

  it.each(nothing)('finds nothing for %j', (query) => {
    expect(answersTo(engine, query)).toEqual([]);
  });

  it('would notice a search that takes everything literally', () => {
    expect(recall(all, (query) => answersTo(engine, query, { literally: true })).topThree).toBeLessThan(0.7);
  });

  it('says what it looked for, and takes the query literally when asked', () => {
    expect(search(engine, 'vbrhjy').shown).toBe('микрон');
    expect(search(engine, 'шокалад').shown).toBe('шоколад');
    expect(search(engine, 'микрон').shown).toBeNull();
    expect(search(engine, 'vbrhjy', { literally: true }).hits).toEqual([]);
  });

  it('tells every group of synonyms where it leads', () => {
    const leads = engine.list.synonyms.length;
    expect(leads).toBeGreaterThan(40);
    for (const [, entries] of engine.list.synonyms) expect(entries.length).toBeGreaterThan(0);
  });
});

describe('hostile input', () => {
  it.each([
    ['10,000 letters', 'я'.repeat(10_000)],
    ['10,000 words', 'завод '.repeat(10_000)],
    ['emoji', '🏭🏭 👩‍🏭'],
    ['only signs', '!?#@…—«»()[]{}'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['SQL', "'; DROP TABLE enterprises; --"],
    ['right-to-left marks', '\u202E\u200F\u2067'],
    ['lone surrogates', '\uD83D \uDE00\uD83D'],
    ['NUL and controls', '\u0000\u0001\u001F'],
    ['prototype names', '__proto__ constructor hasOwnProperty'],
    ['combining marks', 'з\u0336а\u0336л\u0336г\u0336о\u0336'.repeat(50)],
    ['digits', '9'.repeat(500)],
    ['nothing', ''],
    ['spaces', ' \t\n\u00A0\u2003'],
  ])('survives %s', (_, query) => {
    const answer = search(engine, query);
    expect(answer.hits.length).toBeLessThan(engine.places.length);
    expect(() => search(engine, query, { literally: true })).not.toThrow();
  });

  it('sees through invisible signs and decomposed letters', () => {
    for (const query of [
      'ми\u200Bкрон',
      '\u202Eмикрон',
      'МИ\u00ADКРОН',
      'ми\u0301крон',
      'Ёлочные'.normalize('NFD'),
    ]) {
      expect(answersTo(engine, query)[0], query).toMatch(/mikron|kolomeev/);
    }
  });
});
