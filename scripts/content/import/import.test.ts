import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cell } from 'write-excel-file/node';
import writeWorkbook from 'write-excel-file/node';
import { parse } from 'yaml';
import type { SessionEntry } from '../../../src/schema/programme.ts';
import { programme } from '../../../src/schema/programme.ts';
import { addDays } from '../../../src/time/moscow.ts';
import { demoEnterprise } from '../demo/enterprise.ts';
import { readVocabulary } from '../demo/vocabulary.ts';
import { splitFrontMatter } from '../read/front-matter.ts';
import { runImport } from './command.ts';
import { findHeadings } from './headings.ts';
import { readSheets } from './read-file.ts';

const REAL_CONTENT = new URL('../../../content', import.meta.url).pathname;
const vocabulary = await readVocabulary(REAL_CONTENT);
const PLANTS = Array.from({ length: 20 }, (_, index) => demoEnterprise(index, vocabulary));
const SESSIONS = 215;
const SEASON = '2026-09';
const HEAD = ['№', 'Мест', 'Дата проведения', 'Время начала', 'Наименование предприятия', 'Длительность, мин', 'Вид'];

let root = '';
let said: string[] = [];

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'import-'));
  said = [];
  for (const name of ['industries', 'formats', 'okrugs']) {
    const text = await readFile(join(REAL_CONTENT, 'vocabulary', `${name}.yaml`), 'utf8');
    await put(`content/vocabulary/${name}.yaml`, text);
  }
  for (const { file } of PLANTS) await put(`content/${file.path}`, file.text);
  await put(`content/seasons/${SEASON}/index.md`, '---\ntitle: Осень\nstart: 2026-09-01\nend: 2026-09-21\n---\n');
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

/** Runs the import; `answers` are typed one after the other. */
function run(argv: readonly string[], answers?: string[]): Promise<number> {
  const ask = (): Promise<string> => {
    const next = answers?.shift();
    return next === undefined ? Promise.reject(new Error('asked too much')) : Promise.resolve(next);
  };
  return runImport(argv, {
    contentDir: join(root, 'content'),
    ask: answers === undefined ? undefined : ask,
    say: (line) => said.push(line),
  });
}

/** Row number n of the schedule, its day and time in one of the forms that Excel produces. */
function row(n: number, capacity = 15): Cell[] {
  const plant = PLANTS[n % PLANTS.length];
  const turn = Math.floor(n / PLANTS.length);
  const day = addDays('2026-09-01', turn);
  const [year = '', month = '', date = ''] = day.split('-');
  const days: Cell[] = [
    { value: new Date(Date.UTC(Number(year), Number(month) - 1, Number(date))), type: Date, format: 'dd.mm.yyyy' },
    `${date}.${month}.${year}`,
    `${String(Number(date))} сентября`,
  ];
  const times: Cell[] = [{ value: 0.4375, type: Number, format: 'hh:mm' }, '10:30', '10.30', 0.4375];
  const names = [plant?.name ?? '', `ООО «${plant?.name ?? ''}»`, (plant?.name ?? '').toUpperCase()];
  return [n + 1, capacity, days[n % 3], times[n % 4], names[n % 3], n % 2 === 0 ? 90 : '90 мин', 'Экскурсия'];
}

function schedule(): Cell[][] {
  return [['График сезона'], HEAD, ...Array.from({ length: SESSIONS }, (_, n) => row(n))];
}

async function xlsx(rows: Cell[][], name = 'plan.xlsx'): Promise<string> {
  const path = join(root, name);
  await writeWorkbook(rows, { sheet: 'График' }).toFile(path);
  return path;
}

async function programmes(): Promise<Map<string, string>> {
  const folder = join(root, 'content/seasons', SEASON);
  const names = (await readdir(folder)).filter((name) => name !== 'index.md').sort();
  return new Map(await Promise.all(names.map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), 'utf8')])));
}

