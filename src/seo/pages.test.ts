import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NO_HISTORY } from '../domain/content-history.ts';
import { dayOf, instantOf } from '../time/moscow.ts';
import { atomText } from './atom.ts';
import type { EventView } from '../domain/catalogue.ts';
import { changesFeed } from './feeds.ts';
import { headOf } from './head.ts';
import { happening, sessionEvent } from './json-ld/events.ts';
import { csvCell, enterprisesCsv } from './open-data/csv.ts';
import { embedHtml } from './open-data/embed.ts';
import { enterprisesGeoJson, sessionsGeoJson } from './open-data/geojson.ts';
import { redirectPage, redirectsOf } from './redirects.ts';
import { NOW, sample, sampleSession, SITE } from './sample.testing.ts';
import { sitemapEntries } from './sitemap.ts';
import { shorten, TITLE_LIMIT, withSiteName, wordingOf } from './wording.ts';

const plain = { date: '2026-09-15', time: '10:30' };
const more = { description: 'd', image: 'i' };
const geoJson = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.strictObject({
      type: z.literal('Feature'),
      id: z.string(),
      geometry: z.strictObject({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
      properties: z.looseObject({ url: z.url() }),
    }),
  ),
});

describe('titles and descriptions', () => {
  it('tell two visits apart that begin together', () => {
    const { sessions } = sample([plain, { ...plain, suffix: 'b' }]);
    const words = sessions.map((session) => wordingOf({ kind: 'session', session }));
    expect(new Set(words.map(({ title }) => title)).size).toBe(2);
    expect(new Set(words.map(({ description }) => description)).size).toBe(2);
  });

  it('name the site where both fit', () => {
    expect(withSiteName('Правила')).toBe('Правила — Открой#Моспром');
    expect(withSiteName('а'.repeat(TITLE_LIMIT))).toBe('а'.repeat(TITLE_LIMIT));
  });

  it('take the short name of an enterprise where the full one would be cut', () => {
    const titleOf = (name: string) => {
      const [enterprise] = sample([], { enterprise: { name, shortName: 'Пример' } }).enterprises;
      if (enterprise === undefined) throw new Error('no enterprise');
      return wordingOf({ kind: 'enterprise', enterprise }).title;
    };
    expect(titleOf('Завод')).toMatch(/^Завод: /);
    expect(titleOf('о'.repeat(60))).toMatch(/^Пример: /);
  });

  it('are cut at a word', () => {
    expect(shorten('один два три четыре', 12)).toBe('один два…');
    expect(shorten('коротко', 12)).toBe('коротко');
  });
});

describe('the head', () => {
  const head = (subject: Parameters<typeof headOf>[0]['subject']) =>
    headOf({ subject, site: SITE, ownTitle: 'Страница', trail: [], modified: null });

  it('keeps the demonstration out of search engines', () => {
    const { sessions } = sample([plain], { enterprise: { demo: true } });
    const [session] = sessions;
    if (session === undefined) throw new Error('no session');
    expect(head({ kind: 'session', session }).robots).toBe('noindex, nofollow');
    expect(head({ kind: 'session', session: sampleSession() }).robots).toBeNull();
  });

  it('names the feeds: all of them, and on the page of a visit the one that tells what changes', () => {
    const feeds = (subject: Parameters<typeof headOf>[0]['subject']): string[] =>
      head(subject)
        .alternates.filter(({ type }) => type === 'application/atom+xml')
        .map(({ href }) => href);
    const other = { kind: 'other', path: '/x/', title: 'x', description: 'x' } as const;
    expect(feeds(other)).toEqual(['/news/feed.xml', '/changes/feed.xml', '/enterprises/feed.xml']);
    expect(feeds({ kind: 'session', session: sampleSession() })).toEqual(['/changes/feed.xml']);
  });

  it('cannot be broken out of by a text', () => {
    const subject = { kind: 'other', path: '/x/', title: '</script><b>', description: 'x' } as const;
    expect(head(subject).jsonLd).not.toContain('<');
  });
});

