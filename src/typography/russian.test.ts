import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { typograf, typograph } from './russian.ts';

const shown = (text: string): string => typograph(text).replaceAll('\u00A0', '_').replaceAll('\u202F', '˽');

it.each([
  ['"Завод "Рога""', '«Завод „Рога“»'],
  ["O'Коннор", 'O’Коннор'],
  ['и так далее...', 'и_так далее…'],
  ['Завод - в Москве', 'Завод_— в_Москве'],
  ['Встреча в 10:00-12:00', 'Встреча в_10:00–12:00'],
  ['с 1-3 сентября 2026 г.', 'с_1–3_сентября 2026_г.'],
  ['2019-2023 гг.', '2019–2023_гг.'],
  ['цех №5', 'цех №˽5'],
  ['ул. Правды, д. 24', 'ул._Правды, д._24'],
  ['В. И. Ленин', 'В._И._Ленин'],
  ['ООО "Ромашка"', 'ООО_«Ромашка»'],
  ['1,5 км от метро', '1,5_км от_метро'],
  ['5 млн изделий', '5_млн изделий'],
  ['XIX в.', 'XIX_в.'],
  ['Цех , где льют', 'Цех, где льют'],
  ['Такого предприятия нет.', 'Такого предприятия_нет.'],
])('sets «%s» as «%s»', (written, set) => {
  expect(shown(written)).toBe(set);
});

it.each([
  ['a house number for a half', 'улица Примерная, 1/2'],
  ['a day for another way of writing it', 'Приказ 2026-09-15'],
  ['letters for a sign', 'Модель C10(c)'],
  ['a size for a product', 'Лист 10x20'],
  ['a Latin letter for its Cyrillic likeness', 'марка cт3'],
  ['a telephone', 'Звоните: 8 (495) 123-45-67'],
])('does not take %s', (_, text) => {
  expect(typograph(text)).toBe(text);
});

it('leaves a text without anything to do as it is, with the spaces at its ends', () => {
  expect(typograph('Микрон')).toBe('Микрон');
  expect(typograph(' Микрон ')).toBe(' Микрон ');
});

it.each(['content/**/*.{md,mdx,yaml}', 'src/i18n/**/*.ts', 'src/typography/*.test.ts'])(
  'asks for all rules that have to do with any line of %s',
  (pattern) => {
    const files = globSync(pattern);
    expect(files).not.toEqual([]);
    for (const line of files.flatMap((file) => readFileSync(file, 'utf8').split('\n')))
      expect(typograph(line)).toBe(typograf.execute(line));
  },
);
