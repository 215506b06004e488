/** content/news/<YYYY-MM-DD>-<slug>.md: the day of publication is part of the file's name. */
import { z } from 'zod';
import { draft, id, line, sources, updated } from './fields.ts';

export const news = z.strictObject({
  title: line(160).describe('Заголовок. Пример: Началась запись на августовский сезон'),
  summary: line(300).describe('Одно-два предложения для списка и поиска. Пример: С 5 по 16 августа…'),
  season: id.optional().describe('Сезон, о котором новость. Пример: 2024-08'),
  enterprises: z
    .array(id)
    .max(60)
    .optional()
    .describe('Предприятия, о которых новость. Пример: [air-magistral]'),
  sources: sources.min(1),
  updated,
  draft,
});

export type NewsEntry = z.output<typeof news>;
