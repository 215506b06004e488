import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findHeadings } from './headings.ts';
import { ImportFixture, PLANTS, row, SEASON } from './import-fixture.ts';
import { readSheets } from './read-file.ts';

let table: ImportFixture;
beforeEach(async () => {
  table = await ImportFixture.open();
});
afterEach(async () => {
  await table.close();
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
    [
      'UTF-8 with commas',
      Buffer.from(TEXT.replaceAll('; и', '|').replaceAll(';', ',').replaceAll('|', '; и')),
    ],
    [
      'UTF-8 with tabs',
      Buffer.from(TEXT.replaceAll('; и', '|').replaceAll(';', '\t').replaceAll('|', '; и')),
    ],
    ['Windows-1251 with semicolons', cp1251(TEXT)],
    ['UTF-16', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
  ])('is read in %s', async (_, bytes) => {
    const path = join(table.root, 'plan.csv');
    await writeFile(path, bytes);
    expect(await table.run([path, '--season', SEASON, '--yes'])).toBe(0);
    const [session] = await table.sessions();
    expect(session).toMatchObject({ date: '2026-09-03', time: '10:30', title: 'Как делают; и зачем' });
  });
});

describe('the template', () => {
  it('has headings that the import recognises, and a page that explains them', async () => {
    const path = join(table.root, 'template.xlsx');
    expect(await table.run(['--template', path])).toBe(0);
    const [sheet, help] = await readSheets(path);
    const headings = findHeadings(sheet?.rows ?? []);
    expect(headings?.unknown).toEqual([]);
    expect(headings?.repeated).toEqual([]);
    expect(headings?.columns.size).toBeGreaterThan(15);
    expect(JSON.stringify(help?.rows)).toContain('Дегустация');
    await expect(table.run(['--template', path])).rejects.toThrow('уже есть');
    expect(await table.run([path, '--season', SEASON, '--yes'])).toBe(0);
    expect(table.said.at(-1)).toContain('Записывать нечего');
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
    await expect(table.run(argv)).rejects.toThrow(message);
    await expect(table.run(argv)).rejects.not.toThrow('\n');
  });

  it('says what to do with a file that only calls itself a workbook, an old one, an empty one', async () => {
    for (const [name, text, message] of [
      ['a.xlsx', 'no workbook', 'не открывается как книга Excel'],
      ['a.xls', 'old', 'сохраните как «Книга Excel (.xlsx)»'],
      ['a.csv', '', 'пуст'],
      ['b.csv', 'раз;два\n1;2\n', 'нет строки заголовков'],
    ] as const) {
      await writeFile(join(table.root, name), text);
      await expect(table.run([join(table.root, name), '--season', SEASON]), name).rejects.toThrow(message);
    }
  });

  it('names a missing column', async () => {
    await expect(table.importRows([['Предприятие', 'Дата', 'Время'], row(0)])).rejects.toThrow(
      'Ничего не записано',
    );
    expect(table.said.join('\n')).toContain('нет столбца «Мест»');
  });
});
