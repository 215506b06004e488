/** A small fictional catalogue for the tests of this folder. */
import type { CatalogueInput, Entry } from '../domain/build-catalogue.ts';
import { buildCatalogue } from '../domain/build-catalogue.ts';
import type { Catalogue, SessionView } from '../domain/catalogue.ts';
import type { EnterpriseEntry } from '../schema/enterprise.ts';
import type { SessionEntry } from '../schema/programme.ts';
import { programme } from '../schema/programme.ts';
import type { Instant } from '../time/moscow.ts';
import { instantOf } from '../time/moscow.ts';

export const SITE = { url: 'https://example.ru' };
export const NOW: Instant = instantOf('2026-09-01', '10:00');

const origin = (collection: string, entryId: string, filePath: string) => ({
  collection,
  entryId,
  filePath,
  hasBody: false,
});

const enterprise: EnterpriseEntry = {
  name: 'Завод «Пример», филиал; цех \\ 1',
  shortName: 'Пример',
  makes: 'лифты, насосы и лебёдки',
  industry: 'metal',
  okrug: 'uvao',
  address: 'улица Примерная, 1',
  metro: 'Печатники',
  coordinates: { lat: 55.7, lon: 37.7 },
  formats: ['excursion'],
  admission: { minAge: 12, minAgeUnaccompanied: 14, documents: 'паспорт' },
  standing: 'active',
  sources: [{ title: 'Источник' }],
  website: 'https://plant.example/',
};

type Raw = Partial<SessionEntry> & Pick<SessionEntry, 'date' | 'time'>;

function input(sessions: readonly Raw[], more: Partial<EnterpriseEntry>): CatalogueInput {
  const entry = <T>(collection: string, id: string, data: T): Entry<T> => ({
    id,
    data,
    origin: origin(collection, id, `content/${collection}/${id}.md`),
  });
  const data = programme.parse({
    sessions: sessions.map((session) => ({
      durationMinutes: 90,
      format: 'excursion',
      capacity: 15,
      ...session,
    })),
  });
  return {
    vocabulary: {
      industries: [{ id: 'metal', title: 'Металл и машины', shortTitle: 'Металл' }],
      formats: [
        { id: 'excursion', title: 'Экскурсия', plural: 'Экскурсии' },
        { id: 'lecture', title: 'Лекция', plural: 'Лекции' },
      ],
      okrugs: [
        { id: 'uvao', title: 'Юго-Восточный административный округ', shortTitle: 'ЮВАО', column: 3, row: 3 },
      ],
      synonyms: [],
    },
    enterprises: [entry('enterprises', 'primer', { ...enterprise, ...more })],
    seasons: [
      entry('seasons', '2026-09', {
        title: 'Осенний сезон 2026',
        start: '2026-09-01',
        end: '2026-09-30',
        registrationOpens: { date: '2026-09-02', time: '12:00' },
        registrationClosesDaysBefore: 3,
        figures: [],
        sources: [{ title: 'Источник' }],
      }),
      entry('seasons', '2019', {
        title: 'Сезон 2019 года',
        start: '2019',
        registrationClosesDaysBefore: 3,
        figures: [],
        sources: [{ title: 'Источник' }],
      }),
    ],
    programmes: [
      {
        id: '2026-09/primer',
        data,
        origin: origin('programmes', '2026-09/primer', 'content/seasons/2026-09/primer.md'),
      },
    ],
    events: [
      entry('events', 'kviz', {
        title: 'Квиз ко дню города',
        format: 'lecture',
        start: '2026-09-12',
        venue: 'парк «Пример»',
        figures: [],
        registration: 'none' as const,
        sources: [{ title: 'Источник' }],
      }),
    ],
    news: [
      entry('news', '2026-08-20-zapis', {
        title: 'Скоро запись',
        summary: 'Запись откроется 2 сентября в полдень.',
        sources: [{ title: 'Источник' }],
      }),
    ],
    pages: [
      entry('pages', 'rules', { title: 'Правила посещения', summary: 'Что взять с собой и кого пустят.' }),
    ],
    consents: [],
  };
}

/** The sample with these sessions of its one enterprise in season 2026-09, seen on 1 September 2026, 10:00. */
export function sample(
  sessions: readonly Raw[] = [{ date: '2026-09-15', time: '10:30' }],
  options: { enterprise?: Partial<EnterpriseEntry>; now?: Instant } = {},
): Catalogue {
  return buildCatalogue(input(sessions, options.enterprise ?? {}), options.now ?? NOW);
}

/** The one session of a sample with this session. */
export function sampleSession(
  session: Raw = { date: '2026-09-15', time: '10:30' },
  options: { enterprise?: Partial<EnterpriseEntry>; now?: Instant } = {},
): SessionView {
  const [view] = sample([session], options).sessions;
  if (view === undefined) throw new Error('the sample has no session');
  return view;
}
