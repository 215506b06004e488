/** The changes of the programme, read from git: two calls, however long the history is. */
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { HistoryKnowledge } from '../domain/content-history.ts';
import type { ProgrammeChange, SessionFacts, VersionPair } from '../domain/programme-changes.ts';
import { changesOf } from '../domain/programme-changes.ts';
import { ledger } from '../reads/ledger.ts';
import { settings } from '../settings/current.ts';
import { clockTime, day } from '../schema/fields.ts';
import { AS_PUBLISHED, git, isShallow } from './git.ts';
import type { PresentNames } from './present-names.ts';
import { NO_NAMES, presentNames } from './present-names.ts';

export type ProgrammeChanges = {
  knowledge: HistoryKnowledge;
  /** Newest first. */
  changes: ProgrammeChange[];
};

let known: Promise<ProgrammeChanges> | undefined;

/** The changes of the programme that this build publishes. */
export function programmeChanges(): Promise<ProgrammeChanges> {
  // Nobody answers to this kind: a page of changes is made in every build.
  ledger.note('changes', '');
  return (known ??= ledger.aside(readOnce));
}

async function readOnce(): Promise<ProgrammeChanges> {
  return readProgrammeChanges(settings.contentDir, await presentNames());
}

/** Loose on purpose: versions of long ago were written for schemas of long ago. */
const oldProgramme = z.object({
  draft: z.boolean().optional(),
  sessions: z
    .array(
      z.object({
        date: day,
        time: clockTime,
        suffix: z.string().nullish().default(null),
        format: z.string(),
        title: z.string().nullish().default(null),
        status: z.enum(['scheduled', 'cancelled', 'moved']).default('scheduled'),
        movedFrom: z.object({ date: day, time: clockTime }).nullish().default(null),
      }),
    )
    .default([]),
});

/** The sessions of a programme's text; null when it cannot be read. */
export function sessionsOfText(text: string): SessionFacts[] | null {
  const front = /^---\r?\n(.*?)\r?\n---/su.exec(text)?.[1];
  if (front === undefined) return null;
  try {
    const read = oldProgramme.safeParse(parse(front));
    if (!read.success) return null;
    return read.data.draft === true
      ? []
      : read.data.sessions.map((session) => ({
          ...session,
          suffix: session.suffix ?? null,
          title: session.title ?? null,
          movedFrom: session.movedFrom ?? null,
        }));
  } catch {
    // Not even YAML: an editor's slip of that day, corrected by a later commit.
    return null;
  }
}

/** One commit's change of one programme: the names of the two versions, null where there is none. */
type FileChange = { at: number; programmeId: string; before: string | null; after: string | null };

/** Reads `git log --raw --no-abbrev --format=%x01%ct` of the seasons folder, oldest first. */
export function fileChangesOfLog(log: string, names = NO_NAMES): FileChange[] {
  const commits: FileChange[][] = [];
  const blob = (name: string): string | null => (/^0+$/.test(name) ? null : name);
  for (const commit of log.split('\u0001').slice(1)) {
    const [seconds = '0', ...lines] = commit.split('\n');
    const changes = new Map<string, FileChange>();
    for (const line of lines) {
      const match = /^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) [A-Z]\d*\tseasons\/([^/]+)\/([^/]+)\.mdx?$/.exec(line);
      if (match === null || match[4] === 'index' || match[4]?.startsWith('_') === true) continue;
      const [, before = '', after = '', season = '', enterprise = ''] = match;
      const programmeId = `${season}/${names.get(enterprise) ?? enterprise}`;
      // The file went to another name in this very commit: one change and not two.
      const twin = changes.get(programmeId);
      changes.set(programmeId, {
        at: Number(seconds) * 1000,
        programmeId,
        before: blob(before) ?? twin?.before ?? null,
        after: blob(after) ?? twin?.after ?? null,
      });
    }
    commits.push([...changes.values()]);
  }
  return commits.reverse().flat();
}

/** Splits the answer of `git cat-file --batch`: blob by name. */
export function blobsOfBatch(batch: Buffer): Map<string, string> {
  const blobs = new Map<string, string>();
  let offset = 0;
  while (offset < batch.length) {
    const end = batch.indexOf(0x0a, offset);
    if (end === -1) break;
    const [name = '', type = '', size = '0'] = batch.toString('utf8', offset, end).split(' ');
    offset = end + 1;
    if (type !== 'blob') continue;
    blobs.set(name, batch.toString('utf8', offset, offset + Number(size)));
    offset += Number(size) + 1;
  }
  return blobs;
}

/** Reads all changes of a content folder's programmes. */
export async function readProgrammeChanges(
  contentDir: string,
  renamed: PresentNames = NO_NAMES,
): Promise<ProgrammeChanges> {
  const folder = path.resolve(contentDir);
  const shallow = await isShallow(folder);
  if (shallow !== false) return { knowledge: shallow === null ? 'none' : 'shallow', changes: [] };
  const log = await git(folder, [
    'log',
    ...AS_PUBLISHED,
    '--relative',
    '--no-renames',
    '--raw',
    '--no-abbrev',
    '--format=%x01%ct',
    '--',
    'seasons',
  ]);
  const files = log === null ? [] : fileChangesOfLog(log.toString('utf8'), renamed);
  if (files.length === 0) return { knowledge: 'none', changes: [] };
  const names = new Set(files.flatMap((file) => [file.before, file.after]));
  const input = [...names].filter((name) => name !== null).join('\n');
  const batch = await git(folder, ['cat-file', '--batch'], `${input}\n`);
  const sessions = new Map<string, SessionFacts[] | null>();
  for (const [name, text] of blobsOfBatch(batch ?? Buffer.alloc(0))) sessions.set(name, sessionsOfText(text));
  return { knowledge: 'full', changes: versionPairs(files, sessions).flatMap(changesOf).reverse() };
}

/** A version that cannot be read changes nothing: the next good one is compared with the last good one. */
function versionPairs(
  files: readonly FileChange[],
  sessions: ReadonlyMap<string, SessionFacts[] | null>,
): VersionPair[] {
  const pairs: VersionPair[] = [];
  const lastGood = new Map<string, SessionFacts[]>();
  for (const { at, programmeId, before, after } of files) {
    const now = after === null ? [] : sessions.get(after);
    if (now === undefined || now === null) continue;
    const was = (before === null ? null : sessions.get(before)) ?? lastGood.get(programmeId) ?? [];
    lastGood.set(programmeId, now);
    pairs.push({ at, programmeId, before: was, after: now });
  }
  return pairs;
}
