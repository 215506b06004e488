/** sitemap.xml: every page that search engines should know, with the day of its last revision. */
import type { Catalogue } from '../domain/catalogue.ts';
import type { ContentHistory } from '../domain/content-history.ts';
import type { Day } from '../time/moscow.ts';
import { xmlText } from './atom.ts';
import { modifiedOf } from './modified.ts';
import type { PageSubject } from './page-subject.ts';
import { isDemo, pathOf } from './page-subject.ts';
import type { SiteIdentity } from './site.ts';
import { absolute } from './site.ts';

/** A sitemap may hold so many addresses (sitemaps.org). */
export const SITEMAP_LIMIT = 50_000;

export type SitemapEntry = { path: string; lastmod: Day | null };

/** All pages that may be indexed. `now` of the catalogue plays no part in the dates. */
export function sitemapEntries(catalogue: Catalogue, history: ContentHistory): SitemapEntry[] {
  const { enterprises, seasons, sessions, events, news, pages, vocabulary } = catalogue;
  const subjects: PageSubject[] = [
    { kind: 'home', catalogue },
    { kind: 'enterprises', enterprises },
    ...enterprises.map((enterprise) => ({ kind: 'enterprise', enterprise }) as const),
    ...vocabulary.industries.map((industry) => ({
      kind: 'industry' as const,
      industry,
      enterprises: enterprises.filter((enterprise) => enterprise.industry === industry),
    })),
    ...vocabulary.formats.map((format) => ({
      kind: 'format' as const,
      format,
      enterprises: enterprises.filter((enterprise) => enterprise.formats.includes(format)),
    })),
    ...vocabulary.okrugs.map((okrug) => ({
      kind: 'okrug' as const,
      okrug,
      enterprises: enterprises.filter((enterprise) => enterprise.okrug === okrug),
    })),
    { kind: 'seasons', seasons },
    ...seasons.map((season) => ({ kind: 'season', season }) as const),
    ...seasons.flatMap((season) =>
      season.programmes.map((programme) => ({ kind: 'programme', programme }) as const),
    ),
    ...sessions.map((session) => ({ kind: 'session', session }) as const),
    { kind: 'events', events },
    ...events.map((event) => ({ kind: 'event', event }) as const),
    { kind: 'news-list', news },
    ...news.map((item) => ({ kind: 'news', news: item }) as const),
    ...pages.map((page) => ({ kind: 'page', page }) as const),
  ];
  return [
    ...subjects
      .filter((subject) => !isDemo(subject))
      // A facet without enterprises says noindex in its head.
      .filter((subject) => !('enterprises' in subject) || subject.enterprises.length > 0)
      .map((subject) => ({ path: pathOf(subject), lastmod: modifiedOf(subject, history) })),
    { path: '/changes/', lastmod: null },
    { path: '/data/', lastmod: null },
  ];
}

/** The XML of these addresses. @throws RangeError when there are more than one sitemap may hold. */
export function sitemapText(entries: readonly SitemapEntry[], site: SiteIdentity): string {
  if (entries.length > SITEMAP_LIMIT) throw new RangeError(`${entries.length} addresses in one sitemap`);
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries.map(
      ({ path, lastmod }) =>
        `<url><loc>${xmlText(absolute(site, path))}</loc>${lastmod === null ? '' : `<lastmod>${lastmod}</lastmod>`}</url>`,
    ),
    '</urlset>',
  ].join('\n')}\n`;
}

/** robots.txt. Clean-param is Yandex's: these parameters never lead to another page. */
export function robotsText(site: SiteIdentity): string {
  return [
    'User-agent: *',
    'Disallow: /registration/',
    'Disallow: /pagefind/',
    'Clean-param: q&exact&industry&format&okrug&season&zone&place&access&minAge&hours&open&utm_source&utm_medium&utm_campaign&utm_content&utm_term&yclid&gclid&fbclid&from /',
    '',
    `Sitemap: ${absolute(site, '/sitemap.xml')}`,
    '',
  ].join('\n');
}
