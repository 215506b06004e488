import { expect, it } from 'vitest';
import { SettingsError } from '../../src/settings/settings.ts';
import { countAsked, namesAsked } from './options.ts';

it('takes the usual number where none is asked', () => {
  expect(countAsked('BENCH_LOOKS', 3, {})).toBe(3);
  expect(countAsked('BENCH_LOOKS', 3, { BENCH_LOOKS: '' })).toBe(3);
  expect(countAsked('BENCH_LOOKS', 3, { BENCH_LOOKS: '12' })).toBe(12);
});

it.each(['0', '-1', '1.5', 'three', ' 3', '1e3', '9999999'])('refuses %j as a number', (asked) => {
  expect(() => countAsked('BENCH_LOOKS', 3, { BENCH_LOOKS: asked })).toThrow(SettingsError);
  expect(() => countAsked('BENCH_LOOKS', 3, { BENCH_LOOKS: asked })).toThrow(
    `Настройка BENCH_LOOKS: неверное значение. Написано: «${asked}». Нужно: целое число от 1.`,
  );
});

it('takes names that are known, and all where none is asked', () => {
  expect(namesAsked('BENCH_PAGES', ['main', 'session'], {})).toBeNull();
  expect(namesAsked('BENCH_PAGES', ['main', 'session'], { BENCH_PAGES: 'session,main' })).toEqual([
    'session',
    'main',
  ]);
});

it('refuses a name that is not known and says which are', () => {
  expect(() => namesAsked('BENCH_PAGES', ['main', 'session'], { BENCH_PAGES: 'main,sesion' })).toThrow(
    'Настройка BENCH_PAGES: неверное значение. Написано: «sesion». Нужно: имена через запятую из main, session.',
  );
});
