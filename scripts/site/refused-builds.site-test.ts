import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../build/stages.ts';
import { takeTurn } from '../build/turn.ts';
import { runBuild } from './run-build.ts';

let folder = '';
let content = '';
let dist = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'refused-build-'));
  content = path.join(folder, 'content');
  dist = path.join(folder, 'dist');
  await cp(path.join(projectRoot, 'content'), content, { recursive: true });
  await mkdir(dist);
  await writeFile(path.join(dist, 'index.html'), 'the last good build');
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function expectRefused(env: Record<string, string>, said: RegExp): Promise<void> {
  const run = await runBuild({
    CONTENT_DIR: content,
    OUT_DIR: dist,
    CACHE_DIR: path.join(folder, 'cache'),
    ...env,
  });
  expect(run.output).toMatch(said);
  expect(run.code).toBe(1);
  expect(await readFile(path.join(dist, 'index.html'), 'utf8')).toBe('the last good build');
  expect(run.output).not.toMatch(/\n\s+at .*:\d+:\d+/);
}

async function edit(file: string, from: string | RegExp, to: string): Promise<void> {
  const full = path.join(content, file);
  const text = await readFile(full, 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  await writeFile(full, changed);
}

describe('a build from wrong content fails, names file and field, and leaves the last good build', () => {
  it('broken front matter', async () => {
    await edit('enterprises/mikron.md', /^industry:.*$/m, 'industry: [electronics');
    await expectRefused({}, /mikron\.md:\d+/);
  });

  it('an unknown field', async () => {
    await edit('enterprises/mikron.md', /^industry:/m, 'capasity: 5\nindustry:');
    await expectRefused({}, /mikron\.md:\d+ — поле «capasity»/);
  });

  it('a wrong date', async () => {
    await edit('seasons/2024-08/index.md', /^start:.*$/m, 'start: 2024-02-30');
    await expectRefused({}, /2024-08\/index\.md:\d+ — поле «start»/);
  });

  it('an enterprise that does not exist', async () => {
    await writeFile(path.join(content, 'seasons/2024-08/mikrom.md'), '---\nformats: [excursion]\n---\n');
    await expectRefused({}, /2024-08\/mikrom\.md/);
  });

  it('two entries with one id', async () => {
    await cp(path.join(content, 'enterprises/mikron.md'), path.join(content, 'enterprises/mikron.mdx'));
    await expectRefused({}, /mikron\.mdx?/);
  });
});

describe('wrong settings are one clear line', () => {
  it.each([
    ['CONTENT_DIR', '/nowhere/at/all', /CONTENT_DIR|\/nowhere\/at\/all/],
    ['SITE_URL', 'not-a-url', /Настройка SITE_URL: .*«not-a-url»/],
    ['SOURCE_DATE_EPOCH', 'yesterday', /Настройка SOURCE_DATE_EPOCH: .*«yesterday»/],
  ])('%s=%s', async (name, value, said) => {
    await expectRefused({ [name]: value }, said);
  });

  it('an empty content folder', async () => {
    await rm(content, { recursive: true });
    await mkdir(content);
    await expectRefused({}, /Нужно: |нет записей/);
  });
});

describe('a folder that is no place for a site', () => {
  const refusal = /^Настройка OUT_DIR: .* Нужно: .*\nСборка остановлена/;

  it('one that holds the content is not replaced', async () => {
    await expectRefused({ OUT_DIR: folder }, refusal);
  });

  it('one that holds anything but a site is not replaced', async () => {
    const target = path.join(folder, 'letters');
    await mkdir(target);
    await writeFile(path.join(target, 'letter.txt'), 'the only copy');
    await expectRefused({ OUT_DIR: target }, refusal);
    expect(await readFile(path.join(target, 'letter.txt'), 'utf8')).toBe('the only copy');
  });

  it.each(['pages', 'pages/site'])(
    '.cache/%s, which every build clears, is not one to publish from',
    async (name) => {
      await expectRefused({ OUT_DIR: path.join(projectRoot, '.cache', name) }, refusal);
    },
  );

  it('below a file: one clear line', async () => {
    await writeFile(path.join(folder, 'file'), '');
    await expectRefused(
      { OUT_DIR: path.join(folder, 'file', 'dist') },
      /^Не записать «.*file.*»: .*стоит файл/,
    );
  });
});

it('a second build in the same project folder says that it waits, and begins when the first is over', async () => {
  const first = await takeTurn({
    folder: path.join(projectRoot, '.cache'),
    work: 'build',
    onWait: () => undefined,
  });
  let over = false;
  const second = await runBuild({ CONTENT_DIR: path.join(folder, 'nowhere') }, (output) => {
    if (over || !output.includes(`идёт другая сборка (процесс ${process.pid})`)) return;
    // Nothing of the second build's own work has been done by now.
    expect(output).not.toContain('CONTENT_DIR');
    over = true;
    first.end();
  });
  expect(over).toBe(true);
  expect(second.output).toContain('Настройка CONTENT_DIR');
});
