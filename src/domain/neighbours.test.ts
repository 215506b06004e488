import { expect, it } from 'vitest';
import type { Catalogue, EnterpriseView } from './catalogue.ts';
import { neighbours } from './neighbours.ts';

const one = (id: string, industry: string, demo = false): EnterpriseView =>
  ({ id, industry: { id: industry }, demo }) as EnterpriseView;

const enterprises = [
  one('a', 'metal'),
  one('b', 'food'),
  one('c', 'metal'),
  one('d', 'metal', true),
  one('e', 'metal'),
  one('f', 'metal'),
  one('g', 'metal'),
  one('h', 'metal'),
];
const catalogue = { enterprises } as Catalogue;

it.each([
  ['a', ['c', 'e', 'f', 'g']],
  ['e', ['f', 'g', 'h', 'a']],
  ['h', ['a', 'c', 'e', 'f']],
  ['b', []],
  // A fictional one stands with fictional ones only.
  ['d', []],
])('%s has the four that follow it in its industry, after the last the first', (id, expected) => {
  const enterprise = enterprises.find((candidate) => candidate.id === id);
  if (enterprise === undefined) throw new Error('no such enterprise');
  expect(neighbours(catalogue)(enterprise).map((other) => other.id)).toEqual(expected);
});
