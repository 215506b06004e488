import { beforeAll, describe, expect, it } from 'vitest';
import { FIXTURES } from './fixtures/all-fixtures.ts';
import type { PlainBuild } from './fixtures/plain-astro.ts';
import { buildPlainSite } from './fixtures/plain-astro.ts';
import type { RuleId } from './rules.ts';
import { RULE_IDS, RULES } from './rules.ts';

const silent = (rule: RuleId): boolean => 'silent' in RULES[rule];
const trapped = FIXTURES.filter(({ rule, loud }) => silent(rule) && loud !== true);

/** All rules that Astro knows nothing of, in one build: it takes seconds. */
describe('plain Astro, given every fixture that our rules refuse', () => {
  let build: PlainBuild = { status: null, output: '', pages: () => '' };
  beforeAll(async () => {
    build = await buildPlainSite(trapped);
  });
  const pageOf = (rule: RuleId, text = ''): string =>
    build.pages(trapped.findIndex((fixture) => fixture.rule === rule && fixture.at.join().includes(text)));

  it('builds with exit code 0; when it no longer does, some rule of ours may go', () => {
    expect(build.output).not.toMatch(/\[ERROR\]/);
    expect(build.status).toBe(0);
  });
  it('is asked about every rule that claims so', () => {
    const asked = new Set(trapped.map(({ rule }) => rule));
    expect(RULE_IDS.filter((rule) => silent(rule) && !asked.has(rule))).toEqual([]);
  });
  it('publishes replacement characters for Windows-1251', () => {
    expect(pageOf('encoding-windows-1251')).toContain('\uFFFD');
  });
  it('publishes scripts, handlers and links that run code', () => {
    expect(pageOf('html-forbidden', 'script')).toContain('alert(1)');
    expect(pageOf('html-attribute')).toContain('onclick=');
    expect(pageOf('link-unsafe', 'javascript')).toContain('javascript:');
  });
  it('runs code from MDX at build time', () => {
    expect(pageOf('mdx-code', '1 + 1')).toContain('Сумма 2');
  });
  it('publishes what a symlink leads to', () => {
    expect(pageOf('file-symlink')).toContain('Чужой текст');
  });
  it('publishes conflict markers, broken links and pictures without description', () => {
    expect(pageOf('conflict-markers')).toContain('&lt;&lt;&lt;&lt;&lt;&lt;&lt;');
    expect(pageOf('link-broken', 'fabirka')).toContain('/enterprises/fabirka/');
    expect(pageOf('picture-alt')).toMatch(/alt(?:="")? title/);
  });
  it('does not even look at files with another extension', () => {
    expect(pageOf('file-extension', 'drugoy')).toBe('');
  });
});
