/** One entry per season: content/seasons/<season>/index.md|.mdx. */
import { z } from 'zod';
import { clockTime, day, draft, figure, line, partialDay, sources, updated, whenKnown } from './fields.ts';

export const DEFAULT_CLOSES_DAYS_BEFORE = 3;

export const closesDaysBefore = z.number().int().min(0).max(60);

export const registrationOpens = z
  .strictObject({
    date: day.describe('День открытия записи. Пример: 2026-09-01'),
    time: clockTime.describe('Время открытия по Москве, в кавычках. Пример: "12:00"'),
  })
  .describe('Когда открывается запись');

export const season = z
  .strictObject({
    title: line(160).describe('Название сезона. Пример: Осенний сезон 2026'),
    umbrella: line(160)
      .optional()
      .describe('Городской проект, в рамках которого идёт сезон. Пример: Зима в Москве'),
    start: partialDay.describe('Первый день сезона или месяц, год. Пример: 2026-09-01'),
    end: partialDay.optional().describe('Последний день сезона. Пример: 2026-09-21'),
    datesNote: line(300)
      .optional()
      .describe('Что в датах выведено, а не сказано. Пример: год следует из нумерации'),
    registrationOpens: registrationOpens.optional(),
    registrationClosesDaysBefore: closesDaysBefore
      .default(DEFAULT_CLOSES_DAYS_BEFORE)
      .describe('За сколько дней до посещения закрывается запись. Пример: 3'),
    participants: z
      .array(line(160))
      .max(100)
      .optional()
      .describe(
        'Названные источником участники, у которых нет своей записи. Пример: ["московский завод «Рено»"]',
      ),
    figures: z.array(figure).max(40).default([]).describe('Числа так, как их опубликовали'),
    sources: sources.min(1),
    demo: z
      .boolean()
      .optional()
      .describe('true — вымышленный сезон для проверки. Редактору не нужно. Пример: true'),
    updated,
    draft,
  })
  .refine((s) => s.end === undefined || s.start.slice(0, s.end.length) <= s.end, {
    path: ['end'],
    message: 'день не раньше, чем start: сезон не может закончиться до начала',
    ...whenKnown('day', 'start', 'end'),
  });

export type SeasonEntry = z.output<typeof season>;
