import { expect, it } from 'vitest';
import { listed } from './text.ts';

it('a list has one capital letter; abbreviations and names in Latin letters keep theirs', () => {
  expect(listed(['Экскурсия', 'Ночная экскурсия', 'Мастер-класс'])).toBe(
    'Экскурсия, ночная экскурсия, мастер-класс',
  );
  expect(listed(['Экскурсия', 'VR-экскурсия', 'ЧПУ своими руками'])).toBe(
    'Экскурсия, VR-экскурсия, ЧПУ своими руками',
  );
  expect(listed([])).toBe('');
});
