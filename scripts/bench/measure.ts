/** Measures a whole command from outside: wall clock, processor time and the memory of its process tree. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export type Measured = {
  code: number | null;
  output: string;
  wallSeconds: number;
  /** User and system time of the command and all its ended children; NaN where the system does not tell. */
  cpuSeconds: number;
  /** Largest sum of resident memory of the whole process tree, sampled; NaN where the system does not tell. */
  peakMiB: number;
};

const SAMPLE_MS = 50;
const PAGE_KIB = 4;
const TICKS_PER_SECOND = 100;

type Proc = { pid: number; parent: number; rssKiB: number; cpuTicks: number };

function processes(): Proc[] {
  return readdirSync('/proc').flatMap((name): Proc[] => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The command's name stands in brackets and may hold spaces.
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      const number = (index: number): number => Number(fields[index]);
      return [
        {
          pid: Number(name),
          parent: number(1),
          rssKiB: number(21) * PAGE_KIB,
          cpuTicks: number(11) + number(12) + number(13) + number(14),
        },
      ];
    } catch {
      // The process ended between the listing and the reading.
      return [];
    }
  });
}

function tree(all: readonly Proc[], root: number): Proc[] {
  const wanted = new Set([root]);
  for (let grown = true; grown;) {
    grown = false;
    for (const one of all) {
      if (wanted.has(one.parent) && !wanted.has(one.pid)) {
        wanted.add(one.pid);
        grown = true;
      }
    }
  }
  return all.filter((one) => wanted.has(one.pid));
}

/** Runs a command to its end. @throws Error when it cannot be started. */
export async function measure(
  command: string,
  args: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Measured> {
  const start = performance.now();
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  let peakKiB = 0;
  let cpuTicks = 0;
  const root = child.pid;
  const known = process.platform === 'linux' && root !== undefined;
  const sampler = known
    ? setInterval(() => {
        const mine = tree(processes(), root);
        peakKiB = Math.max(
          peakKiB,
          mine.reduce((sum, one) => sum + one.rssKiB, 0),
        );
        // The root counts its ended children; running ones count themselves.
        cpuTicks = Math.max(
          cpuTicks,
          mine.reduce((sum, one) => sum + one.cpuTicks, 0),
        );
      }, SAMPLE_MS)
    : undefined;
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearInterval(sampler);
  return {
    code,
    output,
    wallSeconds: (performance.now() - start) / 1000,
    cpuSeconds: known ? cpuTicks / TICKS_PER_SECOND : Number.NaN,
    peakMiB: known ? peakKiB / 1024 : Number.NaN,
  };
}
