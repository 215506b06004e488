/** An enterprise's programme in a season: content/seasons/<season>/<enterprise>.md|.mdx. */
import { z } from 'zod';
import {
  admission,
  clockTime,
  day,
  draft,
  id,
  line,
  meetingPoint,
  partialDay,
  sources,
  updated,
  webAddress,
  whenKnown,
} from './fields.ts';
import { closesDaysBefore, registrationOpens } from './season.ts';

export const REGISTRATION_MODES = ['form', 'link', 'none'] as const;
export const SESSION_STATUSES = ['scheduled', 'cancelled', 'moved'] as const;

/** A visit is shorter than a day; the longest festival day is 12 hours. */
export const MAX_DURATION_MINUTES = 720;
export const MAX_CAPACITY = 2000;

export const movedFrom = z
  .strictObject({
    date: day.describe('Прежний день. Пример: 2026-09-03'),
    time: clockTime.describe('Прежнее время, в кавычках. Пример: "10:30"'),
  })
  .describe('Откуда перенесено');

export const session = z
  .strictObject({
    date: day.describe('День посещения. Пример: 2026-09-03'),
    time: clockTime.describe('Время начала по Москве, в кавычках. Пример: "10:30"'),
    durationMinutes: z
      .number()
      .int()
      .min(10)
      .max(MAX_DURATION_MINUTES)
      .describe('Сколько минут длится. Пример: 90'),
    format: id.describe('Формат из vocabulary/formats.yaml. Пример: excursion'),
    title: line(160).optional().describe('Название, если отличается от формата. Пример: Как делают шоколад'),
    capacity: z
      .number()
      .int()
      .min(1)
      .max(MAX_CAPACITY)
      .describe('Сколько мест (для командных форматов — команд). Пример: 15'),
    suffix: id.optional().describe('Только если два посещения начинаются в одно время. Пример: b'),
    admission: admission.optional(),
    meetingPoint: meetingPoint.optional(),
    registration: z
      .enum(REGISTRATION_MODES)
      .default('form')
      .describe('form — запись на сайте, link — по ссылке, none — не нужна. Пример: form'),
    registrationUrl: webAddress
      .optional()
      .describe('Куда вести, если registration: link. Пример: https://example.ru/zapis'),
    registrationOpens: registrationOpens
      .optional()
      .describe('Когда открывается запись, если не как у сезона. Пример: {date: 2026-09-01, time: "12:00"}'),
    registrationClosesDaysBefore: closesDaysBefore
      .optional()
      .describe('За сколько дней закрывается запись, если не как у сезона. Пример: 5'),
    status: z
      .enum(SESSION_STATUSES)
      .default('scheduled')
      .describe('scheduled — состоится, cancelled — отменено, moved — перенесено. Пример: cancelled'),
    statusNote: line(240).optional().describe('Почему отменено или перенесено. Пример: ремонт линии'),
    movedFrom: movedFrom.optional(),
    perTeam: z
      .strictObject({
        minSize: z.number().int().min(1).max(100).describe('Наименьшая команда. Пример: 2'),
        maxSize: z.number().int().min(1).max(100).describe('Наибольшая команда. Пример: 6'),
      })
      .refine((t) => t.minSize <= t.maxSize, {
        path: ['maxSize'],
        message: 'не меньше, чем minSize',
        ...whenKnown('number', 'minSize', 'maxSize'),
      })
      .optional()
      .describe('Запись командами'),
    groups: z.boolean().optional().describe('true — можно записать школьный класс. Пример: true'),
    online: z.boolean().optional().describe('true — проходит в сети. Пример: true'),
    language: z.enum(['ru', 'en']).optional().describe('Язык, если не русский. Пример: en'),
  })
  .refine((s) => s.registration !== 'link' || s.registrationUrl !== undefined, {
    path: ['registrationUrl'],
    message: 'ссылка на страницу записи: без неё registration: link не работает',
    // Where the check points to: the missing field itself has no line.
    params: { because: 'registration' },
    ...whenKnown('text', 'registration'),
  })
  .refine((s) => s.status !== 'moved' || s.movedFrom !== undefined, {
    path: ['movedFrom'],
    message: 'прежние день и время: date и time',
    params: { because: 'status' },
    ...whenKnown('text', 'status'),
  })
  .describe('Посещение');

export const programme = z.strictObject({
  formats: z
    .array(id)
    .max(20)
    .default([])
    .describe('Форматы в этом сезоне, если нет списка посещений. Пример: [excursion]'),
  when: z
    .array(partialDay)
    .max(60)
    .optional()
    .describe('Когда проходило, если расписания нет, насколько известно. Пример: ["2021-07-28"]'),
  note: line(400).optional().describe('Что показывали. Пример: показали сборочный цех'),
  sessions: z.array(session).max(400).default([]).describe('Посещения по датам; в архиве может быть пусто'),
  sources: sources.optional(),
  updated,
  draft,
});

export type ProgrammeEntry = z.output<typeof programme>;
export type SessionEntry = z.output<typeof session>;
