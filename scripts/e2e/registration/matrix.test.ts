import { describe, expect, test } from 'vitest';
import { MATRIX } from './matrix.ts';
import { overclaim } from './view.ts';

describe('the fault matrix', () => {
  test('has rows enough, each with a name of its own', () => {
    expect(MATRIX.length).toBeGreaterThanOrEqual(44);
    expect(new Set(MATRIX.map(({ name }) => name)).size).toBe(MATRIX.length);
  });
});

describe('words that claim too much', () => {
  test.each([
    ['unknown', 'Вы записаны', true],
    ['unknown', 'Заявка не принята', true],
    ['unknown', 'Заявка могла дойти, но подтверждения нет.', false],
    ['refused', 'Заявка могла дойти', true],
    ['refused', 'Заявка не принята', false],
    ['accepted', 'Не знаем, дошла ли заявка', true],
    ['accepted', 'Вы записаны', false],
    ['page:full', 'Заявка принята', true],
  ] as const)('%s: «%s»', (view, text, tooMuch) => {
    expect(overclaim(view, text) !== null).toBe(tooMuch);
  });
});
