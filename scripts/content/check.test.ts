import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE } from './check/fixtures/base.ts';
import { changed, edit, put } from './check/fixtures/fixture.ts';
import type { Change } from './check/fixtures/fixture.ts';

const SCRIPT = fileURLToPath(new URL('./check.ts', import.meta.url));
/** 20 August 2026, 12:00 in Moscow. */
const EPOCH = '1787216400';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, change: Change): Promise<void> {
  for (const [path, content] of changed(change)) {
    const file = join(folder, name, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

function run(args: readonly string[], env: Record<string, string> = {}) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [SCRIPT, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, SOURCE_DATE_EPOCH: EPOCH, ...env },
  });
  return { stdout, stderr, status };
}

const FAULT =
  'content/enterprises/zavod.md:4 — поле «industry»: такого нет в vocabulary/industries.yaml. Написано: metall. Нужно: возможно, `metal`?';

describe('npm run check:content', () => {
  beforeAll(async () => {
    await write('content', edit('enterprises/zavod.md', 'industry: metal', 'industry: metall'));
    await write('clean', edit('enterprises/zavod.md', 'website: https:', 'website: http:'));
  });

  it('prints the fault at its line, relative to where it runs, and ends with 1', () => {
    const { stdout, stderr, status } = run([]);
    expect(stdout).toBe(`${FAULT}\n`);
    expect(stderr).toContain('1\u00A0ошибка в 1\u00A0файле.');
    expect(status).toBe(1);
  });
  it('ends with 0 when there are only warnings, and marks them', () => {
    const { stdout, status } = run(['--content', 'clean']);
    expect(stdout).toMatch(/^clean\/enterprises\/zavod\.md:6 — поле «website»: предупреждение: /);
    expect(status).toBe(0);
  });
  it('takes the folder from CONTENT_DIR, and --content has the last word', () => {
    expect(run([], { CONTENT_DIR: 'clean' }).status).toBe(0);
    expect(run(['--content=content'], { CONTENT_DIR: 'clean' }).status).toBe(1);
  });
  it('gives programs JSON and GitHub annotations of the same faults', () => {
    const json: unknown = JSON.parse(run(['--format', 'json']).stdout);
    expect(json).toMatchObject([
      {
        rule: 'reference-vocabulary',
        severity: 'error',
        path: 'content/enterprises/zavod.md',
        line: 4,
        field: 'industry',
        message: FAULT,
      },
    ]);
    expect(run(['--format=github']).stdout).toBe(
      '::error file=content/enterprises/zavod.md,line=4,title=reference-vocabulary::поле «industry»: такого нет в vocabulary/industries.yaml. Написано: metall. Нужно: возможно, `metal`?\n',
    );
  });
  it('says in one line that a folder is missing or has no entries', async () => {
    await mkdir(join(folder, 'empty'), { recursive: true });
    expect(run(['--content', 'nowhere'])).toEqual({
      stdout: '',
      stderr: 'Папки nowhere нет: проверять нечего.\n',
      status: 1,
    });
    expect(run(['--content', 'empty'])).toEqual({
      stdout: '',
      stderr: 'В папке empty нет ни одной записи: проверять нечего.\n',
      status: 1,
    });
  });
  it('says in one line what it did not understand', () => {
    expect(run(['--fromat', 'json'])).toMatchObject({ status: 1, stdout: '' });
    expect(run(['--format', 'xml']).stderr).toBe(
      'Ключ --format: написано «xml», нужно одно из слов: text, json, github.\n',
    );
  });
  it('mends what is mechanical and checks what is left', async () => {
    const text = String(BASE.get('pages/about.md'));
    await write('mend', put('pages/about.md', `\uFEFF${text.replaceAll('\n', '\r\n')}`));
    const first = run(['--content', 'mend', '--fix']);
    expect(first.stderr).toBe('Исправлен mend/pages/about.md\nОшибок нет. Проверено файлов: 16.\n');
    expect(first.status).toBe(0);
    expect(run(['--content', 'mend', '--fix']).stderr).toBe('Ошибок нет. Проверено файлов: 16.\n');
  });
});
