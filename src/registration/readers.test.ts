import { describe, expect, test } from 'vitest';
import { cleanLine, cleanLines } from './clean-text.ts';
import {
  isFault,
  readAges,
  readComment,
  readCount,
  readEmail,
  readName,
  readPhone,
  readRequiredLine,
} from './readers.ts';
import type { Read } from './readers.ts';

/** A code in square brackets stands for a refusal. */
function outcome(read: Read<unknown>): unknown {
  return isFault(read) ? `[${read.code}]` : read.value;
}

/** Rows with short titles: some texts are 10,000 characters long. */
function table(rows: readonly (readonly [string, unknown])[]) {
  return rows.map(([raw, expected]) => {
    const shown = (value: unknown) => JSON.stringify(value).slice(0, 60);
    return { title: `${shown(raw)} (${raw.length}) → ${shown(expected)}`, raw, expected };
  });
}

describe('clean text', () => {
  test.each([
    ['  Анна   Петрова \n', 'Анна Петрова'],
    ['\u202EАнна\u202C', 'Анна'],
    ['Ан\u200Bна\uFEFF', 'Анна'],
    ['Анна\uD800', 'Анна'],
    ['\uDC00Анна', 'Анна'],
    ['Анна\u0000\u0007', 'Анна'],
    ['Андрей', 'Андрей'],
    ['Анна\r\nBcc: x@y.ru', 'Анна Bcc: x@y.ru'],
    ['Анна\u2028Иванова', 'Анна Иванова'],
  ])('%j as one line is %j', (raw, clean) => {
    expect(cleanLine(raw)).toBe(clean);
  });

  test('keeps single empty lines and no more', () => {
    expect(cleanLines(' раз \r\n\r\n\r\n\r\nдва\t три ')).toBe('раз\n\nдва три');
  });
});

describe('name', () => {
  test.each(
    table([
      ['Анна', 'Анна'],
      ['  анна-мария  д’артаньян ', 'анна-мария д’артаньян'],
      ["O'Neil Jr.", "O'Neil Jr."],
      ['Ли Ин', 'Ли Ин'],
      ['Салтыков–Щедрин', 'Салтыков-Щедрин'],
      ['', '[required]'],
      [' \u200B ', '[required]'],
      ['А', '[symbols]'],
      ['...', '[symbols]'],
      ['!!!###', '[symbols]'],
      ['Анна 2', '[symbols]'],
      ['Анна 😀', '[symbols]'],
      ['<script>alert(1)</script>', '[symbols]'],
      ['=cmd()', '[symbols]'],
      ['А'.repeat(100), 'А'.repeat(100)],
      ['А'.repeat(101), '[too_long]'],
      ['А'.repeat(10_000), '[too_long]'],
    ]),
  )('$title', ({ raw, expected }) => {
    expect(outcome(readName(raw, 100))).toBe(expected);
  });
});

describe('e-mail', () => {
  test.each(
    table([
      ['ivan@example.ru', 'ivan@example.ru'],
      [' Ivan.Petrov+a@Example.RU ', 'Ivan.Petrov+a@example.ru'],
      ['ivan @ example.ru', 'ivan@example.ru'],
      ['иван@почта.рф', 'иван@почта.рф'],
      ['Иван@Почта.РФ', 'Иван@почта.рф'],
      ['mailto:ivan@example.ru', 'ivan@example.ru'],
      ['<ivan@example.ru>', 'ivan@example.ru'],
      ['ivan@example.ru.', 'ivan@example.ru'],
      ['ivan@example.ru,', 'ivan@example.ru'],
      ['ivan@xn--80a1acny.xn--p1ai', 'ivan@xn--80a1acny.xn--p1ai'],
      ['', '[required]'],
      ['@', '[format]'],
      ['a@', '[format]'],
      ['@b.ru', '[format]'],
      ['a@b', '[format]'],
      ['a@b.r', '[format]'],
      ['a@b..ru', '[format]'],
      ['a@-b.ru', '[format]'],
      ['a@b-.ru', '[format]'],
      ['a@1.2.3.4', '[format]'],
      ['a..b@c.ru', '[format]'],
      ['.a@c.ru', '[format]'],
      ['a@b@c.ru', '[format]'],
      ['a,b@c.ru', '[format]'],
      ['a@b.ru,c@d.ru', '[format]'],
      ['a@😀.ru', '[format]'],
      ['a@b.ru\r\nBcc: c@d.ru', '[format]'],
      [`${'a'.repeat(65)}@b.ru`, '[format]'],
      [`a@${'b.'.repeat(5000)}ru`, '[format]'],
      ['a'.repeat(10_000), '[format]'],
    ]),
  )('$title', ({ raw, expected }) => {
    expect(outcome(readEmail(raw, 254))).toBe(expected);
  });
});

