/** content/pages/<slug>.md|.mdx: about, rules, contacts, policy, accessibility … */
import { z } from 'zod';
import { draft, figure, line, sources, updated } from './fields.ts';

export const page = z.strictObject({
  title: line(120).describe('Заголовок страницы. Пример: Правила посещения'),
  summary: line(300).describe('О чём страница: для поиска и ссылок. Пример: Что взять с собой и кого пустят'),
  legalDraft: z
    .boolean()
    .optional()
    .describe('true — проект юридического текста, ждёт юриста оператора. Пример: true'),
  figures: z.array(figure).max(60).optional().describe('Числа о программе: каждое с датой и источником'),
  awards: z
    .array(
      z.strictObject({
        title: line(300).describe('Награда. Пример: премия «Маршрут построен»'),
        date: partialDayOptional(),
        source: z.number().int().min(1).describe('Номер источника из sources, считая с 1. Пример: 1'),
      }),
    )
    .max(40)
    .optional()
    .describe('Награды программы'),
  sources: sources.optional(),
  updated,
  draft,
});

function partialDayOptional() {
  return figure.shape.date.describe('Когда. Пример: 2022-04');
}

export type PageEntry = z.output<typeof page>;
