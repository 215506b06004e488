import { describe, expect, it } from 'vitest';
import { ID_MAX_LENGTH, ID_PATTERN } from '../../../src/schema/fields.ts';
import { idFromName, transliterate } from './transliterate.ts';

describe('transliterate', () => {
  it('writes every Russian letter in Latin', () => {
    expect(transliterate('Съешь ещё этих мягких французских булок, да выпей чаю')).toBe(
      'sesh eshche etikh myagkikh frantsuzskikh bulok, da vypey chayu',
    );
    expect(transliterate('абвгдеёжзийклмнопрстуфхцчшщъыьэюя')).toMatch(/^[a-z]+$/);
  });

  it('reads й written as two code points as one letter', () => {
    expect(transliterate('Чай'.normalize('NFD'))).toBe('chay');
  });
});

describe('idFromName', () => {
  it.each([
    ['Щербинский лифтостроительный завод', 'shcherbinskiy-liftostroitelnyy-zavod'],
    ['Фабрика «Большевик» № 2', 'fabrika-bolshevik-2'],
    ['  L’Oréal — Café  ', 'loreal-cafe'],
    ['ОЭЗ «Технополис „Москва“»', 'oez-tekhnopolis-moskva'],
    ['№ ©', ''],
  ])('%s → %s', (name, id) => {
    expect(idFromName(name)).toBe(id);
  });

  it('cuts a long name at a whole word and keeps within the limit', () => {
    const id = idFromName(
      'Научно-производственное объединение измерительной техники и приборов имени первых',
    );
    expect(id).toBe('nauchno-proizvodstvennoe-obedinenie-izmeritelnoy-tekhniki-i');
    expect(id).toMatch(ID_PATTERN);
    expect(id.length).toBeLessThanOrEqual(ID_MAX_LENGTH);
  });

  it('cuts a single endless word where the limit is', () => {
    expect(idFromName('а'.repeat(200))).toBe('a'.repeat(ID_MAX_LENGTH));
  });
});
