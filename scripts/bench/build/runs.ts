/**
 * Runs of the whole build: from nothing, with pictures kept, after an edit. Each run builds into a folder of its own,
 * as every peer does, and nothing is removed between runs: for minutes after thousands of files were removed, ext4
 * is slow to make new ones, and a run would pay for the one before.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BuildReport } from '../../build/build-alone.ts';
import { projectRoot } from '../../build/stages.ts';
import type { Measured } from '../measure.ts';
import { measure } from '../measure.ts';
import type { Row } from '../report.ts';
import { median } from '../report.ts';
import type { Scenario } from './scenarios.ts';

export type Run = Measured & { report: BuildReport };

/** Where runs read and write: a folder with `content`, that gets the sites and their caches. */
export type Place = { dir: string; contentDir: string; runs: number };

/** The site of the last run. */
export const lastSite = ({ dir, runs }: Place): string => path.join(dir, `site-${runs}`);

/** What a run finds: the folders of its caches. */
type Kept = { cache: string; pictures: string };

const EPOCH = '1795425600';

async function build(place: Place, kept: Kept): Promise<Run> {
  const { dir, contentDir } = place;
  place.runs++;
  const reportFile = path.join(dir, 'report.json');
  const measured = await measure(process.execPath, ['scripts/build.ts', '--report', reportFile], {
    cwd: projectRoot,
    env: {
      ...process.env,
      CONTENT_DIR: contentDir,
      OUT_DIR: lastSite(place),
      CACHE_DIR: path.join(dir, kept.cache),
      PICTURES_CACHE_DIR: path.join(dir, kept.pictures),
      SITE_URL: 'https://example.ru',
      SOURCE_DATE_EPOCH: EPOCH,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  if (measured.code !== 0) throw new Error(`build failed:\n${measured.output.slice(0, 4000)}`);
  return { ...measured, report: JSON.parse(await readFile(reportFile, 'utf8')) as BuildReport };
}

/** A build from nothing. */
export function buildFromNothing(place: Place): Promise<Run> {
  return build(place, { cache: `cache-${place.runs}`, pictures: `pictures-${place.runs}` });
}

/** A build that finds nothing but the pictures and codes of the first. */
export function buildWithPictures(place: Place): Promise<Run> {
  return build(place, { cache: `cache-${place.runs}`, pictures: 'pictures-0' });
}

/** A build of the same tree with one new sentence in one entry, and everything kept from the builds before it. */
export async function buildAfterEdit(place: Place, scenario: Scenario): Promise<Run> {
  const folder = path.join(place.contentDir, 'enterprises');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  const name = scenario.enterprises === null ? 'mikron.md' : names[0];
  if (name === undefined) throw new Error('no enterprise to edit');
  const file = path.join(folder, name);
  const text = await readFile(file, 'utf8');
  await writeFile(file, `${text}\nЕщё одно предложение для пробы, номер ${place.runs}.\n`);
  try {
    return await build(place, { cache: 'cache-0', pictures: 'pictures-0' });
  } finally {
    await writeFile(file, text);
  }
}

export const wall = (runs: readonly Run[]): number => median(runs.map((run) => run.wallSeconds));
export const cpu = (runs: readonly Run[]): number => median(runs.map((run) => run.cpuSeconds));
const pagesOf = (runs: readonly Run[]): number => runs[0]?.report.pages ?? 0;
/** Processor milliseconds a page. */
export const cpuPerPage = (runs: readonly Run[]): number => (cpu(runs) / pagesOf(runs)) * 1000;

/** The table's rows of several runs of one kind, stages included. */
export function rowsOf(scenario: Scenario, kind: string, runs: readonly Run[]): Row[] {
  const pages = pagesOf(runs);
  const row = (what: string, unit: string, sample: (run: Run) => number, target?: number): Row => ({
    name: `${scenario.name} (${pages} pages), ${kind}: ${what}`,
    samples: runs.map(sample),
    unit,
    ...(target === undefined ? {} : { target }),
  });
  const stages = runs[0]?.report.stages.map((stage) => stage.name) ?? [];
  return [
    row('wall', 's', (run) => run.wallSeconds, scenario.targets.wallSeconds),
    row('CPU', 's', (run) => run.cpuSeconds),
    row('peak memory', 'MiB', (run) => run.peakMiB, scenario.targets.peakMiB),
    row('wall per page', 'ms', (run) => (run.wallSeconds / pages) * 1000),
    row('CPU per page', 'ms', (run) => (run.cpuSeconds / pages) * 1000),
    ...stages.map((name) =>
      row(
        `stage ${name}`,
        's',
        (run) => (run.report.stages.find((stage) => stage.name === name)?.milliseconds ?? 0) / 1000,
      ),
    ),
  ];
}
