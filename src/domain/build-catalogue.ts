/** Joins plain entries into the catalogue. Pure: entries and `now` in, views out; nothing is guessed. */
import type { Instant } from '../time/moscow.ts';
import { dayOf, instantOf } from '../time/moscow.ts';
import { comparePartialDays, firstDayOf, lastDayOf } from '../time/partial-day.ts';
import type { EnterpriseEntry } from '../schema/enterprise.ts';
import type { SeasonEntry } from '../schema/season.ts';
import type { ProgrammeEntry } from '../schema/programme.ts';
import type { EventEntry } from '../schema/event.ts';
import type { NewsEntry } from '../schema/news.ts';
import type { PageEntry } from '../schema/page.ts';
import type { ConsentEntry } from '../schema/consent.ts';
import type {
  Catalogue,
  ConsentView,
  EnterpriseView,
  EntryOrigin,
  EventPhase,
  EventView,
  NewsView,
  ProgrammeView,
  SeasonPhase,
  SeasonView,
  Vocabulary,
} from './catalogue.ts';
import { compareRussian } from './russian-order.ts';
import { References } from './references.ts';
import { joinSessions } from './sessions.ts';

export type Entry<T> = { id: string; data: T; origin: EntryOrigin };

export type CatalogueInput = {
  vocabulary: Vocabulary;
  enterprises: Entry<EnterpriseEntry>[];
  seasons: Entry<SeasonEntry>[];
  /** Ids are `<season>/<enterprise>`. */
  programmes: Entry<ProgrammeEntry>[];
  events: Entry<EventEntry>[];
  news: Entry<NewsEntry>[];
  pages: Entry<PageEntry>[];
  /** `hash` is the SHA-256 of the text, hex. */
  consents: (Entry<ConsentEntry> & { hash: string })[];
};

/** Drafts are for the eyes of editors: the dev server shows them with a badge, a build never does. */
export type CatalogueOptions = { drafts?: boolean };

/**
 * The catalogue at `now`, without drafts (unless asked for) and entries whose name starts with `_`.
 * @throws DanglingReferenceError naming every file, field and value that refers to nothing.
 */
