/** Words of registration that only the build needs: labels, hints, states, the accepted view. */
import type { SessionView } from '../../domain/catalogue.ts';
import type { RegistrationState } from '../../domain/registration-state.ts';
import type { FieldKey } from '../../registration/fields.ts';
import { dayMonth, dayWithWeekday, momentWords } from './dates.ts';
import { fromAge } from './session.ts';

export type FieldWords = { readonly label: string; readonly hint?: string };

export const fieldWords: Record<FieldKey, FieldWords> = {
  name: { label: 'Имя и фамилия', hint: 'Как в документе, который вы возьмёте с собой' },
  email: { label: 'Электронная почта', hint: 'Пришлём подтверждение и напоминание' },
  phone: {
    label: 'Телефон',
    hint: 'На случай, если посещение срочно перенесут. Например: +7 999 123-45-67',
  },
  teamName: { label: 'Название команды' },
  teamSize: { label: 'Сколько человек в команде' },
  school: { label: 'Школа', hint: 'Например: школа № 1234' },
  schoolClass: { label: 'Класс', hint: 'Например: 7 «Б»' },
  partySize: { label: 'Сколько вас будет', hint: 'Вместе с вами и детьми' },
  adults: { label: 'Сколько взрослых будет с классом' },
  childrenAges: {
    label: 'Возраст детей',
    hint: 'Если детей нет, оставьте пустым. Если есть, напишите возраст каждого: 7, 9',
  },
  comment: {
    label: 'Что нам учесть',
    hint: 'Например: нужен путь без ступеней или переводчик жестового языка',
  },
};

/** Who is admitted, beside the question about children; null when nothing is known. */
export function ageRuleWords(admission: SessionView['admission']): string | null {
  const { minAge, minAgeUnaccompanied } = admission;
  const parts: string[] = [];
  if (minAge !== undefined && minAge > 0) parts.push(`Сюда пускают ${fromAge(minAge)}.`);
  if (minAgeUnaccompanied !== undefined && minAgeUnaccompanied > (minAge ?? 0)) {
    parts.push(`Без взрослого — ${fromAge(minAgeUnaccompanied)}.`);
  }
  return parts.length === 0 ? null : parts.join(' ');
}

export type StateWords = { readonly title: string; readonly text: string };

/** Editors write a cause as a phrase («ремонт линии») or as a sentence. */
export const becauseWords = (note: string | null): string =>
  note === null ? '' : `Причина: ${note.replace(/\.$/, '')}.`;

/** Heading and one or two sentences for a state of this session; dates in words, Moscow time. */
export function stateWords(session: SessionView, state: RegistrationState): StateWords {
  const last = session.lastRegistrationDay;
  const through = last === null ? '' : `Заявки принимаются до ${dayMonth(last)} включительно.`;
  switch (state) {
    case 'not-yet-open':
      return {
        title: 'Запись ещё не началась',
        text:
          session.registrationOpensAt === null
            ? ''
            : `Она откроется ${momentWords(session.registrationOpensAt)}. ${through}`,
      };
    case 'open':
      return { title: 'Запись открыта', text: through };
    case 'closing-soon':
      return {
        title: 'Запись скоро закроется',
        text:
          last === null
            ? ''
            : `Последний день — ${dayWithWeekday(last)}, до полуночи по московскому времени.`,
      };
    case 'closed':
      return {
        title: 'Запись закрыта',
        text: last === null ? 'Посещение уже началось.' : `Последним днём записи было ${dayMonth(last)}.`,
      };
    case 'full':
      return { title: 'Мест нет', text: 'Места освобождаются, когда кто-то отменяет запись.' };
    case 'external':
      return {
        title: 'Запись на сайте организатора',
        text: 'Мы не видим эту запись и не можем её изменить.',
      };
    case 'not-needed':
      return { title: 'Записываться не нужно', text: 'Приходите к началу.' };
    case 'cancelled':
      return {
        title: 'Посещение отменено',
        text: `${becauseWords(session.statusNote)} Приходить не нужно.`.trim(),
      };
    case 'past':
      return { title: 'Посещение уже прошло', text: '' };
  }
}

