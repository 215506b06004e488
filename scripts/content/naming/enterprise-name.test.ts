import { describe, expect, it } from 'vitest';
import { matchEnterprise, plainName } from './enterprise-name.ts';
import { editDistance } from './similarity.ts';

const KNOWN = [
  { id: 'lift', name: 'Примерный лифтовый завод', names: ['Примерный лифтовый завод', 'ПЛЗ', 'АО «ПЛЗ»'] },
  { id: 'led', name: 'Льдинка', names: ['Льдинка', 'фабрика мороженого «Льдинка»'] },
  { id: 'elka', name: 'Ёлочка', names: ['Ёлочка'] },
  { id: 'dom-1', name: 'Дом', names: ['Дом', 'Дом на Первой'] },
  { id: 'dom-2', name: 'Дом', names: ['Дом', 'Дом на Второй'] },
];

describe('plainName', () => {
  it.each([
    ['АО «Завод „Ёлочка“»', 'завод елочка'],
    ['  ООО   "Завод"  Елочка ', 'завод елочка'],
    ['Завод № 12-А', 'завод 12 а'],
  ])('%s → %s', (written, plain) => {
    expect(plainName(written)).toBe(plain);
  });
});

describe('matchEnterprise', () => {
  it.each([
    ['Примерный лифтовый завод', 'lift'],
    ['ао "примерный  лифтовый завод"', 'lift'],
    ['плз', 'lift'],
    ['ООО ЕЛОЧКА', 'elka'],
    ['led', 'led'],
    ['Фабрика мороженого Льдинка', 'led'],
  ])('«%s» is surely %s', (written, id) => {
    expect(matchEnterprise(written, KNOWN)).toEqual({ kind: 'exact', id });
  });

  it.each([
    ['Примерный лифтавый завод', 'lift'],
    ['Лъдинка', 'led'],
    ['завод Ёлочка', 'elka'],
  ])('«%s» is only likely %s, so a person is asked', (written, id) => {
    const match = matchEnterprise(written, KNOWN);
    expect(match.kind).toBe('unsure');
    expect(match.kind === 'unsure' ? match.candidates[0]?.id : '').toBe(id);
  });

  it('does not choose between two enterprises of one name', () => {
    expect(matchEnterprise('дом', KNOWN)).toMatchObject({ candidates: [{ id: 'dom-1' }, { id: 'dom-2' }] });
  });

  it.each(['', '«»', 'Совсем другое имя'])('offers nothing for «%s»', (written) => {
    expect(matchEnterprise(written, KNOWN)).toEqual({ kind: 'unsure', candidates: [] });
  });
});

describe('editDistance', () => {
  it.each([
    ['завод', 'завод', 0],
    ['завод', 'завдо', 1],
    ['завод', 'заврд', 1],
    ['завод', 'заводы', 1],
    ['', 'abc', 3],
    ['лифт', 'шкаф', 4],
  ])('%s and %s: %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('stops at the limit', () => {
    expect(editDistance('лифт', 'шкаф', 1)).toBe(2);
  });
});
