import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { splitFrontMatter } from '../read/front-matter.ts';
import { KINDS, runNew } from './command.ts';
import { renderEntry } from './render.ts';

const VOCABULARY = new URL('../../../content/vocabulary/', import.meta.url).pathname;
let root = '';
let said: string[] = [];

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'new-'));
  said = [];
  for (const name of ['industries', 'formats', 'okrugs']) {
    await put(`vocabulary/${name}.yaml`, await readFile(join(VOCABULARY, `${name}.yaml`), 'utf8'));
  }
  await put('enterprises/ldinka.md', '---\nname: Фабрика «Льдинка»\nformats: [tasting]\n---\n');
  await put('seasons/2026-09/index.md', '---\ntitle: Осень\nstart: 2026-09-01\n---\n');
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

/** Runs the command; `answers` are typed one after the other, and running out of them is a failure. */
function run(argv: readonly string[], answers?: string[]): Promise<number> {
  const ask = (): Promise<string> => {
    const next = answers?.shift();
    return next === undefined ? Promise.reject(new Error('asked too much')) : Promise.resolve(next);
  };
  return runNew(argv, {
    contentDir: root,
    today: '2026-11-23',
    ask: answers === undefined ? undefined : ask,
    say: (line) => said.push(line),
  });
}

async function fieldsOf(path: string): Promise<unknown> {
  const split = splitFrontMatter(await readFile(join(root, path), 'utf8'));
  return split.kind === 'split' ? parse(split.yaml) : undefined;
}

const ENTERPRISE = [
  'enterprise',
  '--makes',
  'щётки: разные',
  '--industry',
  'food',
  '--source',
  'Письмо завода',
];
const FULL = [...ENTERPRISE, '--name', 'Завод «Ёжик»', '--formats', 'excursion,мастер-класс'];