describe('a happening as structured data', () => {
  const locations = (change: Partial<EventView>): unknown => {
    const [event] = sample().events;
    if (event === undefined) throw new Error('no happening');
    const node = happening({ ...event, ...change }, SITE, more);
    return [
      node?.eventAttendanceMode,
      [node?.location].flat().map((place) => (place as { '@type': string })['@type']),
    ];
  };

  it('is where it says: at a place, in the net, or both', () => {
    const mode = (name: string) => `https://schema.org/${name}EventAttendanceMode`;
    expect(locations({})).toEqual([mode('Offline'), ['Place']]);
    expect(locations({ online: true })).toEqual([mode('Mixed'), ['Place', 'VirtualLocation']]);
    expect(locations({ online: true, venue: undefined })).toEqual([mode('Online'), ['VirtualLocation']]);
  });
});

describe('a session as structured data', () => {
  it('says only what the content knows', () => {
    const [bare] = sample([plain]).sessions;
    if (bare === undefined) throw new Error('no session');
    const event = sessionEvent({ ...bare, admission: {} }, SITE, more);
    expect(event).not.toHaveProperty('audience');
    expect(event).not.toHaveProperty('previousStartDate');
    expect(event).toMatchObject({
      startDate: '2026-09-15T10:30:00+03:00',
      offers: {
        price: 0,
        availability: 'https://schema.org/PreOrder',
        validFrom: '2026-09-02T12:00:00+03:00',
        availabilityEnds: '2026-09-13T00:00:00+03:00',
      },
    });
  });

  it.each([
    ['2026-09-05', 'https://schema.org/InStock'],
    ['2026-09-13', 'https://schema.org/Discontinued'],
  ])('seen on %s offers %s', (day, availability) => {
    const session = sampleSession(plain, { now: instantOf(day, '10:00') });
    expect(sessionEvent(session, SITE, more)).toMatchObject({ offers: { availability } });
  });

  it('cancelled, offers nothing; moved, says from when; for teams, counts no people', () => {
    const cancelled = sessionEvent(sampleSession({ ...plain, status: 'cancelled' }), SITE, more);
    expect(cancelled).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' });
    expect(cancelled).not.toHaveProperty('offers');
    const moved = sampleSession({
      ...plain,
      status: 'moved',
      movedFrom: { date: '2026-09-14', time: '09:00' },
    });
    expect(sessionEvent(moved, SITE, more)).toMatchObject({ previousStartDate: '2026-09-14T09:00:00+03:00' });
    const teams = sampleSession({ ...plain, perTeam: { minSize: 2, maxSize: 6 } });
    expect(sessionEvent(teams, SITE, more)).not.toHaveProperty('maximumAttendeeCapacity');
  });
});

describe('old addresses', () => {
  const moved = { ...plain, status: 'moved', movedFrom: { date: '2026-09-14', time: '09:00' } } as const;

  it('lead to the new ones, and never hide a page that exists', () => {
    const catalogue = sample([moved], { enterprise: { formerly: ['old-name', 'primer'] } });
    expect(redirectsOf(catalogue)).toEqual([
      { from: '/enterprises/old-name/', to: '/enterprises/primer/' },
      { from: '/seasons/2026-09/old-name/', to: '/seasons/2026-09/primer/' },
      { from: '/seasons/2026-09/old-name/2026-09-14-0900/', to: '/seasons/2026-09/primer/2026-09-15-1030/' },
      { from: '/seasons/2026-09/old-name/2026-09-15-1030/', to: '/seasons/2026-09/primer/2026-09-15-1030/' },
      { from: '/seasons/2026-09/primer/2026-09-14-0900/', to: '/seasons/2026-09/primer/2026-09-15-1030/' },
    ]);
  });

  it('have a page that forwards and is not indexed', () => {
    const page = redirectPage({ from: '/a/', to: '/b/' }, SITE);
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=/b/">');
    expect(page).toContain('content="noindex"');
  });
});

