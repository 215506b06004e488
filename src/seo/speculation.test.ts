import { describe, expect, it } from 'vitest';
import { PAGES, SPECULATION_RULES, WITH_QUESTION } from './speculation.ts';

const SITE = 'https://example.ru/';
const [pages, questions] = [new URLPattern(PAGES, SITE), new URLPattern(WITH_QUESTION, SITE)];
const madeAhead = (address: string): boolean => {
  const url = new URL(address, SITE).href;
  return pages.test(url) && !questions.test(url);
};

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

  it('the rules name both patterns', () => {
    for (const pattern of [PAGES, WITH_QUESTION])
      expect(SPECULATION_RULES).toContain(JSON.stringify(pattern));
  });
});
