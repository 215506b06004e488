import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { webAddress } from './fields.ts';

describe('webAddress', () => {
  it.each([
    'https://example.ru/novosti/1',
    'http://example.ru',
    'https://пример.рф/новости',
    'http://www.xn--f1adbqcigi.xn--p1ai/index.php/news',
  ])('accepts %s', (text) => {
    expect(webAddress.parse(text)).toBe(text);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,1',
    'ftp://example.ru/',
    'example.ru',
    'https://localhost/',
    'https://example.xn--/',
    'https://10.0.0.1/',
    '',
  ])('refuses %s', (text) => {
    expect(webAddress.safeParse(text).success).toBe(false);
  });

  it('is here because z.httpUrl() refuses .рф; the day it accepts it, use it again', () => {
    expect(z.httpUrl().safeParse('https://пример.рф/').success).toBe(false);
  });
});
