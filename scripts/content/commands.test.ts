import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../src/time/moscow.ts';
import { checkContent } from './check/check-content.ts';
import { writeDemoOverlay } from './demo/overlay.ts';
import { demoTree } from './demo/tree.ts';
import { readVocabulary } from './demo/vocabulary.ts';
import { writeFiles } from './demo/write-tree.ts';
import { runImport } from './import/command.ts';
import { runNew } from './new/command.ts';

const REAL_CONTENT = new URL('../../content', import.meta.url).pathname;
const NOW = instantOf('2026-11-23', '12:00');
let dir = '';
let content = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'commands-'));
  content = join(dir, 'content');
  await cp(REAL_CONTENT, content, { recursive: true });
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

/** What check:content holds against the entries that this test made; warnings do not stop a build. */
async function errorsOf(root: string, mine: RegExp): Promise<string[]> {
  const faults = await checkContent(root, { now: NOW });
  return faults
    .filter(({ severity, path }) => severity === 'error' && mine.test(path))
    .map(({ path, line, rule }) => `${path}:${String(line)} ${rule}`);
}

const around = (): { contentDir: string; today: string; ask: undefined; say: () => void } => ({
  contentDir: content,
  today: '2026-11-23',
  ask: undefined,
  say: () => undefined,
});

async function newEntry(...argv: string[]): Promise<void> {
  expect(await runNew(argv, around())).toBe(0);
}

async function newSeason(): Promise<void> {
  await newEntry(
    'season',
    '--title',
    'Проба',
    '--start',
    '2027-02-01',
    '--end',
    '2027-02-20',
    '--source',
    'П',
  );
}

async function newPlant(name: string): Promise<void> {
  const known = [
    '--makes',
    'пробы',
    '--industry',
    'food',
    '--formats',
    'excursion,tasting',
    '--source',
    'Проба',
  ];
  await newEntry('enterprise', '--name', name, ...known);
}

describe('check:content after the commands that write entries', () => {
  it('passes what `npm run new` makes, of every kind', async () => {
    await newPlant('Пробный цех «Ёжик»: линия № 1');
    await newSeason();
    await newEntry('programme', '--season', '2027-02', '--enterprise', 'пробный цех ёжик линия 1');
    await newEntry(
      ...[
        'news',
        '--title',
        'Проба: начало',
        '--summary',
        'Проба',
        '--date',
        '2026-11-20',
        '--source',
        'Проба',
      ],
      ...['--season', '2027-02', '--source-url', 'https://example.ru/news/1'],
    );
    expect(await errorsOf(content, /probn|2027-02|proba/)).toEqual([]);
  });

  it('passes what `npm run import` writes, and a spoilt line of it is found', async () => {
    await newSeason();
    await newPlant('Пробный цех');
    const sheet = join(dir, 'plan.csv');
    await writeFile(
      sheet,
      [
        'Предприятие;Дата;Время;Мест;Формат;Длительность, мин;Возраст;Место сбора;Запись;Статус;Прежняя дата;Прежнее время',
        'Пробный цех;01.02.2027;10:30;15;Экскурсия;90;12+;Пробная улица, 1;https://example.ru/zapis;;;',
        'Пробный цех;02.02.2027;10:30;15;Дегустация;90;;;не нужна;отменено;;',
        'Пробный цех;03.02.2027;10:30;15;Дегустация;90;;;на сайте;перенесено;02.02.2027;15:00',
      ].join('\n'),
    );
    const argv = [sheet, '--season', '2027-02', '--yes'];
    expect(await runImport(argv, around())).toBe(0);
    expect(await errorsOf(content, /2027-02/)).toEqual([]);
    await writeFile(join(content, 'seasons/2027-02/probnyy-tsekh.md'), '---\nsessions: завтра\n---\n');
    expect(await errorsOf(content, /2027-02/)).not.toEqual([]);
  });

  it.each([false, true])('passes a demo tree (stress: %s)', async (stress) => {
    const vocabulary = await readVocabulary(content);
    const plan = { from: '2026-11-23', enterprises: 40, seasons: 2, sessions: 215, stress };
    const root = join(dir, 'demo');
    await writeFiles(root, demoTree(plan, vocabulary));
    for (const part of ['vocabulary', 'consent', 'pages']) {
      await cp(join(content, part), join(root, part), { recursive: true });
    }
    expect(await errorsOf(root, /./)).toEqual([]);
  });

  it('passes the real content with its demo season', async () => {
    await writeDemoOverlay(content, join(dir, 'overlay'), '2026-11-23');
    expect(await errorsOf(join(dir, 'overlay'), /demo-/)).toEqual([]);
  });
});
