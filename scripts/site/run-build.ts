/** Runs the real `npm run build` command as an operator would, for tests. */
import { spawn } from 'node:child_process';
import { projectRoot } from '../build/stages.ts';

export type BuildRun = { code: number | null; output: string };

/** Exit code and everything printed, which `heard` is told as it comes. Settings of the calling process do not leak in. */
export async function runBuild(
  env: Readonly<Record<string, string>>,
  heard: (output: string) => void = () => undefined,
): Promise<BuildRun> {
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
  const listen = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
    heard(output);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, output };
}
