import { describe, expect, it } from 'vitest';
import { instantOf, isoMoscow } from '../time/moscow.ts';
import { enterprise } from '../schema/enterprise.ts';
import { season } from '../schema/season.ts';
import { programme } from '../schema/programme.ts';
import { event } from '../schema/event.ts';
import type { CatalogueInput, Entry } from './build-catalogue.ts';
import { buildCatalogue } from './build-catalogue.ts';
import { currentSeason } from './catalogue.ts';
import { DanglingReferenceError } from './references.ts';
import { siteData } from './site-data.ts';

const NOW = instantOf('2026-11-23', '12:00');
const sources = [{ title: 'Источник' }];

function entry<T>(collection: string, id: string, data: T): Entry<T> {
  return {
    id,
    data,
    origin: { collection, entryId: id, filePath: `content/${collection}/${id}.md`, hasBody: true },
  };
}

function plant(id: string, name: string, more: Record<string, unknown> = {}) {
  return entry(
    'enterprises',
    id,
    enterprise.parse({
      name,
      makes: 'лифты',
      industry: 'metal',
      formats: ['excursion'],
      standing: 'active',
      sources,
      ...more,
    }),
  );
}

const session = { date: '2026-12-12', time: '10:30', durationMinutes: 90, format: 'excursion', capacity: 15 };

function input(change: Partial<CatalogueInput> = {}): CatalogueInput {
  return {
    vocabulary: {
      industries: [{ id: 'metal', title: 'Металл', shortTitle: 'Металл' }],
      formats: [
        { id: 'excursion', title: 'Экскурсия', plural: 'Экскурсии' },
        { id: 'video-tour', title: 'Видеотур', plural: 'Видеотуры', online: true },
      ],
      okrugs: [{ id: 'cao', title: 'Центральный', shortTitle: 'ЦАО', column: 1, row: 1 }],
      synonyms: [],
    },
    enterprises: [
      plant('yolka', 'Ёлка', {
        okrug: 'cao',
        address: 'Улица, 1',
        metro: 'Станция',
        admission: { minAge: 12, dress: 'обувь' },
      }),
      plant('zavod', 'Завод'),
      plant('epoha', 'Епоха'),
    ],
    seasons: [
      entry(
        'seasons',
        'osen',
        season.parse({
          title: 'Осень',
          start: '2026-12-01',
          end: '2026-12-20',
          registrationOpens: { date: '2026-11-25', time: '12:00' },
          sources,
        }),
      ),
      entry('seasons', 'arhiv', season.parse({ title: 'Архив', start: '2021-09', sources })),
    ],
    programmes: [
      entry(
        'programmes',
        'osen/yolka',
        programme.parse({ sessions: [{ ...session, time: '14:00' }, session] }),
      ),
      entry('programmes', 'arhiv/zavod', programme.parse({ formats: ['excursion'] })),
    ],
    events: [],
    news: [],
    pages: [],
    consents: [],
    ...change,
  };
}

