/** The content trees that the build is measured on. */
import { projectRoot } from '../../build/stages.ts';
import { writeLongSeason } from '../../content/demo/long-season.ts';
import { measure } from '../measure.ts';

export type Scenario = {
  name: string;
  /** Content of how many enterprises; null: the real one. */
  enterprises: number | null;
  /** Builds from nothing, and builds that find the pictures of the first. */
  coldRuns: number;
  runs: number;
  targets: { wallSeconds?: number; peakMiB?: number };
  write: (contentDir: string) => Promise<void>;
};

const FROM = '2026-11-23';
const SEASONS = 10;
/** At 1,500 enterprises a season of the size of the largest real one; the mix of pages stays the same. */
const sessionsFor = (enterprises: number): number => Math.max(30, Math.round((enterprises / 1500) * 215));

function demo(enterprises: number) {
  return async (contentDir: string): Promise<void> => {
    const run = await measure(
      process.execPath,
      [
        'scripts/content/demo.ts',
        ...['--out', contentDir, '--from', FROM, '--enterprises', String(enterprises)],
        ...['--seasons', String(SEASONS), '--sessions', String(sessionsFor(enterprises))],
      ],
      { cwd: projectRoot, env: process.env },
    );
    if (run.code !== 0) throw new Error(`demo-content: ${run.output}`);
  };
}

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'real content and a 215-session season',
    enterprises: null,
    coldRuns: 3,
    runs: 5,
    targets: { wallSeconds: 12, peakMiB: 1024 },
    write: writeLongSeason,
  },
  { name: '150 enterprises', enterprises: 150, coldRuns: 1, runs: 3, targets: {}, write: demo(150) },
  { name: '1,500 enterprises', enterprises: 1500, coldRuns: 1, runs: 3, targets: {}, write: demo(1500) },
  {
    name: '15,000 enterprises',
    enterprises: 15_000,
    coldRuns: 1,
    // Many minutes each: one tells the memory and the cost of a page.
    runs: 0,
    targets: { peakMiB: 4096 },
    write: demo(15_000),
  },
];
