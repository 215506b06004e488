import { describe, expect, it } from 'vitest';
import { stem } from './stem.ts';

/** Words and stems as the published Snowball algorithm for Russian gives them. */
const TABLE: Readonly<Record<string, string>> = {
  завод: 'завод',
  заводы: 'завод',
  заводами: 'завод',
  заводской: 'заводск',
  важная: 'важн',
  важнейшие: 'важн',
  важно: 'важн',
  вавиловка: 'вавиловк',
  валявшиеся: 'валя',
  падение: 'паден',
  падший: 'падш',
  ошибочность: 'ошибочн',
  мягкостью: 'мягкост',
  красивейшая: 'красив',
  читавшись: 'чита',
  гуляющими: 'гуля',
  делаемый: 'дела',
  построенных: 'построен',
  увиденный: 'увиден',
  лифтостроительный: 'лифтостроительн',
  игрушки: 'игрушк',
  игрушек: 'игрушек',
  мороженое: 'морожен',
  самолетами: 'самолет',
  в: 'в',
  нпз: 'нпз',
  rfid: 'rfid',
};

describe('stem', () => {
  it.each(Object.entries(TABLE))('%s → %s', (word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  it('never throws and never gives an empty stem for a word', () => {
    for (const word of ['а', 'я', 'ывшись', 'ость', '123', '🚀', 'ии'])
      expect(stem(word).length).toBeGreaterThan(0);
  });
});
