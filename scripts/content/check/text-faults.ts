/** Faults of bytes and characters, in any text file. */
import type { Decoded } from '../read/decode.ts';
import { shorten } from '../read/yaml.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';

export const MAX_TEXT_BYTES = 64 * 1024;

type TextFile = { path: string; size: number; decoded: Decoded };

/** Every fault of encoding, size and characters. */
export function textFaults({ path, size, decoded }: TextFile): Fault[] {
  const lines = decoded.text.split(/\r\n|\n|\r/);
  return [
    ...encodingFaults(path, decoded),
    ...sizeFaults(path, size),
    ...lines.flatMap((line, index) => (PLAIN.test(line) ? [] : characterFaults(path, index + 1, line))),
    ...(MOJIBAKE.test(decoded.text) ? lines.flatMap((line, at) => mojibakeFaults(path, at + 1, line)) : []),
    ...conflictFaults(path, lines),
  ];
}

/** Nearly every line is made of these and needs no closer look. */
const PLAIN =
  /^[\t\x20-\x40\x5B-\x60\x7B-\x7E\u00A0-\u00AC\u00AE-\u00BF\u0400-\u045F\u2010-\u2027\u202F\u2030-\u205E\u20BD\u2116]*$/;

function encodingFaults(path: string, { text, encoding, mark }: Decoded): Fault[] {
  const at = { path, line: 1, about: 'кодировка' };
  const wanted = 'сохраните файл в кодировке UTF-8';
  if (encoding === 'windows-1251') {
    const written = `байты Windows-1251: «${shorten(firstRussian(text))}»`;
    return [fault('encoding-windows-1251', { ...at, problem: 'файл сохранён не в UTF-8', written, wanted })];
  }
  if (encoding === 'utf-16') {
    return [
      fault('encoding-utf-16', {
        ...at,
        problem: 'файл сохранён не в UTF-8',
        written: 'UTF-16 («Юникод»)',
        wanted,
      }),
    ];
  }
  const faults: Fault[] = [];
  if (mark) {
    const written = 'метка BOM перед текстом';
    faults.push(
      fault('byte-order-mark', {
        ...at,
        problem: 'в начале файла невидимая метка',
        written,
        wanted: 'UTF-8 без метки; исправит --fix',
      }),
    );
  }
  const foreign = /\r\n?/.exec(text);
  if (foreign !== null) {
    const line = text.slice(0, foreign.index).split('\n').length;
    const written = foreign[0] === '\r' ? 'CR' : 'CRLF, как в Windows';
    faults.push(
      fault('line-endings', {
        path,
        line,
        about: 'концы строк',
        problem: 'не такие, как в остальных файлах',
        written,
        wanted: 'LF; исправит --fix',
      }),
    );
  }
  return faults;
}

function firstRussian(text: string): string {
  return /[^\n]*[а-яё]{3}[^\n]*/i.exec(text)?.[0] ?? text.slice(0, 40);
}

function sizeFaults(path: string, size: number): Fault[] {
  if (size <= MAX_TEXT_BYTES) return [];
  const written = `${String(Math.ceil(size / 1024))} КБ`;
  return [
    fault('file-too-big', {
      path,
      line: 1,
      about: 'размер',
      problem: 'файл слишком большой',
      written,
      wanted: 'не больше 64 КБ',
    }),
  ];
}

type CharacterRule = 'control-character' | 'bidi-control' | 'zero-width';
const FORBIDDEN: readonly [CharacterRule, RegExp, string][] = [
  [
    'control-character',
    /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029\uE000-\uF8FF\uFFFD]/,
    'управляющий знак',
  ],
  [
    'bidi-control',
    /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/,
    'невидимый знак, который переставляет буквы',
  ],
  [
    'zero-width',
    /[\u180E\u200B\u200C\u2060-\u2064\uFEFF]|(?<!\p{Emoji_Presentation}\uFE0F?)\u200D/u,
    'невидимый знак внутри текста',
  ],
];

function characterFaults(path: string, line: number, text: string): Fault[] {
  const faults: Fault[] = [];
  for (const [rule, pattern, problem] of FORBIDDEN) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const name = code === 'FFFD' ? 'знак � (буква потеряна при перекодировке)' : `U+${code}`;
    faults.push(
      fault(rule, {
        path,
        line,
        about: 'текст',
        problem,
        written: `${name} — ${around(text, match.index)}`,
        wanted: 'удалите этот знак и наберите слово заново',
      }),
    );
  }
  if (text.normalize('NFC') !== text) {
    const at = text.search(/\p{M}/u);
    faults.push(
      fault('not-nfc', {
        path,
        line,
        about: 'текст',
        problem: 'буква записана двумя знаками',
        written: around(text, at),
        wanted: 'одна буква; исправит --fix',
      }),
    );
  }
  return [...faults, ...mixedFaults(path, line, text)];
}

/**
 * UTF-8 once read as Windows-1251 («РџСЂР°РІРёР»Р°») or as Latin («ÐŸÑ€Ð°Ð²»): three such pairs in a row make no
 * word of any language.
 */
const MOJIBAKE =
  /(?:[РС][\u00A0-\u00BB\u0402-\u040F\u0452-\u045F\u0490\u0491\u2013-\u203A\u20AC\u2116\u2122]){3}|(?:[ÐÑ][\u0080-\u00BF\u0152-\u0192\u02C6\u02DC\u2013-\u2122]){3}/;

function mojibakeFaults(path: string, line: number, text: string): Fault[] {
  const at = text.search(MOJIBAKE);
  if (at === -1) return [];
  return [
    fault('text-mojibake', {
      path,
      line,
      about: 'текст',
      problem: 'русские буквы испорчены перекодировкой',
      written: around(text, at + 8),
      wanted: 'наберите или вставьте текст заново и сохраните файл в UTF-8',
    }),
  ];
}

/** Latin letters that look like Russian ones. */
const LOOKALIKE = /^[aceopxyABCEHKMOPTX]+$/;

function mixedFaults(path: string, line: number, text: string): Fault[] {
  const words = text.match(/[A-Za-zА-Яа-яЁё]+/g) ?? [];
  return words.flatMap((word) => {
    const latin = word.replace(/[А-Яа-яЁё]/g, '');
    const russian = word.length - latin.length;
    if (latin === '' || russian < latin.length + 1 || !LOOKALIKE.test(latin)) return [];
    return [
      fault('mixed-alphabet', {
        path,
        line,
        about: 'текст',
        problem: 'в русском слове латинская буква',
        written: `${word} (латинские: ${Array.from(latin).join(', ')})`,
        wanted: 'наберите слово заново русскими буквами',
      }),
    ];
  });
}

function around(text: string, index: number): string {
  const part = text.slice(Math.max(0, index - 12), index + 13);
  return `«${part.replace(/[^\P{C}\u00AD]/gu, '·').trim()}»`;
}

function conflictFaults(path: string, lines: readonly string[]): Fault[] {
  const start = lines.findIndex((line) => /^<{7}(?: |$)/.test(line));
  const end = lines.findIndex((line) => /^>{7}(?: |$)/.test(line));
  const at = start === -1 ? end : start;
  if (at === -1) return [];
  const written = shorten(lines[at] ?? '');
  return [
    fault('conflict-markers', {
      path,
      line: at + 1,
      about: 'текст',
      problem: 'столкнулись две правки',
      written,
      wanted: 'один из двух вариантов, без строк <<<<<<<, ======= и >>>>>>>',
    }),
  ];
}
