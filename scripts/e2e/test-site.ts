/** The site that browser tests and screenshots look at: real content, a live demonstration season, stress entries. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { readSettings } from '../../src/settings/settings.ts';
import type { Instant } from '../../src/time/moscow.ts';
import { dayOf, instantOf } from '../../src/time/moscow.ts';
import { buildSite } from '../build/build-site.ts';
import { projectRoot } from '../build/stages.ts';
import { writeDemoOverlay } from '../content/demo/overlay.ts';
import { stressFiles } from '../content/demo/stress.ts';
import { readVocabulary } from '../content/demo/vocabulary.ts';
import { writeFiles } from '../content/demo/write-tree.ts';

/** Tests live on one day for ever: Monday, 23 November 2026, noon in Moscow. */
export const TEST_NOW: Instant = instantOf('2026-11-23', '12:00');

export type TestSitePlan = {
  /** Folder for content and site; made anew. */
  dir: string;
  siteUrl: string;
  endpointUrl: string;
  /** When it is built, to the second; TEST_NOW unless given. */
  now?: Instant;
  /** Without the entries that only strain the layout: as a published site is. */
  plain?: boolean;
};

export type TestSite = { siteDir: string; contentDir: string; season: string };

/** The environment in which the test site is built and served. */
export function testSiteEnv({ dir, siteUrl, endpointUrl, now = TEST_NOW }: TestSitePlan): NodeJS.ProcessEnv {
  return {
    ...process.env,
    CONTENT_DIR: path.join(dir, 'content'),
    OUT_DIR: path.join(dir, 'site'),
    SITE_URL: siteUrl,
    FORM_ENDPOINT: `${endpointUrl}/applications`,
    AVAILABILITY_URL: `${endpointUrl}/availability.json`,
    SOURCE_DATE_EPOCH: String(now / 1000),
    STYLEGUIDE: '1',
    CACHE_DIR: path.join(projectRoot, '.cache', 'astro-e2e'),
  };
}

/** Builds the test site. @throws StageError when content or pages have faults. */
export async function buildTestSite(plan: TestSitePlan): Promise<TestSite> {
  const { dir, now = TEST_NOW, plain = false } = plan;
  const contentDir = path.join(dir, 'content');
  const siteDir = path.join(dir, 'site');
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true });
  const today = dayOf(now);
  const season = await writeDemoOverlay(path.join(projectRoot, 'content'), contentDir, today);
  if (!plain) await writeFiles(contentDir, stressFiles(today, await readVocabulary(contentDir)));
  const env = testSiteEnv(plan);
  await buildSite({ settings: readSettings(env), env });
  return { siteDir, contentDir, season };
}

/** True when a folder holds a finished site. */
export async function isBuilt(siteDir: string): Promise<boolean> {
  try {
    return (await stat(siteDir)).isDirectory() && (await readdir(siteDir)).includes('index.html');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