describe('npm run new', () => {
  it('makes an enterprise without questions when all is given, and says what to do next', async () => {
    expect(await run(FULL)).toBe(0);
    expect(await fieldsOf('enterprises/zavod-ezhik.md')).toEqual({
      name: 'Завод «Ёжик»',
      makes: 'щётки: разные',
      industry: 'food',
      formats: ['excursion', 'workshop'],
      standing: 'active',
      sources: [{ title: 'Письмо завода' }],
    });
    expect(said.join('\n')).toContain('enterprises/zavod-ezhik.md');
    expect(said.join('\n')).toContain('npm run check:content');
  });

  it('asks for what is missing, repeats a question after a wrong answer, and lets optional ones be skipped', async () => {
    const typed = ['Завод «Ёжик»', 'щётки', 'нет такой', '1', 'excursion', 'Письмо', '', 'uvao', '', ''];
    expect(await run(['enterprise'], typed)).toBe(0);
    expect(typed).toEqual([]);
    expect(await fieldsOf('enterprises/zavod-ezhik.md')).toMatchObject({ industry: 'food', okrug: 'uvao' });
    expect(said.join('\n')).toContain('«нет такой» в списке нет');
  });

  it('makes a season, a programme by the name of the plant, and news', async () => {
    await run(
      'season --title Зима --start 2026-12-01 --end 2026-12-20 --opens 2026-11-20 --source Приказ'.split(' '),
    );
    expect(await fieldsOf('seasons/2026-12/index.md')).toMatchObject({
      title: 'Зима',
      start: '2026-12-01',
      registrationOpens: { date: '2026-11-20', time: '12:00' },
    });
    await run(['programme', '--season', '2026-12', '--enterprise', 'фабрика льдинка']);
    expect(await fieldsOf('seasons/2026-12/ldinka.md')).toEqual({ formats: ['tasting'] });
    await run([
      'news',
      '--title',
      'Открыта запись',
      '--summary',
      'Да',
      '--date',
      '2026-11-20',
      '--source',
      'Приказ',
    ]);
    expect(await fieldsOf('news/2026-11-20-otkryta-zapis.md')).toMatchObject({ title: 'Открыта запись' });
  });

  it('shows the entry and writes nothing with --dry-run', async () => {
    expect(await run([...FULL, '--dry-run'])).toBe(0);
    expect(said.join('\n')).toContain('name: Завод «Ёжик»');
    expect(await fieldsOf('enterprises/ldinka.md')).toMatchObject({ name: 'Фабрика «Льдинка»' });
    await expect(readFile(join(root, 'enterprises/zavod-ezhik.md'))).rejects.toThrow('ENOENT');
  });

  it('refuses an existing entry, also one that differs in case, extension or folder', async () => {
    const same = [...ENTERPRISE, '--formats', 'tasting', '--name'];
    await expect(run([...same, 'Льдинка'])).rejects.toThrow('enterprises/ldinka.md');
    await put('enterprises/Ezhik.mdx', '---\n---\n');
    await expect(run([...same, 'Ёжик'])).rejects.toThrow('enterprises/ezhik.mdx');
    await put('enterprises/sova/index.md', '---\n---\n');
    await expect(run([...same, 'Сова'])).rejects.toThrow('enterprises/sova/index.md');
    expect(await run([...same, 'Ёжик', '--id', 'ezhik-2'])).toBe(0);
  });

  it('explains itself after the kind as well, and knows the kinds in Russian', async () => {
    expect(await run(['enterprise', '--help'])).toBe(0);
    expect(said.join('\n')).toContain('npm run new -- ЧТО');
    await expect(run(['предприятие'])).rejects.toThrow('Не хватает: --name');
  });

  it('points at an enterprise of a similar name', async () => {
    await run([...ENTERPRISE, '--formats', 'tasting', '--name', 'Льдинко']);
    expect(said.join('\n')).toContain('Похожее предприятие уже есть: Фабрика «Льдинка»');
  });

  it.each([
    [['enterprise'], 'Не хватает: --name, --makes, --industry, --formats, --source'],
    [['plant'], '«plant» создать нельзя'],
    [[...FULL, '--colour', 'red'], '--colour неизвестен'],
    [[...FULL, 'лишнее'], 'Лишнее слово «лишнее»'],
    [[...ENTERPRISE, '--name', '№'], 'не хватает'],
    [[...ENTERPRISE, '--formats', 'tasting', '--name', '№'], 'задайте его ключом --id'],
    [[...ENTERPRISE, '--formats', 'tastng', '--name', 'Ы'], '«tastng» в списке нет, есть: excursion'],
    [['season', '--title', 'Зима', '--start', '01.12.2026'], 'возможно, 2026-12-01?'],
    [
      ['season', '--title', 'Зима', '--start', '2026-12', '--end', '2026-11', '--source', 'П'],
      'не пройдёт проверку: end',
    ],
    [
      ['season', '--title', 'Зима', '--start', '2026-12', '--opens-time', '12:00', '--source', 'П'],
      '--opens',
    ],
    [['programme', '--season', '2026-10', '--enterprise', 'ldinka'], '«2026-10» в списке нет'],
    [['programme', '--season', '2026-09', '--enterprise', 'Лъдинка'], 'возможно: ldinka (Фабрика «Льдинка»)'],
    [['programme', '--season', '2026-09', '--enterprise', 'Ы'], 'npm run new -- enterprise'],
  ])('refuses %j in one Russian line when nobody can be asked', async (argv, message) => {
    await expect(run(argv)).rejects.toThrow(new RegExp(message.replace(/[()]/g, '\\$&'), 'i'));
    await expect(run(argv)).rejects.not.toThrow('\n');
  });
});

describe.each(KINDS)('the entry of $name', (kind) => {
  const empty = renderEntry(kind.schema, {}, kind.bodyHint, '');

  it('explains every field that an editor may fill in', () => {
    for (const key of Object.keys(kind.schema.shape)) {
      expect(empty.includes(`\n# ${key}:`), key).toBe(key !== 'demo');
    }
  });

  it('holds examples that become a valid entry when their # is taken away', () => {
    const text = empty.replace(/^# (?= *(?:- )?[a-zA-Z]+:)/gm, '');
    const split = splitFrontMatter(text);
    const fields: unknown = split.kind === 'split' ? parse(split.yaml) : undefined;
    const result = kind.schema.safeParse(fields);
    expect(result.error?.issues ?? []).toEqual([]);
    expect(Object.keys(result.data ?? {}).length).toBeGreaterThan(5);
  });
});