describe('open data', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['@cmd', "'@cmd"],
    ['-5', "'-5"],
    ['a;"b"', '"a;""b"""'],
    [55.75, '55,75'],
    [null, ''],
    [true, 'да'],
  ])('writes %s as %s', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  it('survives names with separators', () => {
    const rows = parse(enterprisesCsv(sample(), SITE), { bom: true, delimiter: ';' });
    expect(rows[1]?.[1]).toBe('Завод «Пример», филиал; цех \\ 1');
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });

  it('puts on a map what has a place there, longitude first', () => {
    const meetingPoint = { address: 'площадь Другая, 2' };
    const catalogue = sample([
      plain,
      { ...plain, time: '12:00', meetingPoint },
      { ...plain, time: '14:00', online: true },
    ]);
    const points = (text: string) =>
      geoJson.parse(JSON.parse(text)).features.map(({ id, geometry }) => [id, geometry.coordinates]);
    expect(points(enterprisesGeoJson(catalogue, SITE))).toEqual([['primer', [37.7, 55.7]]]);
    // Neither a visit that meets elsewhere nor one in the net is where the enterprise is.
    expect(points(sessionsGeoJson(catalogue, SITE))).toEqual([
      ['2026-09/primer/2026-09-15-1030', [37.7, 55.7]],
    ]);
    const nowhere = sample([plain], { enterprise: { coordinates: undefined } });
    expect(points(enterprisesGeoJson(nowhere, SITE))).toEqual([]);
    expect(points(sessionsGeoJson(nowhere, SITE))).toEqual([]);
  });

  it('has a piece of HTML without anything that is loaded', () => {
    const [enterprise] = sample().enterprises;
    if (enterprise === undefined) throw new Error('no enterprise');
    const html = embedHtml(enterprise, SITE, dayOf(NOW));
    expect(html).toContain('https://example.ru/seasons/2026-09/primer/2026-09-15-1030/');
    expect(html).not.toMatch(/<(?:script|style|img|iframe|link)|style=/);
  });
});

describe('the sitemap', () => {
  it('leaves out the demonstration and is dated by the content alone', () => {
    const demo = sitemapEntries(sample([plain], { enterprise: { demo: true } }), NO_HISTORY);
    expect(demo.map(({ path }) => path)).not.toContain('/enterprises/primer/');
    const dated = sitemapEntries(sample([plain], { enterprise: { updated: '2026-08-30' } }), NO_HISTORY);
    expect(dated.find(({ path }) => path === '/enterprises/primer/')?.lastmod).toBe('2026-08-30');
    expect(dated.find(({ path }) => path === '/')?.lastmod).toBeNull();
  });
});

describe('the feed of changes', () => {
  it('names the visit, the enterprise and what happened', () => {
    const session = {
      ...plain,
      suffix: null,
      format: 'excursion',
      title: null,
      status: 'cancelled',
      movedFrom: null,
    } as const;
    const change = {
      at: NOW,
      programmeId: '2026-09/primer',
      kind: 'cancelled',
      sessions: [session],
    } as const;
    const feed = changesFeed(sample(), NO_HISTORY, [{ ...change, sessions: [session] }]);
    expect(feed.entries[0]).toMatchObject({
      id: '2026-09/primer/2026-09-01-1000-cancelled/2026-09-15-1030',
      title: 'Отменено: 1\u00A0посещение — Пример, Осенний сезон 2026',
      text: '15\u00A0сентября, 10:30 — Экскурсия',
    });
    expect(atomText(feed, SITE)).toContain('<updated>2026-09-01T10:00:00+03:00</updated>');
    // Two commits of one minute, each with a visit of its own.
    const other = { ...change, sessions: [{ ...session, time: '12:00' }] };
    const both = changesFeed(sample(), NO_HISTORY, [{ ...change, sessions: [session] }, other]);
    expect(new Set(both.entries.map(({ id }) => id)).size).toBe(2);
  });
});
