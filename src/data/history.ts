/** The history of the content's files, asked of git once per build. */
import path from 'node:path';
import type { ContentHistory, FileHistory } from '../domain/content-history.ts';
import { NO_HISTORY } from '../domain/content-history.ts';
import { settings } from '../settings/current.ts';
import { git, isShallow } from './git.ts';

let known: Promise<ContentHistory> | undefined;

/** What version control knows about the content of this build. */
export function contentHistory(): Promise<ContentHistory> {
  return (known ??= readHistory(settings.contentDir));
}

/** Reads the history of a content folder with one `git log`. */
export async function readHistory(contentDir: string): Promise<ContentHistory> {
  const folder = path.resolve(contentDir);
  const shallow = await isShallow(folder);
  if (shallow === null) return NO_HISTORY;
  if (shallow) return { ...NO_HISTORY, knowledge: 'shallow' };
  const log = await git(folder, [
    'log',
    '--relative',
    '--no-renames',
    '--name-only',
    '--format=%x01%ct',
    '--',
    '.',
  ]);
  const files = log === null ? new Map<string, FileHistory>() : filesOfLog(log.toString('utf8'));
  if (files.size === 0) return NO_HISTORY;
  return {
    knowledge: 'full',
    fileOf: (origin) => files.get(path.relative(folder, path.resolve(origin.filePath))) ?? null,
  };
}

/** Reads `git log --name-only --format=%x01%ct`: commits newest first, each followed by its files. */
export function filesOfLog(log: string): Map<string, FileHistory> {
  const files = new Map<string, FileHistory>();
  for (const commit of log.split('\u0001').slice(1)) {
    const [seconds = '0', ...names] = commit.split('\n');
    const at = Number(seconds) * 1000;
    for (const name of names) {
      if (name === '') continue;
      const file = files.get(name);
      if (file === undefined) files.set(name, { revisions: 1, firstAt: at, lastAt: at });
      else {
        file.revisions += 1;
        file.firstAt = Math.min(file.firstAt, at);
        file.lastAt = Math.max(file.lastAt, at);
      }
    }
  }
  return files;
}