describe('phone', () => {
  test.each(
    table([
      ['+7 999 123-45-67', '+79991234567'],
      ['8 (999) 123 45 67', '+79991234567'],
      ['7 999 1234567', '+79991234567'],
      ['9991234567', '+79991234567'],
      ['(495) 123-45-67', '+74951234567'],
      ['+8 999 123 45 67', '+79991234567'],
      ['+7（999）1234567', '+79991234567'],
      ['8-999-123-45-67', '+79991234567'],
      ['+375 29 123-45-67', '+375291234567'],
      ['00 49 30 1234567', '+49301234567'],
      ['+81 90 1234 5678', '+819012345678'],
      ['', '[required]'],
      ['+7', '[short]'],
      ['+7 999 12', '[short]'],
      ['8999123456', '[short]'],
      ['123', '[short]'],
      ['+7 999 123-45-678', '[long]'],
      ['+7 199 123-45-67', '[format]'],
      ['телефон', '[format]'],
      ['+7 999 123-45-67 доб. 5', '[format]'],
      ['+7+9991234567', '[format]'],
      ['()', '[format]'],
      ['+1', '[format]'],
      ['📞', '[format]'],
      ['9'.repeat(10_000), '[long]'],
    ]),
  )('$title', ({ raw, expected }) => {
    expect(outcome(readPhone(raw))).toBe(expected);
  });
});

describe('number of people', () => {
  test.each(
    table([
      ['2', 2],
      [' 2 человека', 2],
      ['нас 3', 3],
      ['02', 2],
      ['４', 4],
      ['', '[required]'],
      ['0', '[range]'],
      ['11', '[range]'],
      ['-1', '[format]'],
      ['2,5', '[format]'],
      ['1-2', '[format]'],
      ['двое', '[format]'],
      ['1e3', '[format]'],
      ['9'.repeat(10_000), '[range]'],
    ]),
  )('$title', ({ raw, expected }) => {
    expect(outcome(readCount(raw, 1, 10, 'пусто'))).toBe(expected);
  });
});

describe('ages of children', () => {
  test.each(
    table([
      ['', []],
      ['нет', []],
      ['Без детей.', []],
      ['—', []],
      ['7 и 9', [7, 9]],
      ['7,9', [7, 9]],
      ['7, 9', [7, 9]],
      ['7 9', [7, 9]],
      ['7 лет, 9 лет', [7, 9]],
      ['7; 9.', [7, 9]],
      ['12–13', [12, 13]],
      ['1 год и 2 года', [1, 2]],
      ['0', [0]],
      ['79', '[range]'],
      ['18', '[range]'],
      ['семь', '[format]'],
      ['7 месяцев', '[format]'],
      ['-7', '[format]'],
      ['7,,,x', '[format]'],
      ['7 '.repeat(5000), '[too_long]'],
      ['7x'.repeat(5000), '[too_long]'],
    ]),
  )('$title', ({ raw, expected }) => {
    expect(outcome(readAges(raw, 200))).toEqual(expected);
  });
});

describe('lines and comment', () => {
  test('an empty or wordless required line is refused with the given words', () => {
    expect(readRequiredLine(' — ', 20, 'Напишите класс')).toEqual({
      code: 'required',
      message: 'Напишите класс',
    });
    expect(outcome(readRequiredLine(' 7 «Б» ', 20, ''))).toBe('7 «Б»');
    expect(outcome(readRequiredLine('А'.repeat(21), 20, ''))).toBe('[too_long]');
  });

  test('a comment keeps markup as text and counts code points', () => {
    expect(outcome(readComment('<b>Нужен пандус</b> 😀', 500))).toBe('<b>Нужен пандус</b> 😀');
    expect(outcome(readComment('😀'.repeat(500), 500))).toBe('😀'.repeat(500));
    expect(readComment('а'.repeat(10_000), 500)).toEqual({
      code: 'too_long',
      message: 'Сократите: помещается 500 знаков, сейчас 10000',
    });
  });
});
