/** Questions to git about the content folder. Nothing here fails the build: without git, less is known. */
import { spawn } from 'node:child_process';

/**
 * Options of `git log` that follow the published line only: what a branch tried and took back before it was
 * merged has never been on the site. A merge counts as one change, on the day of the merge.
 */
export const AS_PUBLISHED = ['--first-parent', '-m'] as const;

/** Runs git in a folder; null when there is no git, no repository, or git refuses. */
export async function git(folder: string, args: readonly string[], input?: string): Promise<Buffer | null> {
  const child = spawn('git', ['-C', folder, '-c', 'core.quotePath=false', ...args], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve) => {
    // No git on this machine: the same as no history.
    child.on('error', () => {
      resolve(null);
    });
    child.on('close', resolve);
    // A git that stops early closes its end; its exit code tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
  });
  return code === 0 ? Buffer.concat(chunks) : null;
}

/** True for a clone without its past, false for a whole one, null without a repository. */
export async function isShallow(folder: string): Promise<boolean | null> {
  const answer = await git(folder, ['rev-parse', '--is-shallow-repository']);
  return answer === null ? null : answer.toString('utf8').trim() === 'true';
}
