import { describe, expect, it } from 'vitest';
import { COLUMNS } from './columns.ts';
import { findHeadings, plainHeading, recogniseHeading } from './headings.ts';

describe('recogniseHeading', () => {
  it.each([
    ['Предприятие', 'enterprise'],
    ['НАИМЕНОВАНИЕ ПРЕДПРИЯТИЯ', 'enterprise'],
    ['Предпритяие', 'enterprise'],
    ['Завод / фабрика', 'enterprise'],
    ['Дата', 'date'],
    ['Дата проведения экскурсии', 'date'],
    ['Дата\nпосещения', 'date'],
    ['Дата и время', 'dateTime'],
    ['Время', 'time'],
    ['Время начала (мск)', 'time'],
    ['Время окончания', 'endTime'],
    ['Длительность, мин.', 'duration'],
    ['Продолжительность (часов)', 'duration'],
    ['Длителность', 'duration'],
    ['Продолж-ть, мин.', 'duration'],
    ['Кол-во чел.', 'capacity'],
    ['Возраст. огранич.', 'minAge'],
    ['Кол-во мест', 'capacity'],
    ['Количество человек в группе', 'capacity'],
    ['Мест', 'capacity'],
    ['Место сбора', 'address'],
    ['Возрастное ограничение', 'minAge'],
    ['Возраст без взрослых', 'minAgeUnaccompanied'],
    ['Формат мероприятия', 'format'],
    ['Тема', 'title'],
    ['Ссылка на запись', 'registrationUrl'],
    ['Запись', 'registration'],
    ['Статус', 'status'],
    ['Прежняя дата', 'movedFromDate'],
    ['Группа', 'suffix'],
    ['Ближайшая станция', 'metro'],
  ])('«%s» is %s', (text, key) => {
    expect(recogniseHeading(text)).toBe(key);
  });

  it.each(['', '№', '№ п/п', 'Ответственный', 'Телефон', 'Комментарий', 'Дело', 'Дети'])(
    '«%s» is no column',
    (text) => {
      expect(recogniseHeading(text)).toBeUndefined();
    },
  );

  it('knows every heading of the template, and no wording belongs to two columns', () => {
    for (const { key, title } of COLUMNS) expect(recogniseHeading(title), title).toBe(key);
    const all = COLUMNS.flatMap(({ synonyms }) => synonyms.map((synonym) => synonym));
    expect(new Set(all).size).toBe(all.length);
    for (const synonym of all) expect(plainHeading(synonym)).toBe(synonym);
  });
});

describe('findHeadings', () => {
  const HEAD = [null, 'Мест', 'Дата', 'Завод', 'Ответственный', 'Длительность, ч'];

  it('finds them below a title, in any order, with the unit and the unknown ones', () => {
    const found = findHeadings([['График экскурсий на сентябрь'], [], HEAD, [null, 15]]);
    expect(found?.row).toBe(2);
    expect([...(found?.columns ?? [])]).toEqual([
      ['capacity', 1],
      ['date', 2],
      ['enterprise', 3],
      ['duration', 5],
    ]);
    expect(found?.durationUnit).toBe('hours');
    expect(found?.unknown).toEqual([{ column: 4, text: 'Ответственный' }]);
  });

  it('names a column that stands twice', () => {
    expect(findHeadings([[...HEAD, 'Дата посещения']])?.repeated).toEqual([
      { column: 6, first: 2, text: 'Дата посещения' },
    ]);
  });

  it('finds nothing where there are no headings', () => {
    expect(findHeadings([['Микрон', '03.09.2026', '10:30']])).toBeUndefined();
  });
});
