/** Starts servers as processes of their own and waits until they listen. */
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

/** The endpoint of testing/child.ts. @throws Error when the process ends before it listens. */
export function startChild(dir: string, mode: 'locked' | 'unlocked' = 'locked'): Promise<Child> {
  return start(new URL('./child.ts', import.meta.url), [dir, mode]);
}

/** The bare route of bench/bare-server.ts on the database file. @throws Error when it ends before it listens. */
export function startBareServer(file: string): Promise<Child> {
  return start(new URL('../bench/bare-server.ts', import.meta.url), [file]);
}

/** Its error output goes to this process's own. */
async function start(script: URL, args: readonly string[]): Promise<Child> {
  const child = spawn(process.execPath, [fileURLToPath(script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const firstLine = once(createInterface({ input: child.stdout }), 'line');
  const first = await Promise.race([firstLine, gone.then(() => null)]);
  const formUrl: unknown = first?.[0];
  if (typeof formUrl !== 'string') throw new Error('the server ended before it listened');
  return {
    formUrl,
    async kill(signal = 'SIGKILL') {
      child.kill(signal);
      await gone;
    },
  };
}
