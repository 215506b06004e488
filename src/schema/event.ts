/** A happening that is no visit to a plant: quiz, exhibition, hackathon, concert. content/events/<id>.md|.mdx. */
import { z } from 'zod';
import { draft, figure, id, line, partialDay, sources, updated, webAddress, whenKnown } from './fields.ts';

export const event = z
  .strictObject({
    title: line(160).describe('Название. Пример: Новогодний квиз 2025'),
    format: id.describe('Формат из vocabulary/formats.yaml. Пример: quiz'),
    start: partialDay.optional().describe('Первый день, месяц или год. Пример: 2025-11-25'),
    end: partialDay.optional().describe('Последний день. Пример: 2025-12-15'),
    datesNote: line(300)
      .optional()
      .describe('Что в датах выведено, а не сказано. Пример: год следует из текста'),
    venue: line(200).optional().describe('Место. Пример: центр современного искусства «Винзавод»'),
    online: z.boolean().optional().describe('true — проходит в сети. Пример: true'),
    enterprises: z
      .array(id)
      .max(60)
      .optional()
      .describe('Предприятия-участники: имена их файлов. Пример: [mikron]'),
    figures: z.array(figure).max(40).default([]).describe('Числа так, как их опубликовали'),
    registration: z
      .enum(['link', 'none'])
      .default('none')
      .describe('link — запись по ссылке, none — не нужна или закончилась. Пример: none'),
    registrationUrl: webAddress
      .optional()
      .describe('Куда вести, если registration: link. Пример: https://example.ru/zapis'),
    sources: sources.min(1),
    updated,
    draft,
  })
  .refine((e) => e.registration !== 'link' || e.registrationUrl !== undefined, {
    path: ['registrationUrl'],
    message: 'ссылка на страницу записи: без неё registration: link не работает',
    // Where the check points to: the missing field itself has no line.
    params: { because: 'registration' },
    ...whenKnown('text', 'registration'),
  })
  .refine((e) => e.start === undefined || e.end === undefined || e.start.slice(0, e.end.length) <= e.end, {
    path: ['end'],
    message: 'день не раньше, чем start: событие не может закончиться до начала',
    ...whenKnown('day', 'start', 'end'),
  });

export type EventEntry = z.output<typeof event>;
