/**
 * build: the whole `npm run build`, split by stage, beside others who make the same pages of the same text.
 * BENCH_LARGEST=N leaves out the trees of more enterprises.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../build/stages.ts';
import type { BuildReport } from '../build/build-site.ts';
import { PEERS, plainPages } from './build/peers.ts';
import type { Scenario } from './build/scenarios.ts';
import { SCENARIOS } from './build/scenarios.ts';
import type { Measured } from './measure.ts';
import { measure } from './measure.ts';
import type { Part, Row } from './report.ts';
import { median } from './report.ts';
import { scratch } from './scratch.ts';

type Run = Measured & { report: BuildReport };

const EPOCH = '1795425600';
/** Beside others only where a build is long enough to compare and short enough to repeat. */
const WITH_PEERS = 1500;

async function buildOnce(contentDir: string, dir: string): Promise<Run> {
  const reportFile = path.join(dir, 'report.json');
  const measured = await measure(process.execPath, ['scripts/build.ts', '--report', reportFile], {
    cwd: projectRoot,
    env: {
      ...process.env,
      CONTENT_DIR: contentDir,
      OUT_DIR: path.join(dir, 'site'),
      CACHE_DIR: path.join(dir, 'cache'),
      SITE_URL: 'https://example.ru',
      SOURCE_DATE_EPOCH: EPOCH,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  if (measured.code !== 0) throw new Error(`build failed:\n${measured.output.slice(0, 4000)}`);
  return { ...measured, report: JSON.parse(await readFile(reportFile, 'utf8')) as BuildReport };
}

function rowsOf(scenario: Scenario, cold: readonly Run[]): Row[] {
  const pages = cold[0]?.report.pages ?? 0;
  const label = `${scenario.name} (${pages} pages)`;
  const row = (what: string, samples: readonly number[], unit: string, target?: number): Row => ({
    name: `${label}: ${what}`,
    samples,
    unit,
    ...(target === undefined ? {} : { target }),
  });
  const stages = cold[0]?.report.stages.map((stage) => stage.name) ?? [];
  return [
    row(
      'wall',
      cold.map((run) => run.wallSeconds),
      's',
      scenario.targets.wallSeconds,
    ),
    row(
      'CPU',
      cold.map((run) => run.cpuSeconds),
      's',
    ),
    row(
      'peak memory',
      cold.map((run) => run.peakMiB),
      'MiB',
      scenario.targets.peakMiB,
    ),
    row(
      'wall per page',
      cold.map((run) => (run.wallSeconds / pages) * 1000),
      'ms',
    ),
    ...stages.map((name) =>
      row(
        `stage ${name}`,
        cold.map((run) => (run.report.stages.find((stage) => stage.name === name)?.milliseconds ?? 0) / 1000),
        's',
      ),
    ),
  ];
}

/** The same tree again with a full cache, and with one entry edited. */
async function rebuilds(scenario: Scenario, contentDir: string, dir: string, full: number): Promise<Row[]> {
  const file = path.join(
    contentDir,
    'enterprises',
    scenario.enterprises === null ? 'mikron.md' : await firstEntry(contentDir),
  );
  const text = await readFile(file, 'utf8');
  await writeFile(file, `${text}\nЕщё одно предложение для пробы.\n`);
  const edited = await buildOnce(contentDir, dir);
  await writeFile(file, text);
  return [
    {
      name: `${scenario.name}: rebuild after editing one entry`,
      samples: [edited.wallSeconds],
      unit: 's',
      ratio: { to: 'full build', value: edited.wallSeconds / full },
    },
  ];
}

async function firstEntry(contentDir: string): Promise<string> {
  const { readdir } = await import('node:fs/promises');
  const names = (await readdir(path.join(contentDir, 'enterprises')))
    .filter((name) => name.endsWith('.md'))
    .sort();
  const [first] = names;
  if (first === undefined) throw new Error('no enterprise to edit');
  return first;
}

export const part: Part = {
  name: 'build',
  run: async (say) => {
    const largest = Number(process.env.BENCH_LARGEST ?? '15000');
    const rows: Row[] = [];
    const skipped: string[] = [];
    for (const scenario of SCENARIOS) {
      if ((scenario.enterprises ?? 0) > largest) {
        skipped.push(`${scenario.name}: BENCH_LARGEST=${largest}`);
        continue;
      }
      const dir = scratch('build');
      const contentDir = path.join(dir, 'content');
      await scenario.write(contentDir);
      const cold: Run[] = [];
      for (let index = 0; index < scenario.runs; index++) {
        say(`build: ${scenario.name}, run ${index + 1} of ${scenario.runs}`);
        await rm(path.join(dir, 'cache'), { recursive: true, force: true });
        cold.push(await buildOnce(contentDir, dir));
      }
      rows.push(...rowsOf(scenario, cold));
      const full = median(cold.map((run) => run.wallSeconds));
      if ((scenario.enterprises ?? 0) <= WITH_PEERS)
        rows.push(...(await rebuilds(scenario, contentDir, dir, full)));
      if (scenario.enterprises === WITH_PEERS) {
        const pages = await plainPages(path.join(dir, 'site'));
        for (const peer of PEERS) {
          const missing = peer.missing();
          if (missing !== null) {
            skipped.push(missing);
            continue;
          }
          say(`build: ${peer.name}`);
          const run = await peer.build(pages, scratch('peer'));
          if (run.code !== 0) {
            skipped.push(`${peer.name}: its build failed: ${run.output.split('\n')[0] ?? ''}`);
            continue;
          }
          rows.push({
            name: `${pages.length} pages of the same text: ${peer.name}`,
            samples: [run.wallSeconds],
            unit: 's',
          });
          rows.push({
            name: `ours beside ${peer.name}`,
            samples: [full / run.wallSeconds],
            unit: '×',
            ...(peer.name === 'bare Astro' ? { target: 1.5 } : {}),
          });
        }
      }
      await rm(dir, { recursive: true, force: true });
    }
    return { part: 'build', rows, skipped };
  },
};
