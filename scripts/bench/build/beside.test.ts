import { expect, it } from 'vitest';
import { unlike } from './beside.ts';
import { plainPage } from './plain-text.ts';

const page = (text: string) => plainPage('/a/', `<main><h1>Завод</h1><p>${text}</p></main>`);

it('takes the same pages of nearly the same text for the same site', () => {
  const text = 'слово '.repeat(200);
  expect(unlike([page(text)], [page(`${text}!`)])).toBeNull();
});

it('refuses a peer that left pages or text out', () => {
  expect(unlike([page('один'), page('два')], [page('один')])).toBe('it made 1 pages of 2');
  expect(unlike([page('слово '.repeat(20))], [page('слово')])).toMatch(/0\.\d\d of the text/);
});
