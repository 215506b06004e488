/** In the build's process: starts Astro, lets it go on when the content is good, and hears what it makes. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { endOf, projectRoot } from '../stages.ts';
import type { FromAstro, ToAstro } from './messages.ts';
import { FOLLOWED } from './messages.ts';

export type AstroRun = {
  env: NodeJS.ProcessEnv;
  /** Astro goes beyond its start only when this has come true; what it is refused with is thrown. */
  mayGo: Promise<void>;
  /** A file that is being made and will stand soon, always in the same order. */
  onFile: (name: string) => void;
  /** A file that was told of and will not be what it seemed. */
  onNone: (name: string) => void;
};

/**
 * Runs a whole build of Astro.
 * @throws what `mayGo` was refused with, else StageError with Astro's own words.
 */
export async function runAstro({ env, mayGo, onFile, onNone }: AstroRun): Promise<void> {
  const astro = path.join(projectRoot, 'node_modules', '.bin', 'astro');
  const child = spawn(astro, ['build', '--silent'], {
    cwd: projectRoot,
    env: { ...env, [FOLLOWED]: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let ready = (): void => undefined;
  const started = new Promise<void>((resolve) => (ready = resolve));
  child.on('message', (message: FromAstro) => {
    if (message.kind === 'file') onFile(message.name);
    else if (message.kind === 'none') onNone(message.name);
    else ready();
  });
  Promise.all([mayGo, started]).then(
    () => child.send({ kind: 'go' } satisfies ToAstro),
    // It waits for this word, or is still starting, and has touched nothing yet.
    () => child.kill(),
  );
  const [ended] = await Promise.allSettled([endOf(child)]);
  // Bad content is told before whatever Astro stumbled over.
  await mayGo;
  if (ended.status === 'rejected') throw ended.reason;
}
