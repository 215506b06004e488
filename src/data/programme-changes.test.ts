import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../time/moscow.ts';
import { readHistory } from './history.ts';
import { readProgrammeChanges } from './programme-changes.ts';

let dir = '';
let clock = instantOf('2026-08-01', '12:00');

function git(...args: string[]): void {
  const date = `${clock / 1000} +0000`;
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.ru', ...args], {
    cwd: dir,
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, GIT_CONFIG_GLOBAL: '/dev/null' },
    stdio: 'pipe',
  });
}

function commit(sessions: string): void {
  mkdirSync(path.join(dir, 'content/seasons/2026-09'), { recursive: true });
  writeFileSync(path.join(dir, 'content/seasons/2026-09/primer.md'), `---\n${sessions}\n---\n`);
  clock += 86_400_000;
  git('add', '-A');
  git('commit', '-q', '-m', 'Edit');
}

const line = (more: string): string =>
  `  - { date: 2026-09-15, time: "10:30", durationMinutes: 90, format: excursion, capacity: 15${more} }`;

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'history-'));
  clock = instantOf('2026-08-01', '12:00');
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

const contentDir = (): string => path.join(dir, 'content');
const kinds = async () =>
  (await readProgrammeChanges(contentDir())).changes.map(({ kind, sessions }) => [kind, sessions.length]);

describe('with the whole history', () => {
  beforeEach(() => {
    git('init', '-q');
  });

  it('tells what was added, cancelled, restored, moved and removed, newest first', async () => {
    commit(`sessions:\n${line('')}`);
    commit(`sessions:\n${line(', status: cancelled')}`);
    commit(`sessions:\n${line('')}`);
    commit(
      'sessions:\n  - { date: 2026-09-18, time: "11:00", durationMinutes: 90, format: excursion, capacity: 15, status: moved, movedFrom: { date: 2026-09-15, time: "10:30" } }',
    );
    commit('sessions: []');
    expect(await kinds()).toEqual([
      ['removed', 1],
      ['moved', 1],
      ['restored', 1],
      ['cancelled', 1],
      ['added', 1],
    ]);
    expect((await readProgrammeChanges(contentDir())).changes[4]?.at).toBe(instantOf('2026-08-02', '12:00'));
  });

  it('says nothing of visits that were over when they were written down', async () => {
    commit(
      'sessions:\n  - { date: 2019-05-01, time: "10:00", durationMinutes: 60, format: excursion, capacity: 5 }',
    );
    expect(await kinds()).toEqual([]);
  });

  it('steps over a version that nobody can read', async () => {
    commit(`sessions:\n${line('')}`);
    commit('sessions: [ {');
    commit(`sessions:\n${line('')}`);
    expect(await kinds()).toEqual([['added', 1]]);
  });

  it('knows how often and when a file was changed', async () => {
    commit(`sessions:\n${line('')}`);
    commit(`sessions:\n${line(', status: cancelled')}`);
    const history = await readHistory(contentDir());
    const filePath = path.join(contentDir(), 'seasons/2026-09/primer.md');
    const origin = { collection: 'programmes', entryId: '2026-09/primer', filePath, hasBody: false };
    expect(history.knowledge).toBe('full');
    expect(history.fileOf(origin)).toEqual({
      revisions: 2,
      firstAt: instantOf('2026-08-02', '12:00'),
      lastAt: instantOf('2026-08-03', '12:00'),
    });
    expect(history.fileOf({ ...origin, filePath: `${filePath}x` })).toBeNull();
  });
});

describe('without it', () => {
  it('says that there is none', async () => {
    mkdirSync(contentDir());
    expect((await readHistory(contentDir())).knowledge).toBe('none');
    expect(await readProgrammeChanges(contentDir())).toEqual({ knowledge: 'none', changes: [] });
  });

  it('takes a shallow clone for what it is', async () => {
    git('init', '-q');
    commit(`sessions:\n${line('')}`);
    commit(`sessions:\n${line(', status: cancelled')}`);
    const clone = path.join(dir, 'clone');
    git('clone', '-q', '--depth', '1', `file://${dir}`, clone);
    expect((await readHistory(path.join(clone, 'content'))).knowledge).toBe('shallow');
    expect((await readProgrammeChanges(path.join(clone, 'content'))).knowledge).toBe('shallow');
  });
});
