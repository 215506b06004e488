/** content/consent/<version>.md: the text a visitor agrees to. Published versions are never changed. */
import { z } from 'zod';
import { day, draft, line } from './fields.ts';

export const consent = z.strictObject({
  title: line(160).describe('Заголовок. Пример: Согласие на обработку персональных данных'),
  validFrom: day.describe('С какого дня действует. Пример: 2026-11-23'),
  purpose: line(300).describe('Цель обработки. Пример: запись на посещение предприятия'),
  label: line(300).describe('Подпись у галочки. Пример: Согласен на обработку данных для записи'),
  optional: z
    .boolean()
    .default(false)
    .describe('true — отдельное необязательное согласие (новости). Пример: false'),
  legalDraft: z.boolean().optional().describe('true — проект, ждёт юриста оператора. Пример: true'),
  draft,
});

export type ConsentEntry = z.output<typeof consent>;
