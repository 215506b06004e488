/** Everything that stands in a page's head, as plain data. */
import { headWords } from '../i18n/ru/head.ts';
import type { Day } from '../time/moscow.ts';
import { calendarPaths } from './calendar.ts';
import type { Crumb } from './json-ld/graph.ts';
import { jsonLd } from './json-ld/graph.ts';
import type { PageSubject } from './page-subject.ts';
import { isDemo, pathOf } from './page-subject.ts';
import type { SocialImage } from './social-image.ts';
import { socialImageOf } from './social-image.ts';
import type { SiteIdentity } from './site.ts';
import { absolute } from './site.ts';
import { wordingOf } from './wording.ts';

export type Alternate = { type: string; title: string; href: string };

export type PageHead = {
  title: string;
  description: string;
  canonical: string;
  /** null: search engines may index the page. */
  robots: string | null;
  ogType: 'website' | 'article';
  image: SocialImage & { url: string };
  alternates: Alternate[];
  jsonLd: string;
};

export type HeadInput = {
  subject: PageSubject;
  site: SiteIdentity;
  /** The visible trail without the main page and without the page itself; undefined: none is shown. */
  trail?: readonly Crumb[] | undefined;
  /** How the page calls itself in its trail. */
  ownTitle: string;
  robots?: string | undefined;
  modified: Day | null;
};

const ATOM = 'application/atom+xml';
const ICS = 'text/calendar';

const CHANGES: Alternate = { type: ATOM, title: headWords.feeds.changes, href: '/changes/feed.xml' };
const FEEDS: readonly Alternate[] = [
  { type: ATOM, title: headWords.feeds.news, href: '/news/feed.xml' },
  CHANGES,
  { type: ATOM, title: headWords.feeds.enterprises, href: '/enterprises/feed.xml' },
];
/** Whoever follows a season or a visit wants to know what changes in it; such a page is long as it is. */
const OF_VISITS: ReadonlySet<PageSubject['kind']> = new Set(['season', 'programme', 'session']);

function alternatesOf(subject: PageSubject): Alternate[] {
  const feeds = OF_VISITS.has(subject.kind) ? [CHANGES] : [...FEEDS];
  const calendar = calendarOf(subject);
  return calendar === null
    ? feeds
    : [...feeds, { type: ICS, title: headWords.feeds.calendar, href: calendar }];
}

/** The subscription that belongs to the page, or null. */
export function calendarOf(subject: PageSubject): string | null {
  switch (subject.kind) {
    case 'home':
      return calendarPaths.all;
    case 'enterprise':
      return calendarPaths.of('enterprises', subject.enterprise.id);
    case 'season':
      return subject.season.sessions.length === 0 ? null : calendarPaths.of('seasons', subject.season.id);
    case 'industry':
      return calendarPaths.of('industries', subject.industry.id);
    case 'format':
      return calendarPaths.of('formats', subject.format.id);
    case 'okrug':
      return calendarPaths.of('okrugs', subject.okrug.id);
    default:
      return null;
  }
}

function robotsOf(subject: PageSubject, asked: string | undefined): string | null {
  if (isDemo(subject)) return 'noindex, nofollow';
  if (subject.kind === 'other' && subject.noindex === true) return 'noindex';
  return asked ?? null;
}

/** The head of a page. */
export function headOf(input: HeadInput): PageHead {
  const { subject, site, trail, ownTitle, modified } = input;
  const wording = wordingOf(subject);
  const path = pathOf(subject);
  const image = socialImageOf(subject);
  const crumbs =
    trail === undefined
      ? []
      : [{ title: headWords.home.crumb, url: '/' }, ...trail, { title: ownTitle, url: path }];
  return {
    ...wording,
    canonical: absolute(site, path),
    robots: robotsOf(subject, input.robots),
    ogType: subject.kind === 'news' ? 'article' : 'website',
    image: { ...image, url: absolute(site, image.path) },
    alternates: alternatesOf(subject),
    jsonLd: jsonLd({ subject, site, wording, trail: crumbs, modified }),
  };
}