function sessionsOf(text: string): SessionEntry[] {
  const split = splitFrontMatter(text);
  return programme.parse(split.kind === 'split' ? parse(split.yaml) : undefined).sessions;
}

const importAll = async (rows: Cell[][], ...options: string[]): Promise<number> =>
  run([await xlsx(rows), '--season', SEASON, ...options]);

describe('npm run import', () => {
  it('imports 215 sessions at 20 enterprises in one command', async () => {
    expect(await importAll(schedule(), '--yes')).toBe(0);
    const files = await programmes();
    expect(files.size).toBe(20);
    const all = [...files.values()].flatMap(sessionsOf);
    expect(all).toHaveLength(SESSIONS);
    expect(new Set(all.map(({ time, durationMinutes, format, capacity }) => `${time} ${String(durationMinutes)} ${format} ${String(capacity)}`))).toEqual(new Set(['10:30 90 excursion 15']));
    expect(said.join('\n')).toContain('Новое: 215');
    expect(said.join('\n')).toContain('столбец «№» не узнан и пропущен');
  });

  it('changes nothing the second time', async () => {
    await importAll(schedule(), '--yes');
    const before = await programmes();
    expect(await importAll(schedule(), '--yes')).toBe(0);
    expect(await programmes()).toEqual(before);
    expect(said.at(-1)).toContain('Записывать нечего');
  });

  it('changes one line for one changed row, and says what', async () => {
    await importAll(schedule(), '--yes');
    const before = await programmes();
    const rows = schedule();
    rows[2 + 7] = row(7, 25);
    await importAll(rows, '--yes');
    const lines = [...(await programmes())].flatMap(([name, text]) => {
      const old = before.get(name)?.split('\n') ?? [];
      return text.split('\n').filter((line, index) => line !== old[index]);
    });
    expect(lines).toEqual(['    capacity: 25']);
    expect(said.join('\n')).toMatch(/изменится +capacity: 15 → 25/);
  });

  it('reports a vanished row, and cancels it only on request', async () => {
    await importAll(schedule(), '--yes');
    const before = await programmes();
    const rows = schedule().filter((_, index) => index !== 2 + 7);
    await importAll(rows, '--yes');
    expect(await programmes()).toEqual(before);
    expect(said.join('\n')).toMatch(/нет в таблице/);
    await importAll(rows, '--yes', '--cancel-missing');
    const cancelled = [...(await programmes()).values()].flatMap(sessionsOf).filter(({ status }) => status === 'cancelled');
    expect(cancelled).toHaveLength(1);
    said = [];
    await importAll(rows, '--yes', '--cancel-missing');
    expect(said.at(-1)).toContain('Записывать нечего');
  });

  it('keeps what an editor wrote by hand, and does not bring a moved session back', async () => {
    await importAll(schedule(), '--yes');
    const [[name, text] = ['', '']] = await programmes();
    const byHand = text
      .replace('capacity: 15', 'capacity: 15 # проверено\n    admission:\n      dress: халат')
      .replace(/date: 2026-09-02\n {4}time: "10:30"/, 'date: 2026-09-12\n    time: "15:00"\n    status: moved\n    movedFrom: { date: 2026-09-02, time: "10:30" }');
    await put(`content/seasons/${SEASON}/${name}`, byHand);
    await importAll(schedule(), '--yes');
    expect((await programmes()).get(name)).toBe(byHand);
    expect(said.join('\n')).toMatch(/2026-09-02 +10:30 +уже перенесено +на 2026-09-12 15:00/);
  });

  it('names each bad cell and writes nothing, or the rest with --skip-bad', async () => {
    const rows = [...schedule().slice(0, 12)];
    rows[3] = row(1).with(3, '25:00');
    rows[4] = row(2).with(2, '30.02.2026');
    rows[5] = row(3).with(1, null);
    rows[6] = row(4).with(2, '05.10.2026').with(6, 'Экскрсия');
    rows[7] = row(5).with(4, 'Совершенно неизвестный цех');
    rows[9] = row(6);
    await expect(importAll(rows, '--yes')).rejects.toThrow('Ничего не записано');
    const report = said.join('\n');
    expect(report).toContain('лист 1, D4 — столбец «Время начала». Написано: 25:00. Нужно: время в виде 10:30.');
    expect(report).toContain('лист 1, C5 — столбец «Дата». Написано: 30.02.2026. Нужно: существующий день');
    expect(report).toContain('лист 1, B6 — столбец «Мест». Написано: пусто.');
    expect(report).toContain('лист 1, C7 — столбец «Дата». Написано: 05.10.2026. Нужно: день сезона');
    expect(report).toContain('лист 1, G7 — столбец «Формат». Написано: Экскрсия. Нужно: формат из списка. Возможно: Экскурсия');
    expect(report).toContain('лист 1, E8 — предприятие «Совершенно неизвестный цех» не узнано.');
    expect(report).toContain('лист 1, E10 — в строке 9 уже есть посещение');
    expect(report).toContain('Нужно исправить (7)');
    expect((await programmes()).size).toBe(0);
    expect(await importAll(rows, '--yes', '--skip-bad')).toBe(1);
    expect([...(await programmes()).values()].flatMap(sessionsOf)).toHaveLength(4);
    await expect(importAll(rows, '--yes', '--skip-bad', '--cancel-missing')).rejects.toThrow('отменится лишнее');
  });

  it('asks about a name that is only like one, and takes what the person chose', async () => {
    const name = PLANTS[0]?.name ?? '';
    const misspelt = name.replace('Демонстрационн', 'Димонстрационн');
    const rows = [HEAD, row(0).with(4, misspelt)];
    expect(await run([await xlsx(rows), '--season', SEASON], ['9', '1', 'да'])).toBe(0);
    expect(said.join('\n')).toContain(`Предприятие «${misspelt}» не узнано.`);
    expect([...(await programmes()).keys()]).toEqual([`${PLANTS[0]?.id ?? ''}.md`]);
  });

  it('only lists likely names where nobody can be asked', async () => {
    const name = PLANTS[0]?.name ?? '';
    const rows = [HEAD, row(0).with(4, name.replace('Демонстрационн', 'Димонстрационн'))];
    await expect(importAll(rows, '--yes')).rejects.toThrow('Ничего не записано');
    expect(said.join('\n')).toContain(`Возможно: ${name} (${PLANTS[0]?.id ?? ''})`);
    expect((await programmes()).size).toBe(0);
  });

  it('takes the enterprise of a merged cell from the row above, and says so', async () => {
    expect(await importAll([HEAD, row(0), row(20).with(4, null)], '--yes')).toBe(0);
    expect([...(await programmes()).values()].flatMap(sessionsOf)).toHaveLength(2);
    expect(said.join('\n')).toContain('E3: пусто, взято');
  });

  it('shows without writing where nobody can be asked and --yes is missing, or when the answer is no', async () => {
    expect(await importAll(schedule())).toBe(0);
    expect(said.at(-1)).toContain('--yes');
    expect(await run([await xlsx(schedule()), '--season', SEASON], ['нет'])).toBe(0);
    expect((await programmes()).size).toBe(0);
  });

  it('leaves alone a programme that it cannot read', async () => {
    const id = PLANTS[0]?.id ?? '';
    await put(`content/seasons/${SEASON}/${id}.md`, '---\nsessions: [\n---\n');
    await expect(importAll([HEAD, row(0)], '--yes')).rejects.toThrow('Ничего не записано');
    expect(said.join('\n')).toContain(`seasons/${SEASON}/${id}.md — запись не читается`);
  });
});

