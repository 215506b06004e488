/** One address for every kind of page of the test site, and the odd ones of the stress content. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SiteData } from '../../src/domain/site-data.ts';
import { instantOf, parseIso } from '../../src/time/moscow.ts';
import { STRESS_SEASON } from '../content/demo/stress.ts';

export type PageKind = { name: string; url: string };

/** Pages whose addresses never change with the content. */
const FIXED: readonly PageKind[] = [
  { name: 'main', url: '/' },
  { name: 'enterprises', url: '/enterprises/' },
  { name: 'enterprise', url: '/enterprises/mikron/' },
  { name: 'enterprise-mdx', url: '/enterprises/babaevskiy/' },
  { name: 'industry', url: '/industries/food/' },
  { name: 'format', url: '/formats/video-tour/' },
  { name: 'okrug', url: '/okrugs/zelao/' },
  { name: 'seasons', url: '/seasons/' },
  { name: 'season-archive', url: '/seasons/2026-03/' },
  { name: 'programme-archive', url: '/seasons/2026-03/galvent/' },
  { name: 'events', url: '/events/' },
  { name: 'event', url: '/events/onlayn-kviz-2023/' },
  { name: 'news', url: '/news/' },
  { name: 'news-item', url: '/news/2026-01-04-itogi-2025/' },
  { name: 'about', url: '/about/' },
  { name: 'rules', url: '/rules/' },
  { name: 'contacts', url: '/contacts/' },
  { name: 'policy', url: '/policy/' },
  { name: 'accessibility', url: '/accessibility/' },
  { name: 'consent', url: '/consent/2026-11-23/' },
  { name: 'not-found', url: '/404.html' },
];

/** Stands in sites of the tests alone. */
const STYLEGUIDE: PageKind = { name: 'styleguide', url: '/styleguide/' };

const STRESS: readonly PageKind[] = [
  { name: 'stress-season', url: `/seasons/${STRESS_SEASON}/` },
  { name: 'stress-enterprise', url: '/enterprises/demo-stress-long-name/' },
  { name: 'stress-word', url: '/enterprises/demo-stress-long-word/' },
  { name: 'stress-bare', url: '/enterprises/demo-stress-bare/' },
  { name: 'stress-formats', url: '/enterprises/demo-stress-many-formats/' },
];

async function readData(siteDir: string): Promise<SiteData> {
  return JSON.parse(await readFile(path.join(siteDir, 'data/site.json'), 'utf8')) as SiteData;
}

/**
 * All kinds of page of a built test site, sessions chosen from its own data.
 * @throws Error when the data lacks a session that a kind needs.
 */
export async function pageKinds(siteDir: string): Promise<PageKind[]> {
  const data = await readData(siteDir);
  const stress = data.sessions.find(
    ({ season, enterprise }) => season === STRESS_SEASON && enterprise === 'demo-stress-long-name',
  );
  if (stress === undefined) throw new Error('The test site has no stress season.');
  return [...kindsOf(data), STYLEGUIDE, ...STRESS, { name: 'stress-session', url: stress.url }];
}

/** Those of a plain test site that are published. @throws Error when the data lacks a session that a kind needs. */
export async function plainKinds(siteDir: string): Promise<PageKind[]> {
  return kindsOf(await readData(siteDir));
}

function kindsOf(data: SiteData): PageKind[] {
  const live = data.seasons.find((season) => season.demo && season.id !== STRESS_SEASON);
  if (live === undefined) throw new Error('The test site has no demonstration season.');
  const now = parseIso(data.generatedAt);
  const sessions = data.sessions.filter((session) => session.season === live.id);
  type Session = (typeof sessions)[number];
  const pick = (name: string, test: (session: Session) => boolean): PageKind => {
    const found = sessions.find(test);
    if (found === undefined) throw new Error(`No session for the kind of page «${name}».`);
    return { name, url: found.url };
  };
  const isOpen = (session: Session): boolean =>
    session.registration === 'form' &&
    session.status === 'scheduled' &&
    !session.online &&
    (session.registrationOpensAt === null || parseIso(session.registrationOpensAt) <= now) &&
    session.registrationClosesAt !== null &&
    parseIso(session.registrationClosesAt) > now + 2 * (instantOf('2026-01-02') - instantOf('2026-01-01'));
  const open = pick('session', isOpen);
  return [
    ...FIXED,
    { name: 'season', url: live.url },
    { name: 'programme', url: open.url.replace(/[^/]+\/$/, '') },
    open,
    pick('session-cancelled', (session) => session.status === 'cancelled'),
    pick('session-moved', (session) => session.status === 'moved'),
    pick('session-past', (session) => parseIso(session.endsAt) < now),
    pick('session-online', (session) => session.online),
  ];
}
