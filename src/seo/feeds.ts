/** The feeds of the site: news, new enterprises, changes of the programme. */
import type { Catalogue, EnterpriseView, ProgrammeView } from '../domain/catalogue.ts';
import type { ContentHistory } from '../domain/content-history.ts';
import { revisionOf } from '../domain/content-history.ts';
import type { ProgrammeChange, SessionFacts } from '../domain/programme-changes.ts';
import { sessionKey } from '../domain/programme-changes.ts';
import { changesPage, changeWords } from '../i18n/ru/changes.ts';
import { makesWords } from '../i18n/ru/catalogue.ts';
import { dayMonth } from '../i18n/ru/dates.ts';
import { headWords } from '../i18n/ru/head.ts';
import type { Instant } from '../time/moscow.ts';
import { dayOf, instantOf, timeOf } from '../time/moscow.ts';
import { firstDayOf } from '../time/partial-day.ts';
import type { Feed, FeedEntry } from './atom.ts';

/** A reader that comes daily needs no more; the pages have everything. */
const ENTRIES = 50;
const LISTED = 30;

/** How old the content as a whole is: its last revision. */
export function contentRevision(catalogue: Catalogue, history: ContentHistory): Instant {
  const entries = [
    ...catalogue.enterprises.map((entry) => revisionOf(history, entry, firstDayOf(entry.joined ?? '2000'))),
    ...catalogue.news.map((entry) => revisionOf(history, entry, entry.date)),
    ...catalogue.seasons.map((entry) => revisionOf(history, entry, entry.firstDay)),
  ];
  return entries.reduce((latest, revision) => Math.max(latest, revision.at), 0);
}

/** Newest first; the id decides between equals, so that the order is always the same. */
function newestFirst(a: FeedEntry, b: FeedEntry): number {
  return b.published - a.published || (a.id < b.id ? -1 : 1);
}

/** News by day of publication. */
export function newsFeed(catalogue: Catalogue, history: ContentHistory): Feed {
  return {
    name: 'news',
    title: headWords.feeds.news,
    subtitle: headWords.newsList.description,
    page: '/news/',
    self: '/news/feed.xml',
    updated: contentRevision(catalogue, history),
    entries: catalogue.news.slice(0, ENTRIES).map((news) => ({
      id: news.id,
      title: news.title,
      url: news.url,
      published: instantOf(news.date),
      updated: Math.max(instantOf(news.date), revisionOf(history, news, news.date).at),
      text: news.summary,
    })),
  };
}

/** When an enterprise came into the catalogue; null when neither git nor the editor says. */
function appearedAt(enterprise: EnterpriseView, history: ContentHistory): Instant | null {
  const file = history.fileOf(enterprise.origin);
  if (file !== null) return file.firstAt;
  const day = enterprise.joined ?? enterprise.updated;
  return day === undefined ? null : instantOf(firstDayOf(day));
}

/** Enterprises in the order in which they came into the catalogue. */
export function enterprisesFeed(catalogue: Catalogue, history: ContentHistory): Feed {
  const entries = catalogue.enterprises
    .filter((enterprise) => !enterprise.demo)
    .flatMap((enterprise): FeedEntry[] => {
      const published = appearedAt(enterprise, history);
      if (published === null) return [];
      return [
        {
          id: enterprise.id,
          title: enterprise.name,
          url: enterprise.url,
          published,
          // An enterprise is new once: later edits of its card are no news.
          updated: published,
          text: headWords.enterprise.makes(enterprise.name, makesWords(enterprise)),
        },
      ];
    });
  return {
    name: 'enterprises',
    title: headWords.feeds.enterprises,
    subtitle: headWords.enterprises.description(entries.length),
    page: '/enterprises/',
    self: '/enterprises/feed.xml',
    updated: contentRevision(catalogue, history),
    entries: entries.sort(newestFirst).slice(0, ENTRIES),
  };
}

/** A change with what it is about, for the page and the feed. */
export type ShownChange = {
  change: ProgrammeChange;
  programme: ProgrammeView;
  /** «Добавлено: 3 посещения» */
  title: string;
  sessions: { text: string; url: string | null }[];
};

function sessionLine(
  session: SessionFacts,
  programme: ProgrammeView,
  formats: Catalogue['vocabulary']['formats'],
) {
  const name =
    session.title ?? formats.find((format) => format.id === session.format)?.title ?? session.format;
  const was =
    session.movedFrom === null
      ? ''
      : ` (${changesPage.was(`${dayMonth(session.movedFrom.date)}, ${session.movedFrom.time}`)})`;
  const id = `${programme.id}/${sessionKey(session)}`;
  return {
    text: `${dayMonth(session.date)}, ${session.time} — ${name}${was}`,
    url: programme.sessions.find((view) => view.id === id)?.url ?? null,
  };
}

/** The changes in programmes that are still published and no demonstration, newest first. */
export function shownChanges(catalogue: Catalogue, changes: readonly ProgrammeChange[]): ShownChange[] {
  const programmes = new Map(
    catalogue.seasons.flatMap((season) => season.programmes).map((programme) => [programme.id, programme]),
  );
  return changes.flatMap((change): ShownChange[] => {
    const programme = programmes.get(change.programmeId);
    if (programme === undefined || programme.season.demo || programme.enterprise.demo) return [];
    return [
      {
        change,
        programme,
        title: changeWords[change.kind](change.sessions.length),
        sessions: change.sessions.map((session) =>
          sessionLine(session, programme, catalogue.vocabulary.formats),
        ),
      },
    ];
  });
}

/** Two commits of one minute are two entries: they cannot have changed the same visit in the same way. */
function changeId({ programmeId, at, kind, sessions }: ProgrammeChange): string {
  const minute = `${dayOf(at)}-${timeOf(at).replace(':', '')}`;
  const [first] = sessions;
  return `${programmeId}/${minute}-${kind}${first === undefined ? '' : `/${sessionKey(first)}`}`;
}

/** «Что изменилось в программе» as a feed. */
export function changesFeed(
  catalogue: Catalogue,
  history: ContentHistory,
  changes: readonly ProgrammeChange[],
): Feed {
  return {
    name: 'changes',
    title: headWords.feeds.changes,
    subtitle: changesPage.lead,
    page: '/changes/',
    self: '/changes/feed.xml',
    updated: contentRevision(catalogue, history),
    entries: shownChanges(catalogue, changes)
      .slice(0, ENTRIES)
      .map(({ change, programme, title, sessions }) => ({
        id: changeId(change),
        title: `${title} — ${programme.enterprise.displayName}, ${programme.season.title}`,
        url: programme.url,
        published: change.at,
        updated: change.at,
        text: [
          ...sessions.slice(0, LISTED).map((session) => session.text),
          ...(sessions.length > LISTED ? [changesPage.more(sessions.length - LISTED)] : []),
        ].join('\n'),
      })),
  };
}
