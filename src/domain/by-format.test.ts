import { expect, it } from 'vitest';
import { byFormat } from './by-format.ts';
import type { EnterpriseView } from './catalogue.ts';

const one = (id: string, ...formats: string[]): EnterpriseView =>
  ({ id, formats: formats.map((format) => ({ id: format })) }) as EnterpriseView;

it('puts an enterprise under each of its formats, in the order given', () => {
  const found = byFormat([one('a', 'quiz', 'excursion'), one('b'), one('c', 'excursion')]);
  expect([...found].map(([format, its]) => [format, its.map(({ id }) => id)])).toEqual([
    ['quiz', ['a']],
    ['excursion', ['a', 'c']],
  ]);
});
