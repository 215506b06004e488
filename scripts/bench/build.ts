/**
 * build: the whole `npm run build`, split by stage, beside others who make the same pages of the same text.
 * `check`, `astro`, `pages` and `pictures` run side by side: their sum exceeds the wall clock. `pages` is the time
 * of one thread that pages took while Astro made the next.
 * BENCH_LARGEST=N leaves out the trees of more enterprises. All sites stay until the end: keep 10 GB of disk free.
 */
import path from 'node:path';
import { besidePeers } from './build/beside.ts';
import type { Place, Run } from './build/runs.ts';
import {
  buildAfterEdit,
  buildFromNothing,
  buildWithPictures,
  cpuPerPage,
  lastSite,
  rowsOf,
  wall,
} from './build/runs.ts';
import type { Scenario } from './build/scenarios.ts';
import { SCENARIOS } from './build/scenarios.ts';
import { seasonWeight } from './build/season-weight.ts';
import { countAsked } from './options.ts';
import type { Part, Row } from './report.ts';
import { scratch } from './scratch.ts';

/** Beside others only where a build is long enough to compare and short enough to repeat. */
const WITH_PEERS = 1500;
const PER_PAGE = 1.15;

async function times(count: number, run: (index: number) => Promise<Run>): Promise<Run[]> {
  const runs: Run[] = [];
  for (let index = 0; index < count; index++) runs.push(await run(index));
  return runs;
}

/** A rebuild after one edit beside the full build of the same tree. */
async function rebuilds(
  scenario: Scenario,
  place: Place,
  full: readonly Run[],
  kept: readonly Run[],
): Promise<Row[]> {
  const edited = await times(scenario.runs, () => buildAfterEdit(place, scenario));
  const name = `${scenario.name}: rebuild after editing one entry`;
  return [
    { name, samples: edited.map((run) => run.wallSeconds), unit: 's' },
    {
      name: `${name}, beside a build from nothing`,
      samples: [wall(edited) / wall(full)],
      unit: '×',
      target: 0.5,
    },
    { name: `${name}, beside a build with pictures kept`, samples: [wall(edited) / wall(kept)], unit: '×' },
  ];
}

export const part: Part = {
  name: 'build',
  run: async (say) => {
    const largest = countAsked('BENCH_LARGEST', 15_000);
    const rows: Row[] = [];
    const skipped: string[] = [];
    let perPageBefore: number | null = null;
    for (const scenario of SCENARIOS) {
      if ((scenario.enterprises ?? 0) > largest) {
        skipped.push(`${scenario.name}: BENCH_LARGEST=${largest}`);
        continue;
      }
      const dir = scratch('build');
      const place = { dir, contentDir: path.join(dir, 'content'), runs: 0 };
      await scenario.write(place.contentDir);
      const fromNothing = await times(scenario.coldRuns, (index) => {
        say(`build: ${scenario.name}, from nothing, run ${index + 1} of ${scenario.coldRuns}`);
        return buildFromNothing(place);
      });
      const withPictures = await times(scenario.runs, (index) => {
        say(`build: ${scenario.name}, pictures kept, run ${index + 1} of ${scenario.runs}`);
        return buildWithPictures(place);
      });
      rows.push(...rowsOf(scenario, 'from nothing', fromNothing));
      if (withPictures.length > 0) rows.push(...rowsOf(scenario, 'pictures kept', withPictures));
      if (scenario.enterprises === null) rows.push(await seasonWeight(lastSite(place), scenario.name));
      if ((scenario.enterprises ?? 0) <= WITH_PEERS)
        rows.push(...(await rebuilds(scenario, place, fromNothing, withPictures)));
      if (scenario.enterprises === WITH_PEERS) {
        // The last site was built of an edited tree: one more paragraph, the same for every peer.
        const beside = await besidePeers(
          lastSite(place),
          { fromNothing, withPictures, again: () => buildWithPictures(place) },
          say,
        );
        rows.push(...beside.rows);
        skipped.push(...beside.skipped);
        perPageBefore = cpuPerPage(fromNothing);
      } else if ((scenario.enterprises ?? 0) > WITH_PEERS && perPageBefore !== null) {
        rows.push({
          name: `${scenario.name}, from nothing: CPU per page, beside 1,500 enterprises`,
          samples: [cpuPerPage(fromNothing) / perPageBefore],
          unit: '×',
          target: PER_PAGE,
        });
      }
    }
    return { part: 'build', rows, skipped };
  },
};
