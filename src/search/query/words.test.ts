import { describe, expect, it } from 'vitest';
import { ageQuestion } from './age.ts';
import { distance, ERROR, errorBudget, SLIP } from './distance.ts';
import { asLatinKeys, asRussianKeys } from './layout.ts';
import { chunks, fold, words } from './normalise.ts';
import { cyrillicReadings, soundKey } from './transliterate.ts';

describe('fold and words', () => {
  it.each([
    ['Открой#Моспром', ['открой', 'моспром']],
    ['«Ёлка» — ЁЖ', ['елка', 'еж']],
    ['Вимм-Билль-Данн', ['вимм', 'билль', 'данн']],
    ['Coca-Cola HBC', ['coca', 'cola', 'hbc']],
    ['за́мок', ['замок']],
    ['й'.normalize('NFD'), ['й']],
    ['  ', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('keeps signs in chunks, for keyboard layouts', () => {
    expect(chunks(' ,f,ftdcrbq \n pfdjl')).toEqual([',f,ftdcrbq', 'pfdjl']);
  });

  it('makes lone surrogates harmless', () => {
    expect(fold('\uD83Dа').isWellFormed()).toBe(true);
  });
});

describe('keyboard layouts', () => {
  it.each([
    ['vbrhjy', 'микрон'],
    [',f,ftdcrbq', 'бабаевский'],
    ['"cntn', 'эстет'],
    ['`krf', 'ёлка'],
    ['VBRHJY', 'микрон'],
  ])('%s → %s', (typed, meant) => {
    expect(asRussianKeys(typed)).toBe(meant);
  });

  it('reads Russian keys as Latin', () => {
    expect(asLatinKeys('ьшлкщт')).toBe('mikron');
  });
});

describe('transliteration', () => {
  it.each([
    ['zavod', 'завод'],
    ['shokolad', 'шоколад'],
    ['shcherbinka', 'щербинка'],
    ['scherbinka', 'щербинка'],
    ['babaevskiy', 'бабаевский'],
    ['babaevskij', 'бабаевский'],
    ['babaevsky', 'бабаевский'],
    ['moskvich', 'москвич'],
    ['coca', 'кока'],
    ['khrunichev', 'хруничев'],
  ])('%s → %s', (latin, cyrillic) => {
    expect(cyrillicReadings(latin)).toContain(cyrillic);
  });

  it('reads x both ways and letters that only look Cyrillic', () => {
    expect(cyrillicReadings('xolod')).toContain('холод');
    expect(cyrillicReadings('max')).toContain('макс');
    expect(cyrillicReadings('xoлoд')).toContain('холод');
    expect(cyrillicReadings('холод')).toEqual([]);
  });

  it('makes the schemes equal', () => {
    expect(soundKey('робинс')).toBe(soundKey('роббинс'));
    expect(soundKey('шербинка')).toBe(soundKey('щербинка'));
    expect(soundKey('рэнера')).toBe(soundKey('ренера'));
    expect(soundKey('москвич')).not.toBe(soundKey('москва'));
  });
});

describe('distance', () => {
  it.each([
    ['микрон', 'микрон', 0],
    ['шокалад', 'шоколад', SLIP],
    ['мкирон', 'микрон', SLIP],
    ['мороженное', 'мороженое', SLIP],
    ['никрон', 'микрон', ERROR],
    ['икрон', 'микрон', ERROR],
    ['микронт', 'микрон', ERROR],
  ])('%s ~ %s', (a, b, cost) => {
    expect(distance(a, b, 3)).toBeCloseTo(cost);
    expect(distance(b, a, 3)).toBeCloseTo(cost);
  });

  it('stops at the budget', () => {
    expect(distance('микрон', 'молния', 2)).toBe(Infinity);
    expect(distance('а'.repeat(500), 'б', 2)).toBe(Infinity);
  });

  it('allows nothing in three letters and more in longer words', () => {
    const budgets = [3, 4, 5, 7, 8, 12].map(errorBudget);
    expect(budgets[0]).toBe(0);
    expect(budgets.toSorted((a, b) => a - b)).toEqual(budgets);
  });
});

describe('the age in a question', () => {
  it.each([
    ['куда с ребенком 7 лет', 7, 'куда'],
    ['куда с ребенком семь лет', 7, 'куда'],
    ['шоколад 5-летнему', 5, 'шоколад'],
    ['экскурсии 12+', 12, 'экскурсии'],
    ['ребенку 10', 10, ''],
    ['для 5 класса', 11, 'для'],
    ['сыну 3 года', 3, ''],
  ])('%s', (query, age, rest) => {
    expect(ageQuestion(query)).toMatchObject({ age });
    expect(ageQuestion(query)?.rest.replace(/\s+/g, ' ').trim()).toBe(rest);
  });

  it.each(['завод', 'мне 35 лет', 'сезон 2024 года', 'ребенок', '0 лет', '12 класс', '8 марта'])(
    '%s: none',
    (query) => {
      expect(ageQuestion(query)).toBeNull();
    },
  );
});
