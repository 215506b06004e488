import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFiles } from './check-content.ts';
import { BASE, NOW, rawFiles } from './fixtures/base.ts';
import { fixText } from './fix.ts';

const check = (path: string, content: string | Uint8Array) =>
  checkFiles(rawFiles(new Map([...BASE, [path, content]])), { now: NOW });
const TEXTS = [...BASE].flatMap(([path, content]) =>
  typeof content === 'string' ? [{ path, content }] : [],
);
const PIECES = [
  '[',
  '{',
  '&a',
  '*a',
  '!x',
  '\t',
  ': ',
  '- ',
  '"',
  "'",
  '|',
  '>',
  '#',
  '%',
  '\u0000',
  '---\n',
  '<x',
  '{y',
  '9'.repeat(400),
  '-1',
  '1e999',
  'null',
  '2026-13-45',
  '0500-02',
  '%E0%A4%A',
  '<!--',
  '```',
];

describe('the check of whatever an editor may save', () => {
  it('never fails itself: any piece pushed into any place of any file', () => {
    const damage = fc.record({
      file: fc.constantFrom(...TEXTS),
      piece: fc.constantFrom(...PIECES),
      at: fc.nat(3000),
      drop: fc.nat(12),
    });
    fc.assert(
      fc.property(damage, ({ file: { path, content }, piece, at, drop }) => {
        const place = at % (content.length + 1);
        const text = content.slice(0, place) + piece + content.slice(place + drop);
        check(path, text);
        const fixed = fixText(text, 'enterprises');
        expect(fixText(fixed, 'enterprises')).toBe(fixed);
      }),
      { seed: 7, numRuns: 600 },
    );
  });
  it('never fails itself on any bytes, under any name', () => {
    const name = fc.constantFrom(
      'enterprises/a.md',
      'enterprises/b/index.mdx',
      'vocabulary/formats.yaml',
      'events/c.png',
      'events/d.jpg',
      'events/e.webp',
      'events/f.avif',
      'events/g.svg',
      'README.md',
    );
    fc.assert(
      fc.property(name, fc.uint8Array({ maxLength: 200 }), (path, bytes) => {
        check(path, bytes);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
  it.each([
    ['brackets', `---\na: ${'['.repeat(30_000)}\n---\n`],
    ['lists', `---\n${'- '.repeat(30_000)}a\n---\n`],
    ['quotations', `---\ntitle: а\nsummary: б\n---\n${'> '.repeat(20_000)}а\n`],
    ['emphasis', `---\ntitle: а\nsummary: б\n---\n${'*a **b '.repeat(9000)}\n`],
    ['links', `---\ntitle: а\nsummary: б\n---\n${'['.repeat(30_000)}\n`],
    ['colons', `---\na: ${'b: '.repeat(20_000)}\n---\n`],
  ])('survives a great depth of %s', (_what, text) => {
    expect(check('pages/deep.md', text).length).toBeGreaterThanOrEqual(0);
    expect(check('pages/deep.mdx', text).length).toBeGreaterThanOrEqual(0);
  });
});
