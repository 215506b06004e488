/** The stages of a build, each with a name, so that the bench can say where the time goes. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Node keeps what it has compiled of programs here, by the text of each; it may be removed at any time. */
export const compiledCode = path.join(projectRoot, '.cache', 'node');

export type Stage = { name: string; milliseconds: number };

/** A stage failed; the message is for the person who ran the build, in Russian. */
export class StageError extends Error {
  override name = 'StageError';
}

const DISK: Readonly<Record<string, string>> = {
  EACCES: 'нет права записи',
  EPERM: 'нет права записи',
  EROFS: 'диск открыт только для чтения',
  ENOSPC: 'на диске кончилось место',
  ENOTDIR: 'на пути к папке стоит файл',
  EEXIST: 'на месте папки стоит файл',
};

/** A fault of the disk that the person at the keyboard can mend becomes one clear line; any other stays as it is. */
export function explainDisk(error: unknown): unknown {
  if (!(error instanceof Error) || !('syscall' in error) || error.syscall === 'listen') return error;
  const said = 'code' in error && typeof error.code === 'string' ? DISK[error.code] : undefined;
  if (said === undefined) return error;
  const where = 'path' in error && typeof error.path === 'string' ? `«${error.path}»` : 'в папке сайта';
  return new StageError(`Не записать ${where}: ${said}.`);
}

/** Runs a stage and notes how long it took (wall clock, milliseconds). */
export async function timed<T>(stages: Stage[], name: string, run: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await run();
  } finally {
    stages.push({ name, milliseconds: Math.round(performance.now() - start) });
  }
}

/**
 * Waits for a program; what it says is kept for the case that it fails.
 * @throws StageError with its own words.
 */
export async function endOf(child: ChildProcess): Promise<void> {
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new StageError(Buffer.concat(said).toString('utf8').trimEnd());
}

/** Runs a program of node_modules/.bin with this Node; its output is shown only when it fails. */
export async function runTool(bin: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const tool = path.join(projectRoot, 'node_modules', '.bin', bin);
  await endOf(spawn(tool, args, { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'pipe'] }));
}
