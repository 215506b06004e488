/** The list of instant answers out of the catalogue, at build time. Pure. */
import type { Catalogue, EnterpriseView } from '../domain/catalogue.ts';
import { period } from '../i18n/ru/dates.ts';
import type { CatalogueList, ListGroup } from './list.ts';
import { LIST_VERSION } from './list.ts';
import { buildLexicon, WEIGHT } from './query/lexicon.ts';
import type { Lexicon } from './query/lexicon.ts';
import { words } from './query/normalise.ts';
import { stem } from './query/stem.ts';

interface Row {
  id: string;
  title: string;
  note?: string | undefined;
  more?: readonly string[] | undefined;
}

/** Pages that are no entries, and questions that the list of enterprises answers. */
const OVERVIEWS: readonly Row[] = [
  { id: 'enterprises', title: 'Все предприятия', more: ['каталог', 'список', 'участники'] },
  { id: 'seasons', title: 'Сезоны', more: ['расписание', 'календарь', 'афиша'] },
  { id: 'events', title: 'События', more: ['мероприятия'] },
  { id: 'news', title: 'Новости' },
];
const QUESTIONS: readonly Row[] = [
  { id: 'open=1', title: 'Где сейчас открыта запись', more: ['записаться', 'регистрация'] },
  {
    id: 'access=full',
    title: 'Путь без ступеней',
    more: ['инвалидная коляска', 'доступная среда', 'колясочник'],
  },
];

/** The list for everything published in the catalogue; fictional entries included, as the site shows them. */
export function buildList(catalogue: Catalogue): CatalogueList {
  const { enterprises, vocabulary } = catalogue;
  const { industries, formats, okrugs } = vocabulary;
  const seasons = catalogue.seasons;
  const industryAt = placesIn(industries);
  const okrugAt = placesIn(okrugs);
  const formatAt = placesIn(formats);
  const list: CatalogueList = {
    version: LIST_VERSION,
    groups: [
      group('enterprise', enterprises.map(enterpriseRow)),
      group(
        'industry',
        industries.map(({ id, title, also }) => ({ id, title, more: also })),
      ),
      group(
        'format',
        formats.map(({ id, title, also }) => ({ id, title, more: also })),
      ),
      group(
        'okrug',
        okrugs.map(({ id, title, shortTitle, also }) => ({ id, title, note: shortTitle, more: also })),
      ),
      group(
        'season',
        seasons.map((one) => ({ ...one, note: period(one.start, one.end), more: timeOfYear(one.start) })),
      ),
      group(
        'event',
        catalogue.events.map((one) => ({
          ...one,
          note: period(one.start, one.end),
          more: [one.format.title],
        })),
      ),
      group('page', [...OVERVIEWS, ...catalogue.pages.map(pageRow)]),
      group('facet', QUESTIONS),
    ],
    tags: {
      places: enterprises.map(({ district, metro, zone }) => distinct([district, metro, zone]).join('; ')),
      industries: enterprises.map((one) => industryAt(one.industry)),
      okrugs: enterprises.map((one) => okrugAt(one.okrug ?? undefined)),
      formats: enterprises.map((one) =>
        one.formats
          .map((format) => formatAt(format).toString(36))
          .sort()
          .join(''),
      ),
      standings: enterprises.map(({ standing }) => ['active', 'online-only', 'formerly'].indexOf(standing)),
      ages: enterprises.map(({ admission }) => admission?.minAge ?? 0),
    },
    synonyms: [],
    sessions: sessionsOf(catalogue),
  };
  return { ...list, synonyms: resolveSynonyms(list, vocabulary.synonyms) };
}

const TIMES_OF_YEAR = ['зима', 'весна', 'лето', 'осень'];

/** «весна 2026» for a season that the title names by its month. */
function timeOfYear(start: string): string[] {
  const month = Number(start.slice(5, 7));
  return month === 0 ? [] : [TIMES_OF_YEAR[Math.floor((month % 12) / 3)] ?? ''];
}

/** What else the standing pages are asked for by. */
const PAGE_NAMES: Readonly<Record<string, readonly string[]>> = {
  about: ['Открой#Моспром', 'ОткройМоспром', 'проект'],
  contacts: ['телефон', 'почта', 'адрес', 'обратная связь'],
  rules: [
    'запись',
    'правила посещения',
    'что взять с собой',
    'документы',
    'паспорт',
    'пропуск',
    'бесплатно',
    'цена',
    'стоимость',
    'билеты',
  ],
  policy: ['персональные данные', 'конфиденциальность'],
  accessibility: ['версия для слабовидящих'],
};

