import { describe, expect, it } from 'vitest';
import { PAGES, SPECULATION_RULES } from './speculation.ts';

const SITE = 'https://example.ru/';
const pages = new URLPattern(PAGES, SITE);
const madeAhead = (address: string): boolean => pages.test(new URL(address, SITE).href);

describe('pages made ahead', () => {
  it.each(['/enterprises/', '/seasons/a/b/2026-12-01-1000/', '/rules/#minors'])('%s is one', (address) => {
    expect(madeAhead(address)).toBe(true);
  });

  it.each([
    '/search/?q=1',
    '/enterprises/?age=7#list',
    '/data/site.json',
    '/a/calendar.ics',
    'https://t.me/share/',
  ])('%s is not', (address) => {
    expect(madeAhead(address)).toBe(false);
  });

  it('the rules name the pattern', () => {
    expect(SPECULATION_RULES).toContain(JSON.stringify(PAGES));
  });
});
