import { describe, expect, it } from 'vitest';
import { NOW } from './fixtures/base.ts';
import { all, append, edit, treeOf } from './fixtures/fixture.ts';
import { previewOf } from './preview.ts';

describe('the content of a preview', () => {
  it('keeps a page with a broken link', () => {
    const tree = treeOf(append('enterprises/zavod.md', '[нет](/nigde/)'));
    expect(previewOf(tree, { now: NOW }).leftOut).toEqual([]);
  });
  it('leaves out what cannot be built, and then what refers to it', () => {
    const tree = treeOf(edit('enterprises/zavod.md', 'name:', 'nmae:'));
    expect(previewOf(tree, { now: NOW }).leftOut).toEqual([
      'enterprises/zavod.md',
      'events/kviz.md',
      'news/2026-08-10-zapis.md',
      'seasons/2026-osen/zavod.md',
    ]);
  });
  it('leaves out what could run code', () => {
    const script = append('pages/about.md', '<script>alert(1)</script>');
    const code = append('enterprises/fabrika/index.mdx', '{process.env.HOME}');
    const { leftOut } = previewOf(treeOf(all(script, code)), { now: NOW });
    expect(leftOut).toContain('pages/about.md');
    expect(leftOut).toContain('enterprises/fabrika/index.mdx');
  });
});