export function buildCatalogue(
  input: CatalogueInput,
  now: Instant,
  options: CatalogueOptions = {},
): Catalogue {
  const published = <E extends Entry<{ draft?: boolean | undefined }>>(entries: readonly E[]): E[] =>
    entries.filter(
      (entry) => (options.drafts === true || entry.data.draft !== true) && !/(?:^|\/)_/.test(entry.id),
    );
  const references = new References();
  const industries = references.index('vocabulary/industries.yaml', input.vocabulary.industries);
  const formats = references.index('vocabulary/formats.yaml', input.vocabulary.formats);
  const okrugs = references.index('vocabulary/okrugs.yaml', input.vocabulary.okrugs);

  const enterprises = published(input.enterprises).flatMap((entry): EnterpriseView[] => {
    const { data } = entry;
    const industry = references.one(entry.origin, 'industry', data.industry, industries);
    const okrug = data.okrug === undefined ? null : references.one(entry.origin, 'okrug', data.okrug, okrugs);
    if (industry === null) return [];
    return [
      {
        ...data,
        id: entry.id,
        url: `/enterprises/${entry.id}/`,
        displayName: data.shortName ?? data.name,
        alsoKnownAs: data.alsoKnownAs ?? [],
        formerly: data.formerly ?? [],
        industry,
        okrug,
        formats: references.many(entry.origin, 'formats', data.formats, formats),
        programmes: [],
        sessions: [],
        demo: data.demo ?? false,
        origin: entry.origin,
      },
    ];
  });
  // By the name that stands on the card: an order that nobody can see looks like none.
  enterprises.sort((a, b) => compareRussian(a.displayName, b.displayName));
  const enterpriseById = references.index('enterprises', enterprises);

  const seasons = published(input.seasons).map((entry): SeasonView => {
    const { data } = entry;
    const firstDay = firstDayOf(data.start);
    const lastDay = lastDayOf(data.end ?? data.start);
    const opens = data.registrationOpens;
    const opensAt = opens === undefined ? null : instantOf(opens.date, opens.time);
    return {
      ...data,
      id: entry.id,
      url: `/seasons/${entry.id}/`,
      demo: data.demo ?? false,
      participants: data.participants ?? [],
      phase: phaseAt(firstDay, lastDay, now),
      firstDay,
      lastDay,
      registrationOpensAt: opensAt,
      registrationHasOpened: opensAt !== null && opensAt <= now,
      programmes: [],
      sessions: [],
      origin: entry.origin,
    };
  });
  seasons.sort((a, b) => b.firstDay.localeCompare(a.firstDay) || b.id.localeCompare(a.id));
  const seasonById = references.index('seasons', seasons);

  for (const entry of published(input.programmes)) {
    const [seasonId = '', enterpriseId = ''] = entry.id.split('/');
    const season = references.one(entry.origin, 'папка сезона', seasonId, seasonById);
    const enterprise = references.one(entry.origin, 'имя файла', enterpriseId, enterpriseById);
    if (season === null || enterprise === null) continue;
    const programme: ProgrammeView = {
      ...entry.data,
      id: entry.id,
      url: `/seasons/${entry.id}/`,
      season,
      enterprise,
      formats: references.many(entry.origin, 'formats', entry.data.formats, formats),
      sessions: [],
      origin: entry.origin,
    };
    programme.sessions = joinSessions(programme, entry.data.sessions, formats, references, now);
    for (const { format } of programme.sessions) {
      if (!programme.formats.includes(format)) programme.formats.push(format);
    }
    season.programmes.push(programme);
    season.sessions.push(...programme.sessions);
    enterprise.programmes.push(programme);
    enterprise.sessions.push(...programme.sessions);
  }
  for (const season of seasons) {
    season.sessions.sort(byStart);
    season.programmes.sort((a, b) => compareRussian(a.enterprise.displayName, b.enterprise.displayName));
  }
  for (const enterprise of enterprises) {
    enterprise.sessions.sort(byStart);
    enterprise.programmes.sort((a, b) => b.season.firstDay.localeCompare(a.season.firstDay));
  }

  const events = published(input.events).flatMap((entry): EventView[] => {
    const format = references.one(entry.origin, 'format', entry.data.format, formats);
    if (format === null) return [];
    const { start, end } = entry.data;
    return [
      {
        ...entry.data,
        id: entry.id,
        url: `/events/${entry.id}/`,
        format,
        enterprises: references.many(
          entry.origin,
          'enterprises',
          entry.data.enterprises ?? [],
          enterpriseById,
        ),
        phase: eventPhase(start, end, now),
        sortDay: start ?? end ?? null,
        origin: entry.origin,
      },
    ];
  });
  events.sort(
    (a, b) =>
      -comparePartialDays(a.sortDay ?? '1000', b.sortDay ?? '1000') || compareRussian(a.title, b.title),
  );

  const news = published(input.news).map((entry): NewsView => ({
    ...entry.data,
    id: entry.id,
    url: `/news/${entry.id}/`,
    date: entry.id.slice(0, 10),
    season:
      entry.data.season === undefined
        ? null
        : references.one(entry.origin, 'season', entry.data.season, seasonById),
    enterprises: references.many(entry.origin, 'enterprises', entry.data.enterprises ?? [], enterpriseById),
    origin: entry.origin,
  }));
  news.sort((a, b) => b.id.localeCompare(a.id));

  const consents = published(input.consents).map((entry): ConsentView => ({
    ...entry.data,
    id: entry.id,
    url: `/consent/${entry.id}/`,
    hash: entry.hash,
    origin: entry.origin,
  }));
  consents.sort((a, b) => b.validFrom.localeCompare(a.validFrom) || b.id.localeCompare(a.id));

  references.assertNoneDangling();
  return {
    now,
    today: dayOf(now),
    vocabulary: {
      industries: byOrder(input.vocabulary.industries),
      formats: byOrder(input.vocabulary.formats),
      okrugs: byOrder(input.vocabulary.okrugs),
      synonyms: input.vocabulary.synonyms,
    },
    enterprises,
    seasons,
    sessions: seasons.flatMap((season) => season.sessions).sort(byStart),
    events,
    news,
    pages: published(input.pages).map((entry) => ({
      ...entry.data,
      id: entry.id,
      url: `/${entry.id}/`,
      origin: entry.origin,
    })),
    consents,
  };
}

function byOrder<T extends { order?: number | undefined }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.order ?? 999) - (b.order ?? 999));
}

function byStart(a: { startsAt: Instant; id: string }, b: { startsAt: Instant; id: string }): number {
  return a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1);
}

function phaseAt(firstDay: string, lastDay: string, now: Instant): SeasonPhase {
  const today = dayOf(now);
  if (today < firstDay) return 'coming';
  return today > lastDay ? 'past' : 'running';
}

function eventPhase(start: string | undefined, end: string | undefined, now: Instant): EventPhase {
  if (start === undefined && end === undefined) return 'undated';
  // Only the end is known: until then it may already run, so it never counts as coming.
  const first = start === undefined ? '1000-01-01' : firstDayOf(start);
  return phaseAt(first, lastDayOf(end ?? start ?? '1000'), now);
}
