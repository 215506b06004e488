/** Words of «Что изменилось в программе». */
import type { ChangeKind } from '../../domain/programme-changes.ts';
import type { HistoryKnowledge } from '../../domain/content-history.ts';
import { plural } from '../plural.ts';

const visits = (count: number): string => plural(count, ['посещение', 'посещения', 'посещений']);

export const changesPage = {
  title: 'Что изменилось в программе',
  lead: 'Какие посещения добавили, перенесли и отменили — по истории правок расписания.',
  subscribe: 'Подписаться на изменения (Atom)',
  nothing: 'Изменений в расписании пока не было.',
  was: (was: string) => `раньше — ${was}`,
  more: (count: number) => `…и ещё ${visits(count)}`,
} as const;

export const unknownHistory: Record<Exclude<HistoryKnowledge, 'full'>, string> = {
  none: 'Эта копия сайта собрана без истории правок, поэтому список изменений здесь не показан.',
  shallow: 'Эта копия сайта собрана по неполной истории правок, поэтому список изменений здесь не показан.',
};

export const changeWords: Record<ChangeKind, (count: number) => string> = {
  added: (count) => `Добавлено: ${visits(count)}`,
  moved: (count) => `Перенесено: ${visits(count)}`,
  cancelled: (count) => `Отменено: ${visits(count)}`,
  restored: (count) => `Снова в расписании: ${visits(count)}`,
  removed: (count) => `Убрано из расписания: ${visits(count)}`,
};