function pageRow({ id, title }: { id: string; title: string }): Row {
  return { id, title, more: PAGE_NAMES[id] };
}

/** Nobody looks for an enterprise by these. */
const LEGAL_FORMS = ['ао', 'оао', 'ооо', 'пао', 'зао', 'нпо', 'нпп', 'им', 'имени'];

function enterpriseRow(one: EnterpriseView): Row {
  const names = [one.shortName, ...one.alsoKnownAs, one.legalName];
  const shown = new Set([...LEGAL_FORMS, ...words(`${one.name} ${one.makes}`)]);
  // A further name is worth its bytes only for the words that are not shown anyway.
  const more = distinct(names).filter((name) => words(name).some((word) => !shown.has(word)));
  return { id: one.id, title: one.name, note: one.makes, more };
}

function group(kind: ListGroup['kind'], rows: readonly Row[]): ListGroup {
  return {
    kind,
    ids: rows.map((row) => row.id),
    titles: rows.map((row) => row.title),
    notes: rows.map((row) => row.note ?? ''),
    more: rows.map((row) => (row.more ?? []).join('; ')),
  };
}

function distinct(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.filter((text) => text !== undefined && text !== ''))] as string[];
}

/** Answers where one stands among the others, -1 when it does not. */
function placesIn(all: readonly { id: string }[]): (one: { id: string } | undefined) => number {
  const places = new Map(all.map(({ id }, at) => [id, at]));
  return (one) => (one === undefined ? -1 : (places.get(one.id) ?? -1));
}

function sessionsOf(catalogue: Catalogue): CatalogueList['sessions'] {
  const coming = catalogue.sessions.filter(({ state }) => state !== 'past' && state !== 'cancelled');
  const enterpriseAt = placesIn(catalogue.enterprises);
  const seasonAt = placesIn(catalogue.seasons);
  const formatAt = placesIn(catalogue.vocabulary.formats);
  const rows = coming.map((one) => ({
    enterprise: enterpriseAt(one.enterprise),
    season: seasonAt(one.season),
    format: formatAt(one.format),
    time: one.id.split('/').at(-1) ?? '',
  }));
  rows.sort((a, b) => (a.time < b.time ? -1 : Number(a.time > b.time)) || a.enterprise - b.enterprise);
  return {
    enterprises: rows.map(({ enterprise }) => enterprise),
    seasons: rows.map(({ season }) => season),
    formats: rows.map(({ format }) => format),
    times: rows.map(({ time }) => time),
  };
}

/**
 * What each group of synonyms means, as entries of the list: for every meaning the entries that hold all
 * its words in their names or subjects, in the order in which the meanings are written.
 */
function resolveSynonyms(
  list: CatalogueList,
  synonyms: Catalogue['vocabulary']['synonyms'],
): CatalogueList['synonyms'] {
  const lexicon = buildLexicon(list, false);
  return synonyms.flatMap((synonym): [string[], number[]][] => {
    const entries = [...new Set(synonym.means.flatMap((meaning) => entriesWith(meaning, lexicon)))];
    const spoken = withoutTwins(synonym.words.filter((word) => !isNamed(word, lexicon)));
    return entries.length === 0 || spoken.length === 0 ? [] : [[spoken, entries]];
  });
}

/** What the catalogue itself calls so needs no synonym: the direct answers are the better ones. */
function isNamed(text: string, lexicon: Lexicon): boolean {
  return entriesWith(text, lexicon, WEIGHT.subject).length > 1;
}

/** Forms of one word are one word for the search. */
function withoutTwins(texts: readonly string[]): string[] {
  const byStems = new Map(texts.map((text) => [words(text).map(stem).join(' '), text.toLowerCase()]));
  return [...byStems.values()];
}

/** Entries whose name or subject has every word of the text, those that are named so first. */
export function entriesWith(text: string, lexicon: Lexicon, least: number = WEIGHT.detail): number[] {
  let common: Map<number, number> | undefined;
  for (const word of words(text)) {
    const found = new Map<number, number>();
    for (const { entry, weight } of lexicon.byStem.get(stem(word))?.postings ?? []) {
      if (weight < least) continue;
      const before = common === undefined ? 0 : common.get(entry);
      if (before !== undefined) found.set(entry, before + weight);
    }
    common = found;
  }
  return [...(common ?? [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([entry]) => entry);
}
