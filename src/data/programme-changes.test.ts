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
    expect(history.fileOf({ ...origin, filePath: path.join(contentDir(), 'seasons/x.md') })).toBeNull();
  });

  const rename = (to: string): void => {
    git('mv', 'content/seasons/2026-09/primer.md', `content/seasons/2026-09/${to}`);
    clock += 86_400_000;
    git('commit', '-q', '-m', 'Rename');
  };
  const originOf = (name: string) => ({
    collection: 'programmes',
    entryId: `2026-09/${name}`,
    filePath: path.join(contentDir(), `seasons/2026-09/${name}`),
    hasBody: false,
  });

  it.each([
    ['to .mdx', 'primer.mdx', new Map<string, string>()],
    ['with the enterprise', 'novyy.md', new Map([['primer', 'novyy']])],
  ])('takes a file that was renamed %s for what it was', async (_title, name, names) => {
    commit(`sessions:\n${line('')}`);
    rename(name);
    const { changes } = await readProgrammeChanges(contentDir(), names);
    expect(changes.map(({ kind, programmeId }) => [kind, programmeId])).toEqual([
      ['added', `2026-09/${path.parse(name).name}`],
    ]);
    expect((await readHistory(contentDir(), names)).fileOf(originOf(name))).toEqual({
      revisions: 2,
      firstAt: instantOf('2026-08-02', '12:00'),
      lastAt: instantOf('2026-08-03', '12:00'),
    });
  });

  it('sees what was changed in the commit that renamed the file', async () => {
    commit(`sessions:\n${line('')}`);
    git('mv', 'content/seasons/2026-09/primer.md', 'content/seasons/2026-09/novyy.md');
    const file = path.join(contentDir(), 'seasons/2026-09/novyy.md');
    writeFileSync(file, `---\nsessions:\n${line(', status: cancelled')}\n---\n`);
    clock += 86_400_000;
    git('commit', '-q', '-a', '-m', 'Rename and cancel');
    const { changes } = await readProgrammeChanges(contentDir(), new Map([['primer', 'novyy']]));
    expect(changes.map(({ kind }) => kind)).toEqual(['cancelled', 'added']);
  });

  it('does not take a stranger for the one who went', async () => {
    commit(`sessions:\n${line('')}`);
    rename('drugoy.md');
    expect(await kinds()).toEqual([
      ['removed', 1],
      ['added', 1],
      ['added', 1],
    ]);
  });

  it('tells of a branch only what came out of it, on the day of the merge', async () => {
    commit('sessions: []');
    git('checkout', '-q', '-b', 'draft');
    commit(`sessions:\n${line('')}`);
    commit(`sessions:\n${line('').replace('10:30', '11:00')}`);
    clock += 86_400_000;
    git('checkout', '-q', '-');
    git('merge', '-q', '--no-ff', '-m', 'Merge', 'draft');
    const { changes } = await readProgrammeChanges(contentDir());
    expect(changes.map(({ kind, at, sessions }) => [kind, at, sessions[0]?.time])).toEqual([
      ['added', clock, '11:00'],
    ]);
    expect((await readHistory(contentDir())).fileOf(originOf('primer.md'))).toMatchObject({
      revisions: 2,
      lastAt: clock,
    });
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
