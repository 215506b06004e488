/** What a page is about: the one value from which title, description, picture and structured data come. */
import type {
  Catalogue,
  ConsentView,
  EnterpriseView,
  EventView,
  NewsView,
  PageView,
  ProgrammeView,
  SeasonView,
  SessionView,
} from '../domain/catalogue.ts';
import type { Format, Industry, Okrug } from '../schema/vocabulary.ts';

export type PageSubject =
  | { kind: 'home'; catalogue: Catalogue }
  | { kind: 'enterprises'; enterprises: readonly EnterpriseView[] }
  | { kind: 'enterprise'; enterprise: EnterpriseView }
  | { kind: 'industry'; industry: Industry; enterprises: readonly EnterpriseView[] }
  | { kind: 'format'; format: Format; enterprises: readonly EnterpriseView[] }
  | { kind: 'okrug'; okrug: Okrug; enterprises: readonly EnterpriseView[] }
  | { kind: 'seasons'; seasons: readonly SeasonView[] }
  | { kind: 'season'; season: SeasonView }
  | { kind: 'programme'; programme: ProgrammeView }
  | { kind: 'session'; session: SessionView }
  | { kind: 'events'; events: readonly EventView[] }
  | { kind: 'event'; event: EventView }
  | { kind: 'news-list'; news: readonly NewsView[] }
  | { kind: 'news'; news: NewsView }
  | { kind: 'page'; page: PageView }
  | { kind: 'consent'; consent: ConsentView }
  /** Any other page says for itself what it is. */
  | { kind: 'other'; path: string; title: string; description: string; noindex?: boolean };

/** Path of the page. */
export function pathOf(subject: PageSubject): string {
  switch (subject.kind) {
    case 'home':
      return '/';
    case 'enterprises':
      return '/enterprises/';
    case 'enterprise':
      return subject.enterprise.url;
    case 'industry':
      return `/industries/${subject.industry.id}/`;
    case 'format':
      return `/formats/${subject.format.id}/`;
    case 'okrug':
      return `/okrugs/${subject.okrug.id}/`;
    case 'seasons':
      return '/seasons/';
    case 'season':
      return subject.season.url;
    case 'programme':
      return subject.programme.url;
    case 'session':
      return subject.session.url;
    case 'events':
      return '/events/';
    case 'event':
      return subject.event.url;
    case 'news-list':
      return '/news/';
    case 'news':
      return subject.news.url;
    case 'page':
      return subject.page.url;
    case 'consent':
      return subject.consent.url;
    case 'other':
      return subject.path;
  }
}

/** True when the page tells of something invented for a demonstration. */
export function isDemo(subject: PageSubject): boolean {
  switch (subject.kind) {
    case 'enterprise':
      return subject.enterprise.demo;
    case 'season':
      return subject.season.demo;
    case 'programme':
      return subject.programme.season.demo || subject.programme.enterprise.demo;
    case 'session':
      return subject.session.demo;
    default:
      return false;
  }
}

/** True when the page tells of an entry that is not published; only the dev server shows such pages. */
export function isDraft(subject: PageSubject): boolean {
  switch (subject.kind) {
    case 'enterprise':
      return subject.enterprise.draft === true;
    case 'season':
      return subject.season.draft === true;
    case 'programme':
      return subject.programme.draft === true;
    case 'session':
      return subject.session.programme.draft === true || subject.session.season.draft === true;
    case 'event':
      return subject.event.draft === true;
    case 'news':
      return subject.news.draft === true;
    case 'page':
      return subject.page.draft === true;
    default:
      return false;
  }
}
