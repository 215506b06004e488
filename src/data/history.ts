/** The history of the content's files, asked of git once per build. */
import path from 'node:path';
import type { ContentHistory, FileHistory } from '../domain/content-history.ts';
import { NO_HISTORY } from '../domain/content-history.ts';
import { mark } from '../reads/digest.ts';
import { ledger } from '../reads/ledger.ts';
import { settings } from '../settings/current.ts';
import { AS_PUBLISHED, git, isShallow } from './git.ts';
import type { PresentNames } from './present-names.ts';
import { lastingName, NO_NAMES, presentNames } from './present-names.ts';

/** The kind of readings that are the history of a file, or with no name how much is known of any. */
const HISTORY = 'history';

let known: Promise<ContentHistory> | undefined;

/** What version control knows about the content of this build. */
export async function contentHistory(): Promise<ContentHistory> {
  known ??= ledger.aside(readOnce);
  const history = await known;
  return {
    get knowledge() {
      ledger.note(HISTORY, '');
      return history.knowledge;
    },
    fileOf: (origin) => {
      ledger.note(HISTORY, origin.filePath);
      return history.fileOf(origin);
    },
  };
}

async function readOnce(): Promise<ContentHistory> {
  return readHistory(settings.contentDir, await presentNames());
}

ledger.answers(HISTORY, async () => {
  const history = await (known ??= readOnce());
  return (filePath) =>
    mark(filePath === '' ? history.knowledge : JSON.stringify(history.fileOf({ filePath })));
});

/**
 * Reads the history of a content folder with one `git log`. A file goes on under another ending and, where the
 * enterprise lists its former name, under another name: its revisions are counted on, never from the beginning.
 */
export async function readHistory(
  contentDir: string,
  names: PresentNames = NO_NAMES,
): Promise<ContentHistory> {
  const folder = path.resolve(contentDir);
  const shallow = await isShallow(folder);
  if (shallow === null) return NO_HISTORY;
  if (shallow) return { ...NO_HISTORY, knowledge: 'shallow' };
  const log = await git(folder, [
    'log',
    ...AS_PUBLISHED,
    '--relative',
    '--no-renames',
    '--name-only',
    '--format=%x01%ct',
    '--',
    '.',
  ]);
  const files = log === null ? new Map<string, FileHistory>() : filesOfLog(log.toString('utf8'), names);
  if (files.size === 0) return NO_HISTORY;
  return {
    knowledge: 'full',
    fileOf: (origin) =>
      files.get(lastingName(path.relative(folder, path.resolve(origin.filePath)), names)) ?? null,
  };
}

/** Reads `git log --name-only --format=%x01%ct`: commits newest first, each followed by its files. */
export function filesOfLog(log: string, names = NO_NAMES): Map<string, FileHistory> {
  const files = new Map<string, FileHistory>();
  for (const commit of log.split('\u0001').slice(1)) {
    const [seconds = '0', ...paths] = commit.split('\n');
    const at = Number(seconds) * 1000;
    const touched = paths.filter((file) => file !== '').map((file) => lastingName(file, names));
    for (const name of new Set(touched)) {
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
