/** content/vocabulary/*.yaml: the closed lists that entries refer to, and what people call things. */
import { z } from 'zod';
import { id, line } from './fields.ts';

const order = z.number().int().min(0).max(999).optional().describe('Порядок в списках. Пример: 10');
const also = z
  .array(line(60))
  .max(60)
  .optional()
  .describe('Как ещё это называют, для поиска. Пример: [завод, цех]');

export const industry = z.strictObject({
  id: id.describe('Имя в адресе. Пример: food'),
  title: line(80).describe('Название. Пример: Пищевая промышленность'),
  shortTitle: line(40).describe('Короткое название. Пример: Пищевая'),
  description: line(240).optional().describe('Одно предложение. Пример: Шоколад, мороженое, хлеб'),
  also,
  order,
});

export const format = z.strictObject({
  id: id.describe('Имя в адресе. Пример: excursion'),
  title: line(80).describe('Название. Пример: Экскурсия'),
  plural: line(80).describe('Во множественном числе. Пример: Экскурсии'),
  description: line(240).optional().describe('Одно предложение. Пример: Группа идёт по цеху с мастером'),
  online: z.boolean().optional().describe('true — проходит в сети. Пример: true'),
  also,
  order,
});

export const okrug = z.strictObject({
  id: id.describe('Имя в адресе. Пример: uvao'),
  title: line(80).describe('Название. Пример: Юго-Восточный административный округ'),
  shortTitle: line(20).describe('Сокращение. Пример: ЮВАО'),
  column: z.number().int().min(1).max(6).describe('Столбец на схеме. Пример: 3'),
  row: z.number().int().min(1).max(6).describe('Строка на схеме. Пример: 3'),
  apart: z.boolean().optional().describe('true — на схеме стоит отдельно. Пример: true'),
  also,
  order,
});

export const synonym = z.strictObject({
  words: z.array(line(60)).min(1).max(30).describe('Что пишут. Пример: [самолёты, авиация]'),
  means: z.array(line(60)).min(1).max(30).describe('Что искать. Пример: [авиационная, космос]'),
});

export const industries = z.array(industry).min(1);
export const formats = z.array(format).min(1);
export const okrugs = z.array(okrug).min(1);
export const synonyms = z.array(synonym);

export type Industry = z.output<typeof industry>;
export type Format = z.output<typeof format>;
export type Okrug = z.output<typeof okrug>;
export type Synonym = z.output<typeof synonym>;
