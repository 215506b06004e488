import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from './lines.ts';

/** Every letter is one wide. */
const count = (text: string): number => Array.from(text).length;
const broken = (text: string, width: number, most = 9): string[] => linesOf(text, width, most, count);

describe('lines', () => {
  it.each([
    ['one line', 'Завод', 10, ['Завод']],
    ['between words', 'Завод «Пример» № 5', 10, ['Завод', '«Пример» №', '5']],
    ['not at a no-break space', 'Завод №\u00A05 Ок', 8, ['Завод', '№\u00A05 Ок']],
    ['after a hyphen', 'Онлайн-экскурсии', 12, ['Онлайн-', 'экскурсии']],
    ['not between a dash and a number', 'в 2020–2023 годах', 9, ['в', '2020–2023', 'годах']],
    ['within a word that is wider than a line', 'о водоснабжение', 6, ['о', 'водосн', 'абжени', 'е']],
    ['a space does not count at the end', 'ab cd', 2, ['ab', 'cd']],
    ['no-break spaces at the ends of lines', 'а\u00A0б- \u00A0в', 1, ['а', 'б', '-', 'в']],
    ['nothing', ' ', 5, []],
  ])('%s', (_, text, width, lines) => {
    expect(broken(text, width)).toEqual(lines);
  });

  it('ends with an ellipsis when there are too many', () => {
    expect(broken('один два три четыре', 8, 2)).toEqual(['один два', 'три чет…']);
    expect(broken('один два три', 5, 1)).toEqual(['один…']);
    expect(broken('водоснабжение', 6, 1)).toEqual(['водос…']);
  });

  it('never makes a line too wide or loses a letter', () => {
    const texts = fc.string({ unit: fc.constantFrom('а', 'Щ', ' ', '-', '—', '\u00A0', '7'), maxLength: 80 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 20 }), (text, width) => {
        const lines = broken(text, width, 1000);
        expect(lines.every((line) => count(line) <= width)).toBe(true);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(broken(text, width, 2).length).toBeLessThanOrEqual(2);
      }),
    );
  });
});