describe('CSV', () => {
  const name = PLANTS[0]?.name ?? '';
  const TEXT = `Предприятие;Дата;Время;Мест;Формат;Длительность;Название\n"${name}";03.09.2026;10:30;15;Экскурсия;90;"Как делают; и зачем"\n`;
  const cp1251 = (text: string): Buffer =>
    Buffer.from(
      Array.from(text, (letter) => {
        const code = letter.codePointAt(0) ?? 0;
        if (letter === '№') return 0xb9;
        if (letter === 'ё') return 0xb8;
        return code < 128 ? code : code - 0x410 + 0xc0;
      }),
    );

  it.each([
    ['UTF-8 with semicolons', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-8 with commas', Buffer.from(TEXT.replaceAll('; и', '|').replaceAll(';', ',').replaceAll('|', '; и'))],
    ['UTF-8 with tabs', Buffer.from(TEXT.replaceAll('; и', '|').replaceAll(';', '\t').replaceAll('|', '; и'))],
    ['Windows-1251 with semicolons', cp1251(TEXT)],
    ['UTF-16', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
  ])('is read in %s', async (_, bytes) => {
    const path = join(root, 'plan.csv');
    await writeFile(path, bytes);
    expect(await run([path, '--season', SEASON, '--yes'])).toBe(0);
    const [session] = [...(await programmes()).values()].flatMap(sessionsOf);
    expect(session).toMatchObject({ date: '2026-09-03', time: '10:30', title: 'Как делают; и зачем' });
  });
});

describe('the template', () => {
  it('has headings that the import recognises, and a page that explains them', async () => {
    const path = join(root, 'template.xlsx');
    expect(await run(['--template', path])).toBe(0);
    const [sheet, help] = await readSheets(path);
    const headings = findHeadings(sheet?.rows ?? []);
    expect(headings?.unknown).toEqual([]);
    expect(headings?.repeated).toEqual([]);
    expect(headings?.columns.size).toBeGreaterThan(15);
    expect(JSON.stringify(help?.rows)).toContain('Дегустация');
    await expect(run(['--template', path])).rejects.toThrow('уже есть');
    expect(await run([path, '--season', SEASON, '--yes'])).toBe(0);
    expect(said.at(-1)).toContain('Записывать нечего');
  });
});

describe('wrong input', () => {
  it.each([
    [['--season', SEASON], 'Какой файл?'],
    [['x.xlsx', '--season', SEASON], 'Файла x.xlsx нет'],
    [['package.json', '--season', SEASON], 'нужен файл .xlsx или .csv'],
    [['x.xlsx'], 'Нет ключа --season'],
    [['x.xlsx', '--season', '2026-10'], 'Сезона «2026-10» нет. Последние: 2026-09'],
    [['x.xlsx', '--season', SEASON, '--minutes', '5'], 'написано «5»'],
    [['x.xlsx', '--season', SEASON, '--format', 'Экскрсия'], 'Возможно: Экскурсия'],
    [['x.xlsx', 'y.xlsx', '--season', SEASON], 'Лишнее слово «y.xlsx»'],
    [['--template', 'x.doc'], 'это файл .xlsx'],
  ])('%j is refused in one Russian line', async (argv, message) => {
    await expect(run(argv)).rejects.toThrow(message);
    await expect(run(argv)).rejects.not.toThrow('\n');
  });

  it('says what to do with a file that only calls itself a workbook, an old one, an empty one', async () => {
    for (const [name, text, message] of [
      ['a.xlsx', 'no workbook', 'не открывается как книга Excel'],
      ['a.xls', 'old', 'сохраните как «Книга Excel (.xlsx)»'],
      ['a.csv', '', 'пуст'],
      ['b.csv', 'раз;два\n1;2\n', 'нет строки заголовков'],
    ] as const) {
      await writeFile(join(root, name), text);
      await expect(run([join(root, name), '--season', SEASON]), name).rejects.toThrow(message);
    }
  });

  it('names a missing column', async () => {
    await expect(importAll([['Предприятие', 'Дата', 'Время'], row(0)])).rejects.toThrow('Ничего не записано');
    expect(said.join('\n')).toContain('нет столбца «Мест»');
  });
});
