/** Runs the real `npm run build` command as an operator would, for tests. */
import { spawn } from 'node:child_process';
import { projectRoot } from '../build/stages.ts';

export type BuildRun = { code: number | null; output: string };

/** Exit code and everything printed. Settings of the calling process do not leak in. */
export async function runBuild(env: Readonly<Record<string, string>>): Promise<BuildRun> {
  const child = spawn(process.execPath, ['scripts/build.ts'], {
    cwd: projectRoot,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      ASTRO_TELEMETRY_DISABLED: '1',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, output };
}
