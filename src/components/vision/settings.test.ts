import { expect, it } from 'vitest';
import { storedVision } from './settings.ts';

it('reads back what the panel keeps', () => {
  expect(storedVision('{"size":"200","contrast":"dark"}')).toEqual({ size: '200', contrast: 'dark' });
  expect(storedVision('{}')).toEqual({});
});

it.each([
  null,
  '',
  'null',
  '7',
  '[]',
  'no json',
  '{"size":7,"contrast":"\\"><b>","other":"x","spacing":null}',
])('takes nothing from %s', (kept) => {
  expect(storedVision(kept)).toEqual({});
});