describe('the catalogue', () => {
  it('stands in Russian alphabetical order with Ё beside Е', () => {
    expect(buildCatalogue(input(), NOW).enterprises.map((one) => one.name)).toEqual([
      'Ёлка',
      'Епоха',
      'Завод',
    ]);
  });

  it('goes by the name that a card shows, not by the longer one behind it', () => {
    const enterprises = [
      plant('moskovskiy', 'Агрохолдинг «Московский»', { shortName: 'Московский' }),
      plant('air', '«АИР Магистраль»'),
    ];
    const { enterprises: sorted } = buildCatalogue(input({ enterprises, programmes: [] }), NOW);
    expect(sorted.map((one) => one.displayName)).toEqual(['«АИР Магистраль»', 'Московский']);
  });

  it('gives each session its stable id, its instants and its state', () => {
    const [first, second] = buildCatalogue(input(), NOW).sessions;
    expect([first?.id, second?.id]).toEqual(['osen/yolka/2026-12-12-1030', 'osen/yolka/2026-12-12-1400']);
    expect(first?.url).toBe('/seasons/osen/yolka/2026-12-12-1030/');
    expect(isoMoscow(first?.registrationClosesAt ?? 0)).toBe('2026-12-10T00:00:00+03:00');
    expect(first?.lastRegistrationDay).toBe('2026-12-09');
    expect(first?.state).toBe('not-yet-open');
  });

  it('joins the rules of enterprise and session, the session first', () => {
    const programmes = [
      entry(
        'programmes',
        'osen/yolka',
        programme.parse({ sessions: [{ ...session, admission: { minAge: 16 } }] }),
      ),
    ];
    const [one] = buildCatalogue(input({ programmes }), NOW).sessions;
    expect(one?.admission).toEqual({ minAge: 16, dress: 'обувь' });
    expect(one?.meetingPoint).toEqual({ address: 'Улица, 1', metro: 'Станция' });
  });

  it('never mixes the address of one place with the metro of another', () => {
    const meetingPoint = { address: 'Другая улица, 5' };
    const programmes = [
      entry('programmes', 'osen/yolka', programme.parse({ sessions: [{ ...session, meetingPoint }] })),
    ];
    expect(buildCatalogue(input({ programmes }), NOW).sessions[0]?.meetingPoint).toEqual(meetingPoint);
  });

  it('names no place for an online session', () => {
    const programmes = [
      entry(
        'programmes',
        'osen/yolka',
        programme.parse({ sessions: [{ ...session, format: 'video-tour' }] }),
      ),
    ];
    const [one] = buildCatalogue(input({ programmes }), NOW).sessions;
    expect(one?.online).toBe(true);
    expect(one?.meetingPoint).toEqual({});
  });

  it('keeps drafts and underscore files out; editors may see drafts', () => {
    const enterprises = [
      ...input().enterprises,
      plant('_chernovik', 'Черновик'),
      plant('draft', 'Набросок', { draft: true }),
    ];
    expect(buildCatalogue(input({ enterprises }), NOW).enterprises).toHaveLength(3);
    expect(buildCatalogue(input({ enterprises }), NOW, { drafts: true }).enterprises).toHaveLength(4);
  });

  it('knows which season to speak of: running, else the next to come, else none', () => {
    expect(currentSeason(buildCatalogue(input(), NOW))?.id).toBe('osen');
    expect(currentSeason(buildCatalogue(input(), instantOf('2026-12-10')))?.phase).toBe('running');
    expect(currentSeason(buildCatalogue(input(), instantOf('2026-12-21')))).toBeNull();
  });

  it('refuses what refers to nothing, naming file, field and value of each', () => {
    const broken = input({
      enterprises: [plant('zavod', 'Завод', { industry: 'mettal' })],
      events: [entry('events', 'kviz', event.parse({ title: 'Квиз', format: 'quizz', sources }))],
    });
    expect(() => buildCatalogue(broken, NOW)).toThrow(DanglingReferenceError);
    expect(() => buildCatalogue(broken, NOW)).toThrow(
      /enterprises\/zavod\.md — поле «industry».*«mettal»[\s\S]*yolka[\s\S]*events\/kviz\.md — поле «format».*«quizz»/,
    );
  });
});

describe('site.json', () => {
  it('carries the stable fields of a session with Moscow instants', () => {
    const data = siteData(buildCatalogue(input(), NOW));
    expect(data.generatedAt).toBe('2026-11-23T12:00:00+03:00');
    expect(data.sessions[0]).toMatchObject({
      id: 'osen/yolka/2026-12-12-1030',
      url: '/seasons/osen/yolka/2026-12-12-1030/',
      enterprise: 'yolka',
      season: 'osen',
      format: 'excursion',
      startsAt: '2026-12-12T10:30:00+03:00',
      endsAt: '2026-12-12T12:00:00+03:00',
      registrationOpensAt: '2026-11-25T12:00:00+03:00',
      registrationClosesAt: '2026-12-10T00:00:00+03:00',
      capacity: 15,
      registration: 'form',
      status: 'scheduled',
      minAge: 12,
    });
  });
});
