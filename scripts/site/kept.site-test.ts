/** A build takes over what would come out the same, and only that: whatever an editor changes, whenever. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../build/stages.ts';
import { readTree } from './built-folder.ts';
import { runBuild } from './run-build.ts';

/** 25 November 2026, 14:00 in Moscow: a visit begins half an hour later, another at half past nine. */
const START = 1_795_604_400;
const HOUR = 3600;

let folder = '';
let clock = START;
let builds = 0;

const contentFile = (name: string): string => path.join(folder, 'content', name);

async function edit(name: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(contentFile(name), 'utf8');
  const after = change(before);
  expect(after, name).not.toBe(before);
  await writeFile(contentFile(name), after);
}

function commit(): void {
  const date = `${String(clock)} +0000`;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.ru', ...args], {
      cwd: path.join(folder, 'content'),
      env: {
        ...process.env,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
        GIT_CONFIG_GLOBAL: '/dev/null',
      },
      stdio: 'pipe',
    });
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', 'Edit');
}

type Built = { output: string; kept: number; dir: string };

/** A build with what is kept of the one before it, in a folder of its own. */
async function build(env: Readonly<Record<string, string>> = {}): Promise<Built> {
  const dir = path.join(folder, `site-${String(++builds)}`);
  const { output } = await runBuild({
    CONTENT_DIR: path.join(folder, 'content'),
    OUT_DIR: dir,
    CACHE_DIR: path.join(folder, 'cache'),
    SOURCE_DATE_EPOCH: String(clock),
    ...env,
  });
  return { output, kept: Number(/из прежней сборки: (\d+)/.exec(output)?.[1] ?? 0), dir };
}

/** What is kept is made again beside it and compared, file for file. */
async function nothingIsStale(): Promise<void> {
  const { output } = await build({ KEPT_PAGES: 'check' });
  expect(output).toContain('Готово');
}

const ENTERPRISE = 'demo-zavod-turbin-9';
const SEASON = 'demo-2026-11';
let programme = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kept-'));
  execFileSync(process.execPath, [
    path.join(projectRoot, 'scripts/content/demo.ts'),
    ...['--out', path.join(folder, 'content'), '--from', '2026-11-23'],
    ...['--enterprises', '12', '--seasons', '2', '--sessions', '30'],
  ]);
  execFileSync('git', ['init', '-q'], { cwd: path.join(folder, 'content') });
  const home = contentFile('enterprises/demo-zavod-dzhinsov-8');
  await mkdir(home);
  await rename(`${home}.md`, path.join(home, 'index.md'));
  await edit('enterprises/demo-zavod-dzhinsov-8/index.md', (text) =>
    text.replace('---\n', '---\ncover: { image: ./ceh.jpg, alt: Цех, credit: Фото для проверки }\n'),
  );
  await sharp({ create: { width: 900, height: 600, channels: 3, background: '#8899aa' } })
    .jpeg()
    .toFile(path.join(home, 'ceh.jpg'));
  const [first] = (await readTree(path.join(folder, 'content', 'seasons', SEASON))).keys();
  programme = `seasons/${SEASON}/${first ?? ''}`;
  commit();
  await build();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Edit = [what: string, change: () => Promise<void> | void];

const NEWS = `---
title: Вымышленная новость
summary: Её не было вчера.
enterprises: [demo-zavod-morozhenogo-1]
sources: [{ title: Проверка }]
---

Текст.
`;
const NEW_VISIT =
  '  - { date: 2026-12-04, time: "12:10", durationMinutes: 50, format: lecture, capacity: 9 }\n';

/** Each alone, or of entries that share no page: a page made again for one reason hides that it is not for another. */
const EDITS: readonly Edit[] = [
  [
    'the text of one enterprise, and what another makes',
    async () => {
      await edit(`enterprises/${ENTERPRISE}.md`, (text) => `${text}\nИ ещё.\n`);
      await edit('enterprises/demo-zavod-morozhenogo-1.md', (text) =>
        text.replace(/^makes: .*$/m, 'makes: насосы и лебёдки'),
      );
    },
  ],
  [
    'a visit that is cancelled',
    () => edit(programme, (text) => text.replace(/^ {4}capacity: \d+$/m, '$&\n    status: cancelled')),
  ],
  [
    'a new visit, and news',
    async () => {
      await edit(programme, (text) => text.replace('sessions:\n', `sessions:\n${NEW_VISIT}`));
      await writeFile(contentFile('news/2026-11-22-demo-novost.md'), NEWS);
    },
  ],
  [
    'the words for a format and an industry',
    async () => {
      await edit('vocabulary/formats.yaml', (text) => text.replace(/^( +title: ).*$/m, '$1Прогулка'));
      await edit('vocabulary/industries.yaml', (text) => text.replace(/^( +shortTitle: ).*$/m, '$1Иначе'));
    },
  ],
  ['the history of the content', commit],
  [
    'the hour',
    () => {
      clock += 8 * HOUR;
    },
  ],
  [
    'the day, and an enterprise that is gone',
    async () => {
      clock += 24 * HOUR;
      await rm(contentFile('enterprises/demo-laboratoriya-elektrobusov-5.md'));
    },
  ],
];

it.each(EDITS)('takes over nothing that is otherwise after a change of %s', async (_, change) => {
  await change();
  await nothingIsStale();
});

it('makes the same site as a build that keeps nothing', async () => {
  await edit(`enterprises/${ENTERPRISE}.md`, (text) => `${text}\nИ напоследок.\n`);
  const [kept, anew] = [await build(), await build({ KEPT_PAGES: 'off' })];
  const [a, b] = [await readTree(kept.dir), await readTree(anew.dir)];
  // All but pages with a photo, which are made again for its sake; codes for print are kept elsewhere.
  const pages = [...a.keys()].filter((name) =>
    /^(?:enterprises|seasons|plates)\/.*(?:html|ics|svg)$/.test(name),
  );
  const owed = pages.filter((name) => !name.endsWith('/qr.svg'));
  expect(owed.length).toBeGreaterThan(100);
  expect(kept.kept).toBeGreaterThan(owed.length * 0.9);
  expect(anew.kept).toBe(0);
  expect([...a.keys()]).toEqual([...b.keys()]);
  expect([...a].filter(([name, bytes]) => b.get(name)?.equals(bytes) !== true).map(([name]) => name)).toEqual(
    [],
  );
});

it('the comparison refuses a kept page that is not what it should be, and the setting a word it does not know', async () => {
  const [name = ''] = [...(await readTree(path.join(folder, 'cache'))).keys()].filter((file) =>
    file.endsWith('.sqlite'),
  );
  const base = new DatabaseSync(path.join(folder, 'cache', name));
  const page = `enterprises/${ENTERPRISE}/index.html`;
  base
    .prepare(
      `UPDATE file SET (pack, start, length) =
        (SELECT pack, start, length FROM file WHERE name = 'rules/index.html') WHERE name = ?`,
    )
    .run(page);
  base.close();
  const { output } = await build({ KEPT_PAGES: 'check' });
  expect(output).toContain(`${page}: страница из запаса прежней сборки не та`);
  expect((await build({ KEPT_PAGES: 'perhaps' })).output).toContain('Нужно: use, check, off');
});
