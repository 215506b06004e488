/** One graph of structured data per page. */
import type { BreadcrumbList, ItemList, NewsArticle, Thing, WebPage } from 'schema-dts';
import type { Day } from '../../time/moscow.ts';
import type { PageSubject } from '../page-subject.ts';
import { pathOf } from '../page-subject.ts';
import { socialImageOf } from '../social-image.ts';
import type { SiteIdentity } from '../site.ts';
import { absolute } from '../site.ts';
import type { Wording } from '../wording.ts';
import { happening, seasonSeries, sessionEvent } from './events.ts';
import { enterprisePlace, organisation, organisationId, website } from './nodes.ts';

export type Crumb = { title: string; url: string };

export type GraphInput = {
  subject: PageSubject;
  site: SiteIdentity;
  wording: Wording;
  /** The visible trail from the main page to this page, both included; empty: there is none. */
  trail: readonly Crumb[];
  /** Day of the last revision, when known. */
  modified: Day | null;
};

type Node = Exclude<Thing, string>;

/** Long lists are cut: the page has them all, and the first flight of bytes has an end. */
const LISTED = 20;
/** A season of so many visits is the longest page of all. */
const MANY_VISITS = 60;

function breadcrumbs(
  trail: readonly Crumb[],
  id: string,
  site: SiteIdentity,
): Exclude<BreadcrumbList, string> {
  return {
    '@type': 'BreadcrumbList',
    '@id': id,
    itemListElement: trail.map((crumb, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: crumb.title,
      item: absolute(site, crumb.url),
    })),
  };
}

function list(paths: readonly string[], site: SiteIdentity): Exclude<ItemList, string>[] {
  if (paths.length === 0) return [];
  return [
    {
      '@type': 'ItemList',
      numberOfItems: paths.length,
      itemListElement: paths.slice(0, LISTED).map((path, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        url: absolute(site, path),
      })),
    },
  ];
}

const urls = (items: readonly { url: string }[]): string[] => items.map((item) => item.url);

/** What the page is about, without the page itself. */
function mainNodes({ subject, site, wording, modified }: GraphInput): Node[] {
  const more = {
    description: wording.description,
    image: absolute(site, socialImageOf(subject).path),
  };
  switch (subject.kind) {
    case 'enterprise':
      return [
        enterprisePlace(subject.enterprise, site),
        ...list(urls(upcoming(subject.enterprise.sessions)), site),
      ];
    case 'season':
      // Every visit has a page of its own, where search engines look for it; the longest page of all has no list.
      return [
        seasonSeries(subject.season, site, true),
        ...(subject.season.sessions.length > MANY_VISITS ? [] : list(urls(subject.season.programmes), site)),
      ];
    case 'programme':
      return list(urls(subject.programme.sessions), site);
    case 'session':
      return [sessionEvent(subject.session, site, more)];
    case 'event': {
      const event = happening(subject.event, site, more);
      return event === null ? [] : [event];
    }
    case 'news': {
      const { news } = subject;
      const article: Exclude<NewsArticle, string> = {
        '@type': 'NewsArticle',
        headline: news.title,
        description: news.summary,
        image: more.image,
        datePublished: news.date,
        ...(modified === null || modified <= news.date ? {} : { dateModified: modified }),
        author: { '@id': organisationId(site) },
        publisher: { '@id': organisationId(site) },
        mainEntityOfPage: { '@id': absolute(site, `${news.url}#page`) },
        inLanguage: 'ru',
      };
      return [article];
    }
    case 'enterprises':
    case 'industry':
    case 'format':
    case 'okrug':
      return list(urls(subject.enterprises), site);
    case 'seasons':
      return list(urls(subject.seasons), site);
    case 'events':
      return list(urls(subject.events), site);
    case 'news-list':
      return list(urls(subject.news), site);
    default:
      return [];
  }
}

function upcoming<T extends { state: string }>(sessions: readonly T[]): T[] {
  return sessions.filter((session) => session.state !== 'past');
}

const LISTS: ReadonlySet<PageSubject['kind']> = new Set([
  'enterprises',
  'industry',
  'format',
  'okrug',
  'seasons',
  'events',
  'news-list',
]);

/** The nodes of the page's graph. */
export function graphNodes(input: GraphInput): Node[] {
  const { subject, site, wording, trail, modified } = input;
  const url = absolute(site, pathOf(subject));
  const trailId = `${url}#trail`;
  const page: Exclude<WebPage, string> = {
    '@type': LISTS.has(subject.kind) ? 'CollectionPage' : 'WebPage',
    '@id': `${url}#page`,
    url,
    name: wording.title,
    inLanguage: 'ru',
    ...(modified === null ? {} : { dateModified: modified }),
    ...(trail.length < 2 ? {} : { breadcrumb: { '@id': trailId } }),
  };
  return [
    // Of the site and of who makes it search engines read on the main page; elsewhere it costs the first flight.
    organisation(site, subject.kind === 'home'),
    ...(subject.kind === 'home' ? [website(site)] : []),
    // A season's page says all of it in the season's own node, and has the longest timetable in its first flight.
    ...(subject.kind === 'season' ? [] : [page]),
    ...(trail.length < 2 ? [] : [breadcrumbs(trail, trailId, site)]),
    ...mainNodes(input),
  ];
}

/** The graph as text that may stand inside a script element: no `<` in it can end the element. */
export function jsonLd(input: GraphInput): string {
  const graph = { '@context': 'https://schema.org', '@graph': graphNodes(input) };
  return JSON.stringify(graph).replaceAll('<', '\\u003c');
}