export const panelWords = {
  title: 'Запись',
  moved: (from: string) => `Посещение перенесли. Раньше стояло: ${from}.`,
  openingCalendar: 'Добавить открытие записи в календарь',
  external: 'Перейти к записи',
  seats: {
    open: 'места есть',
    few: 'мест осталось мало',
    full: 'мест нет',
  },
  asOf: 'По состоянию на ',
  waitlist: 'Можно встать в лист ожидания: если место освободится, напишем вам.',
  off: 'Запись через этот сайт сейчас не ведётся. Как связаться с организатором — на странице «Контакты».',
  contacts: 'Контакты',
  ownOther: 'Другие посещения этого предприятия',
  similar: 'Похожие посещения, на которые идёт запись',
  schedule: 'Всё расписание',
  noOther: 'Других посещений с открытой записью сейчас нет.',
} as const;

export const formWords = {
  required: 'Звёздочкой отмечено то, без чего записать нельзя.',
  summary: 'Проверьте ответы',
  who: 'Кого записываете',
  people: 'Себя или свою компанию',
  schoolClass: 'Школьный класс',
  optional: 'необязательно',
  consentLink: 'Текст согласия',
  policyLink: 'Как мы храним данные',
  trap: 'Оставьте это поле пустым',
  submit: 'Записаться',
  submitWaitlist: 'Встать в лист ожидания',
  again: 'Отправить ещё раз',
  plain: 'Отправить обычным способом',
  noScript: 'После отправки откроется страница с ответом.',
} as const;

export const acceptedWords = {
  titles: {
    confirmed: 'Вы записаны',
    waitlist: 'Вы в листе ожидания',
    pending: 'Заявка принята',
  },
  next: {
    confirmed: 'Подтверждение придёт на вашу почту. Если за час его нет, проверьте «Спам».',
    waitlist:
      'Мест пока нет. Если место освободится, напишем на вашу почту. Приезжать без этого письма не нужно.',
    pending: 'Она у организаторов. Ответ придёт на вашу почту.',
  },
  already: 'Вы уже записывались на это посещение: вторую запись мы не завели.',
  reference: 'Номер заявки',
  when: 'Когда',
  where: 'Где',
  bring: 'Что взять',
  cancel: 'Не сможете прийти — отмените запись по ссылке из письма: место достанется другому.',
  calendar: 'Добавить в календарь',
  print: 'Напечатать пропуск-памятку',
  another: 'Записать ещё кого-нибудь',
} as const;

export type ReplyKind = 'sent' | 'full' | 'closed' | 'failed';
export type ReplyWords = { readonly title: string; readonly text: readonly string[] };

/** Pages that a form sent without a script is led to. They know the outcome, but neither the visit nor the person. */
export const replyWords: Record<ReplyKind, ReplyWords> = {
  sent: {
    title: 'Заявка принята',
    text: [
      'Письмо придёт на вашу почту: в нём номер заявки, время, адрес и ссылка для отмены. Если за час его нет, проверьте «Спам».',
    ],
  },
  full: {
    title: 'Места кончились',
    text: [
      'Заявка не принята: последние места заняли, пока вы заполняли форму. Если вас несколько, попробуйте записать меньше человек.',
    ],
  },
  closed: {
    title: 'Запись закрыта',
    text: ['Заявка не принята: на это посещение сейчас не записывают.'],
  },
  failed: {
    title: 'Заявка не принята',
    text: [
      'В ответах чего-то не хватает или сервис записи сейчас занят.',
      'Вернитесь на страницу посещения кнопкой «Назад»: ответы останутся в форме. Проверьте имя, почту, телефон, число людей и галочку согласия и отправьте ещё раз.',
    ],
  },
};

/** Cases that the endpoint names after # in the address. */
export const replyCases: Partial<Record<ReplyKind, Readonly<Record<string, string>>>> = {
  sent: {
    already: 'Вы уже записывались на это посещение: вторую запись мы не завели.',
    waitlist: 'Мест пока нет: вы в листе ожидания. Приезжать без отдельного письма не нужно.',
    pending: 'Заявка ждёт проверки: организаторы посмотрят её и напишут вам. Место пока не занято.',
  },
};

/** At «failed» the fragment names the field to begin with. */
export const checkFirst = (label: string) => `Сначала проверьте ответ «${label}».`;
export const checkConsentFirst = 'Сначала поставьте галочку согласия.';

export const replyLinks = { schedule: 'Всё расписание', contacts: 'Контакты' } as const;
