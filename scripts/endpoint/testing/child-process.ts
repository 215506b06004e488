/** Starts testing/child.ts and waits until it listens. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type Child = {
  readonly formUrl: string;
  /** Ends the process as a power cut would; resolves when it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
};

/** @throws Error when the process ends before it listens; its error output goes to this process's own. */
export async function startChild(dir: string, mode: 'locked' | 'unlocked' = 'locked'): Promise<Child> {
  const script = fileURLToPath(new URL('./child.ts', import.meta.url));
  const child = spawn(process.execPath, [script, dir, mode], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const firstLine = once(createInterface({ input: child.stdout }), 'line');
  const first = await Promise.race([firstLine, gone.then(() => null)]);
  const formUrl: unknown = first?.[0];
  if (typeof formUrl !== 'string') throw new Error('the endpoint ended before it listened');
  return {
    formUrl,
    async kill(signal = 'SIGKILL') {
      child.kill(signal);
      await gone;
    },
  };
}
