/** The words of every registration state and standing: badge, long form and what to do next. */
import type { RegistrationState } from '../../domain/registration-state.ts';
import type { EnterpriseView } from '../../domain/catalogue.ts';

export const stateWords: Record<RegistrationState, string> = {
  'not-yet-open': 'Запись не началась',
  open: 'Запись открыта',
  'closing-soon': 'Запись скоро закроется',
  closed: 'Запись закрыта',
  full: 'Мест нет',
  external: 'Запись у предприятия',
  'not-needed': 'Без записи',
  cancelled: 'Отменено',
  past: 'Прошло',
};

export const moved = 'Перенесено';

/** Over the visit that the main page offers: while one can sign up for it, and after that. */
export const gateWords = {
  open: 'Ближайшее посещение, на которое можно записаться',
  closed: 'Запись на это посещение закончилась',
} as const;

/** Of a visit that has begun and is not over. */
export const runsNow = 'идёт сейчас';

export const standingWords: Record<EnterpriseView['standing'], { badge: string; sentence: string }> = {
  active: {
    badge: 'В программе',
    sentence:
      'Источники называют его участником программы. Принимает ли оно сейчас, видно по расписанию сезона.',
  },
  formerly: {
    badge: 'Участвовало раньше',
    sentence:
      'Участвовало в прошлых сезонах. Нынешнее участие источники не подтверждают: следите за расписанием новых сезонов.',
  },
  'online-only': {
    badge: 'Только видеотур',
    sentence: 'В программе известен только видеотур: очных посещений источники не называют.',
  },
};
