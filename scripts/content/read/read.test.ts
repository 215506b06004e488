import { describe, expect, it } from 'vitest';
import { decode } from './decode.ts';
import { splitFrontMatter } from './front-matter.ts';
import { placeOf } from './place.ts';
import { readYaml } from './yaml.ts';

const cp1251 = Uint8Array.from([0xc7, 0xe0, 0xe2, 0xee, 0xe4]);

describe('reading bytes', () => {
  it('reads Russian text saved as UTF-8, as Windows-1251 and as UTF-16 with or without its mark', () => {
    expect(decode(new TextEncoder().encode('Завод'))).toEqual({
      text: 'Завод',
      encoding: 'utf-8',
      mark: false,
    });
    expect(decode(cp1251)).toEqual({ text: 'Завод', encoding: 'windows-1251', mark: false });
    const wide = Buffer.from('\uFEFFЗавод № 1 делает лифты', 'utf16le');
    expect(decode(wide)).toEqual({ text: 'Завод № 1 делает лифты', encoding: 'utf-16', mark: true });
    expect(decode(wide.subarray(2)).encoding).toBe('utf-16');
  });
  it('takes a byte order mark off and says so', () => {
    expect(decode(new TextEncoder().encode('\uFEFFа'))).toEqual({ text: 'а', encoding: 'utf-8', mark: true });
  });
});

describe('splitting front matter', () => {
  it('keeps the line numbers of fields and body, with any line endings', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const split = splitFrontMatter(['---', 'a: 1', '---', '', 'Текст'].join(end));
      expect(split).toMatchObject({ kind: 'split', yaml: 'a: 1', yamlLine: 2, body: '\nТекст', bodyLine: 4 });
    }
  });
  it('tells missing, unclosed and TOML front matter apart', () => {
    expect(splitFrontMatter('Текст').kind).toBe('missing');
    expect(splitFrontMatter('---\na: 1\n\nТекст')).toMatchObject({ kind: 'unclosed', line: 3 });
    expect(splitFrontMatter('+++\na = 1\n+++').kind).toBe('toml');
  });
});

describe('reading YAML', () => {
  it('knows the line of a nested field and what stands there', () => {
    const yaml = readYaml('name: А\nsessions:\n  - date: 2026-09-03\n    time: "10:30"\n', 2);
    expect(yaml.lineOf(['sessions', 0, 'time'])).toBe(5);
    expect(yaml.lineOf(['sessions', 0, 'absent'])).toBe(4);
    expect(yaml.sourceOf(['sessions', 0, 'time'])).toBe('"10:30"');
  });
  it('gives days as text, and to the schema as the dates that Astro makes of them', () => {
    const yaml = readYaml('a: 2026-09-03\nb: "2026-09-03"\nc: 2026-02-30');
    expect(yaml.value).toEqual({ a: '2026-09-03', b: '2026-09-03', c: '2026-02-30' });
    expect(yaml.astroValue).toMatchObject({ a: expect.any(Date), b: '2026-09-03', c: '2026-02-30' });
  });
  it('goes on after a tab, a duplicate key and an unquoted colon', () => {
    const yaml = readYaml('a: 1\na: 2\n\nname: Завод: лифты\nlist:\n\t- 1\nlast: 3');
    expect(yaml.problems.map(({ kind, line }) => [kind, line])).toEqual([
      ['duplicate', 2],
      ['colon', 4],
      ['tab', 6],
    ]);
    expect(yaml.value).toMatchObject({ name: 'Завод: лифты', list: [1], last: 3 });
  });
  it('never expands aliases', () => {
    const yaml = readYaml('a: &x [1]\nb: *x');
    expect(yaml.problems.map(({ kind, written }) => [kind, written])).toEqual([
      ['anchor', '&x'],
      ['anchor', '*x'],
    ]);
    expect(yaml.value).toEqual({ a: [1], b: '*x' });
  });
  it('leaves a colon inside a block of text alone', () => {
    expect(readYaml('note: |\n  Внимание: скользко\nname: а').problems).toEqual([]);
  });
});

describe('telling what a file is', () => {
  it.each([
    ['enterprises/mikron.md', { kind: 'entry', collection: 'enterprises', id: 'mikron', hidden: false }],
    ['enterprises/mikron/index.mdx', { kind: 'entry', collection: 'enterprises', id: 'mikron', mdx: true }],
    ['enterprises/mikron/ceh.JPG', { kind: 'picture', extension: 'jpg' }],
    ['enterprises/_mikron.md', { kind: 'entry', hidden: true }],
    ['enterprises/mikron.MD', { kind: 'wrong-extension', wanted: 'mikron.md' }],
    ['enterprise/mikron.md', { kind: 'unknown-folder', folder: 'enterprise' }],
    ['seasons/2026-osen/index.md', { kind: 'entry', collection: 'seasons', id: '2026-osen' }],
    [
      'seasons/2026-osen/mikron.md',
      { kind: 'entry', collection: 'programmes', id: 'mikron', season: '2026-osen' },
    ],
    ['seasons/2026-osen.md', { kind: 'stray' }],
    ['vocabulary/formats.yaml', { kind: 'vocabulary', name: 'formats' }],
    ['vocabulary/formats.yml', { kind: 'wrong-extension', wanted: 'formats.yaml' }],
    ['news/plan.docx', { kind: 'stray' }],
    ['README.md', { kind: 'guide' }],
  ])('%s', (path, place) => {
    expect(placeOf(path)).toMatchObject(place);
  });
});
