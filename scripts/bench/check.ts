/** check: `npm run check:content` as a whole process, on trees of two sizes. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../build/stages.ts';
import { measure } from './measure.ts';
import type { Part, Row } from './report.ts';
import { median } from './report.ts';
import { scratch } from './scratch.ts';

const FROM = '2026-11-23';
const RUNS = 5;
/** Files are enterprises, programmes of ten seasons, and a few pages. */
const TREES = [
  { enterprises: 1300, sessions: 200, target: 2 },
  { enterprises: 14_000, sessions: 1000, target: undefined },
] as const;

async function countFiles(dir: string): Promise<number> {
  return (await readdir(dir, { recursive: true })).filter((name) => /\.mdx?$/.test(name)).length;
}

export const part: Part = {
  name: 'check',
  run: async (say) => {
    const rows: Row[] = [];
    const perFile: number[] = [];
    for (const { enterprises, sessions, target } of TREES) {
      const dir = path.join(scratch('check'), 'content');
      const args = ['--out', dir, '--from', FROM, '--enterprises', String(enterprises), '--seasons', '10'];
      const made = await measure(
        process.execPath,
        ['scripts/content/demo.ts', ...args, '--sessions', String(sessions)],
        { cwd: projectRoot, env: process.env },
      );
      if (made.code !== 0) throw new Error(`demo-content: ${made.output}`);
      const files = await countFiles(dir);
      const wall: number[] = [];
      const memory: number[] = [];
      for (let run = 0; run < RUNS; run++) {
        say(`check: ${files} files, run ${run + 1} of ${RUNS}`);
        const checked = await measure(process.execPath, ['scripts/content/check.ts', '--content', dir], {
          cwd: projectRoot,
          env: { ...process.env, SOURCE_DATE_EPOCH: '1795425600' },
        });
        if (checked.code !== 0) throw new Error(`check: ${checked.output.slice(0, 2000)}`);
        wall.push(checked.wallSeconds);
        memory.push(checked.peakMiB);
      }
      perFile.push(median(wall) / files);
      rows.push(
        {
          name: `${files} files: wall`,
          samples: wall,
          unit: 's',
          ...(target === undefined ? {} : { target }),
        },
        { name: `${files} files: peak memory`, samples: memory, unit: 'MiB' },
      );
    }
    const [small = Number.NaN, large = Number.NaN] = perFile;
    rows.push({ name: 'cost per file, large beside small tree', samples: [large / small], unit: '×' });
    return { part: 'check', rows, skipped: [] };
  },
};
