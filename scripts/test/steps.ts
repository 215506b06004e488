/** One step of `npm test`: a command, its output shown only when it fails or on request. */
import { spawn } from 'node:child_process';
import { projectRoot } from '../build/stages.ts';

export type Step = {
  name: string;
  command: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** True when the step's own report is worth reading even when all is well. */
  verbose?: boolean;
};

export type StepResult = { name: string; ok: boolean; seconds: number; output: string };

/** Runs a step to its end. @throws Error when the command cannot be started at all. */
export async function runStep(step: Step): Promise<StepResult> {
  const start = performance.now();
  const child = spawn(step.command, step.args, {
    cwd: projectRoot,
    env: { ...process.env, ...step.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return {
    name: step.name,
    ok: code === 0,
    seconds: Math.round((performance.now() - start) / 100) / 10,
    output: Buffer.concat(chunks).toString('utf8').trimEnd(),
  };
}
