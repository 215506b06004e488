/** Answers as the page shows them: grouped, few, with addresses. Pure; `now` is a parameter. */
import { dayMonth, nearDay } from '../i18n/ru/dates.ts';
import { search as words } from '../i18n/ru/search.ts';
import type { Instant } from '../time/moscow.ts';
import { dayOf, instantOf } from '../time/moscow.ts';
import type { Kind, ListGroup } from './list.ts';
import { addressOf } from './list.ts';
import type { Answer, Engine, Hit } from './query/search.ts';
import { search } from './query/search.ts';

export interface Suggestion {
  readonly title: string;
  readonly note: string;
  readonly url: string;
}

export interface SuggestionGroup {
  readonly label: string;
  readonly items: readonly Suggestion[];
}

export interface Suggestions {
  readonly groups: readonly SuggestionGroup[];
  /** All shown items. */
  readonly count: number;
  readonly answer: Answer;
}

type Section = keyof typeof words.groups;

const SECTION: Readonly<Record<Kind, Section>> = {
  enterprise: 'enterprises',
  industry: 'sections',
  format: 'sections',
  okrug: 'sections',
  facet: 'sections',
  season: 'seasons',
  event: 'seasons',
  page: 'pages',
};

export type Limits = Readonly<Record<Section, number>>;
export const FEW: Limits = { enterprises: 5, sessions: 3, sections: 3, seasons: 3, pages: 2 };
export const MANY: Limits = { enterprises: 60, sessions: 9, sections: 9, seasons: 12, pages: 6 };

/** What to suggest for a query at `now`; groups stand in the order of their best answer. */
export function suggest(
  engine: Engine,
  query: string,
  now: Instant,
  limits: Limits = FEW,
  literally = false,
): Suggestions {
  const answer = search(engine, query, { literally });
  const items = new Map<Section, Suggestion[]>();
  if (answer.age !== null) {
    items.set('sections', [
      { title: words.age(answer.age), note: '', url: `/enterprises/?age=${answer.age}` },
    ]);
  }
  for (const hit of answer.hits) {
    const section = SECTION[hit.kind];
    const list = items.get(section) ?? [];
    if (list.length >= limits[section]) continue;
    list.push({ title: hit.title, note: hit.note, url: addressOf(hit.kind, hit.id) });
    items.set(section, list);
    // Visits stand right after the enterprises they belong to.
    if (section === 'enterprises' && !items.has('sessions')) items.set('sessions', []);
  }
  const sessions = items.get('sessions');
  sessions?.push(...comingSessions(engine, answer.hits, now, limits.sessions));
  const groups = [...items]
    .filter(([, list]) => list.length > 0)
    .map(([section, list]) => ({ label: words.groups[section], items: list }));
  return { groups, count: groups.reduce((sum, group) => sum + group.items.length, 0), answer };
}

/** Visits are shown for the best enterprises only: those that answer as well as the first. */
const CLOSE_TO_BEST = 0.8;

function comingSessions(engine: Engine, hits: readonly Hit[], now: Instant, limit: number): Suggestion[] {
  const { sessions, groups } = engine.list;
  const enterprises = hits.filter((hit) => hit.kind === 'enterprise');
  const best = (enterprises[0]?.score ?? 0) * CLOSE_TO_BEST;
  const wanted = new Map(enterprises.filter((hit) => hit.score >= best).map((hit) => [hit.index, hit]));
  const group = (kind: Kind): ListGroup | undefined => groups.find((one) => one.kind === kind);
  const found: Suggestion[] = [];
  for (let i = 0; i < sessions.times.length && found.length < limit; i++) {
    const hit = wanted.get(sessions.enterprises[i] ?? -1);
    const time = sessions.times[i] ?? '';
    if (hit === undefined) continue;
    const [day, clock] = [time.slice(0, 10), `${time.slice(11, 13)}:${time.slice(13, 15)}`];
    if (instantOf(day, clock) < now) continue;
    const season = group('season')?.ids[sessions.seasons[i] ?? -1] ?? '';
    const format = group('format')?.titles[sessions.formats[i] ?? -1] ?? '';
    const near = nearDay(day, dayOf(now));
    found.push({
      title: `${near === null ? '' : `${near}, `}${dayMonth(day)}, ${clock} — ${hit.title}`,
      note: format,
      url: `/seasons/${season}/${hit.id}/${time}/`,
    });
  }
  return found;
}
