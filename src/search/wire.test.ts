import { describe, expect, it } from 'vitest';
import type { CatalogueList, ListGroup } from './list.ts';
import { KINDS, LIST_VERSION } from './list.ts';
import { packList } from './pack-list.ts';
import { fillId, fillText, latin, unpackList } from './wire.ts';
import type { Wire } from './wire.ts';

type Row = readonly [id: string, title: string, note?: string, more?: string];

const ROWS: Partial<Record<ListGroup['kind'], readonly Row[]>> = {
  enterprise: [
    ['babaevskiy', 'Концерн «Бабаевский»', 'шоколад по $5 и $$', 'концерн Бабаевский; $0'],
    ['mehanicheskiy-zavod', 'Механический завод', 'завод, но и Механический'],
    ['demo-zavod-kabeley-16', 'Демонстрационный завод кабелей № 16'],
    ['khleb-i-centr-khleba', 'Центр хлеба'],
    ['x', 'Щит'],
  ],
  format: [
    ['excursion', 'Экскурсия'],
    ['lecture', 'Лекция'],
  ],
  season: [
    ['2026-11', 'Ноябрь 2026', 'ноябрь 2026'],
    ['2026-12', 'Декабрь 2026', '9–26 декабря 2026'],
  ],
  facet: [['open=1', 'Где сейчас открыта запись']],
};

function listWith(
  rows: typeof ROWS,
  rest: Pick<CatalogueList, 'tags' | 'synonyms' | 'sessions'>,
): CatalogueList {
  const groups = KINDS.map((kind): ListGroup => {
    const all = rows[kind] ?? [];
    return {
      kind,
      ids: all.map(([id]) => id),
      titles: all.map(([, title]) => title),
      notes: all.map(([, , note]) => note ?? ''),
      more: all.map(([, , , more]) => more ?? ''),
    };
  });
  return { ...rest, version: LIST_VERSION, groups };
}

const LIST = listWith(ROWS, {
  tags: {
    places: ['Лефортово; Авиамоторная', '', 'Авиамоторная', '', 'Лефортово'],
    industries: [0, 13, 44, 0, 2],
    okrugs: [-1, 0, 11, -1, 3],
    formats: ['01', '1', '', '0', ''],
    standings: [0, 1, 2, 0, 0],
    ages: [0, 18, 6, 0, 0],
  },
  synonyms: [
    [
      ['сладости', 'красный октябрь'],
      [0, 3],
    ],
    [['розетка'], [200, 1]],
  ],
  sessions: {
    enterprises: [1, 3, 0, 0, 1, 0],
    seasons: [0, 0, 0, 1, 1, 1],
    // The second enterprise is visited in a format that its own page does not list.
    formats: [0, 0, 1, 0, 1, 0],
    times: [
      '2026-11-30-0930',
      '2026-11-30-0930',
      '2026-12-31-1030',
      '2026-12-31-1030-b',
      '2027-01-02-0900',
      '2027-06-30-2130',
    ],
  },
});

const EMPTY = listWith(
  {},
  {
    tags: { places: [], industries: [], okrugs: [], formats: [], standings: [], ages: [] },
    synonyms: [],
    sessions: { enterprises: [], seasons: [], formats: [], times: [] },
  },
);

const sent = (list: CatalogueList): Wire => JSON.parse(JSON.stringify(packList(list))) as Wire;

describe('the journey of the list', () => {
  it('changes nothing', () => {
    expect(unpackList(sent(LIST))).toEqual(LIST);
  });

  it('changes nothing of an empty list', () => {
    expect(unpackList(sent(EMPTY))).toEqual(EMPTY);
  });

  it('would show a word gone astray', () => {
    const wire = sent(LIST);
    const [first = '', ...others] = wire.ids;
    expect(unpackList({ ...wire, ids: [first.replace('~1', '~0'), ...others] })).not.toEqual(LIST);
  });

  it('writes out only what the title does not say', () => {
    expect(packList(LIST).ids[0]).toBe('~1|^0|demo-~1|khleb-i-%0-~1|x');
    expect(packList(LIST).notes[0]).toBe('шоколад по $$5 и $$$$|$1, но и $0|||');
  });

  it('keeps a sign that parts columns where a text has it', () => {
    const bars = listWith(
      {
        enterprise: [
          ['a', 'Завод | Музей', 'a|b'],
          ['b', '|'],
        ],
      },
      EMPTY,
    );
    const back = unpackList(sent(bars));
    expect(back.groups).toEqual(bars.groups);
    expect(packList(bars).titles[0]?.split('|')).toHaveLength(2);
  });
});

describe('templates', () => {
  it('spell words as addresses do', () => {
    expect(latin('Щербинский', 'common')).toBe('shcherbinskiy');
    expect(latin('хлеба', 'common')).toBe('khleba');
    expect(latin('механический', 'short')).toBe('mehanicheskiy');
    expect([latin('ёлка', 'common'), latin('ёлка', 'short')]).toEqual(['elka', 'yolka']);
    expect(latin('Coca', 'common')).toBe('coca');
  });

  it('are filled from the title, and leave out what it does not have', () => {
    expect(fillId('$1-$0', 'Фабрика «Коломеев»')).toBe('kolomeev-fabrika');
    expect(fillId('~0', 'Ральф Рингер')).toBe('ralf-ringer');
    expect(fillText('$0 и $$0, $9', 'Лифты')).toBe('Лифты и $0, ');
  });
});
