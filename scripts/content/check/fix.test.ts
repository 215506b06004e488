import { describe, expect, it } from 'vitest';
import { fixFile, fixText } from './fix.ts';

const ENTRY = `---
name: Завод
makes: лифты
formats: [excursion]
---

Текст.
`;
const fixed = (text: string): string => fixText(text, 'enterprises');

describe('mending what is mechanical', () => {
  it('leaves a tidy file alone', () => {
    expect(fixed(ENTRY)).toBe(ENTRY);
    expect(fixFile({ path: 'enterprises/zavod.md', bytes: new TextEncoder().encode(ENTRY) })).toBeUndefined();
  });
  it.each([
    ['line endings of Windows', ENTRY.replaceAll('\n', '\r\n')],
    ['line endings of old Macs', ENTRY.replaceAll('\n', '\r')],
    ['letters of two characters', ENTRY.normalize('NFD')],
    ['spaces at line ends', ENTRY.replace('лифты', 'лифты  \t').replace('Текст.', 'Текст. ')],
    ['the order of fields', ENTRY.replace('name: Завод\nmakes: лифты\n', 'makes: лифты\nname: Завод\n')],
    ['a missing line break at the end', ENTRY.trimEnd()],
  ])('puts right %s', (_what, text) => {
    expect(fixed(text)).toBe(ENTRY);
  });
  it('takes away a byte order mark', () => {
    const bytes = new TextEncoder().encode(`\uFEFF${ENTRY}`);
    expect(fixFile({ path: 'enterprises/zavod.md', bytes })).toBe(ENTRY);
  });
  it('moves comments and nested fields together with their field', () => {
    const text =
      '---\n# что делают\nmakes: лифты\nsources:\n  - title: А\n    url: https://a.ru\nname: Завод\n---\n';
    expect(fixed(text)).toBe(
      '---\nname: Завод\n# что делают\nmakes: лифты\nsources:\n  - title: А\n    url: https://a.ru\n---\n',
    );
  });
  it('never changes what the page says: two spaces that break a line stay', () => {
    const text = ENTRY.replace('Текст.', 'Первая строка  \nвторая строка');
    expect(fixed(text)).toBe(text);
  });
  it('never changes what the fields say: spaces inside a block of text stay', () => {
    const text = ENTRY.replace('makes: лифты', 'makes: |\n  лифты  \n  лебёдки');
    expect(fixed(text)).toBe(text);
  });
  it('leaves files in another encoding and other people’s files alone', () => {
    expect(
      fixFile({ path: 'enterprises/zavod.md', bytes: Uint8Array.from([0xc7, 0xe0, 0x0d, 0x0a]) }),
    ).toBeUndefined();
    expect(fixFile({ path: 'README.md', bytes: new TextEncoder().encode('a \r\n') })).toBeUndefined();
  });
  it('changes nothing when run again, whatever the file', () => {
    const odd = [
      '',
      '---',
      '---\na: [\n---\nх \r\n',
      'без полей  \r',
      `${ENTRY}\r\n\r\n`,
      '---\r\nname: "а:  \r\n---',
      '---\n\tname: а \n---\n',
    ];
    for (const text of [...odd, ENTRY.normalize('NFD').replaceAll('\n', '\r\n')]) {
      expect(fixed(fixed(text))).toBe(fixed(text));
    }
  });
});
