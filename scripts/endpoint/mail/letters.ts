/** What each mail says. */
import { dayOf } from '../../../src/time/moscow.ts';
import type { Instant } from '../../../src/time/moscow.ts';
import { momentWords } from '../../../src/i18n/ru/dates.ts';
import { becauseWords } from '../../../src/i18n/ru/registration.ts';
import type { Visit } from '../sessions-file.ts';
import type { MailKind, StoredRegistration } from '../storage/storage.ts';
import { shortMoment, visitFacts } from './visit-words.ts';
import type { Fact } from './visit-words.ts';

export type Link = { readonly text: string; readonly url: string };
export type Letter = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly Fact[];
  readonly links: readonly Link[];
  readonly closing: readonly string[];
  /** Whether the calendar file goes with it. */
  readonly calendar: boolean;
};

export type LetterContext = {
  readonly registration: StoredRegistration;
  /** undefined: the visit has left the site's data. */
  readonly visit: Visit | undefined;
  /** Page of this registration at the endpoint. */
  readonly ticketUrl: string;
  readonly siteUrl: string;
  /** When it is sent: a late reminder does not say «завтра». */
  readonly now: Instant;
};

const PRESS_A_BUTTON =
  'Ссылка откроет страницу, где нужно нажать кнопку: само открытие страницы ничего не меняет.';

/** The letter of the kind. */
export function letterOf(kind: MailKind, context: LetterContext): Letter {
  const { registration, visit, ticketUrl, siteUrl, now } = context;
  const title = visit?.title ?? 'Посещение';
  const about = `${title}, ${shortMoment(registration)}`;
  const page: Link = { text: 'Страница посещения', url: `${siteUrl}${visit?.url ?? '/'}` };
  const cancel: Link = { text: 'Посмотреть или отменить запись', url: ticketUrl };
  const seated = registration.state === 'confirmed';
  const today = dayOf(registration.sessionStartsAt) === dayOf(now);
  /** The visit may have left the site's data together with its title. */
  const named = visit === undefined ? 'Посещение' : `Посещение «${title}»`;
  const base = {
    facts: visitFacts(registration, visit),
    links: [cancel, page],
    closing: [
      `Если планы изменятся, отмените запись по ссылке: место достанется тому, кто ждёт. ${PRESS_A_BUTTON}`,
      `Письмо пришло, потому что этот адрес указали при записи на сайте ${siteUrl}. Если это были не вы, отмените запись.`,
    ],
    calendar: seated,
  };
  switch (kind) {
    case 'confirmed':
      return {
        ...base,
        subject: `Вы записаны: ${about}`,
        paragraphs: ['Здравствуйте!', `Вы записаны на посещение «${title}». Ждём вас.`],
      };
    case 'waitlisted':
      return {
        ...base,
        subject: `Вы в листе ожидания: ${about}`,
        paragraphs: [
          'Здравствуйте!',
          `Мест на посещение «${title}» сейчас нет. Вы в листе ожидания.`,
          waitingWords(visit),
        ],
      };
    case 'promoted':
      return {
        ...base,
        subject: `Для вас освободилось место: ${about}`,
        paragraphs: [
          'Здравствуйте!',
          `На посещение «${title}» освободилось место, и оно ваше: вы записаны.`,
          'Если вы уже не сможете прийти, отмените запись.',
        ],
      };
    case 'corrected':
      return {
        ...base,
        subject: `Запись исправлена: ${about}`,
        paragraphs: [
          'Здравствуйте!',
          `Мы исправили вашу запись на посещение «${title}». ${seated ? 'Место остаётся за вами.' : waitingWords(visit)}`,
        ],
      };
    case 'cancelled':
      return {
        ...base,
        subject: `Запись отменена: ${about}`,
        paragraphs: [
          'Здравствуйте!',
          `Ваша запись на посещение «${title}» отменена. Приходить не нужно.`,
          'Если вы добавили посещение в календарь, удалите его оттуда.',
        ],
        facts: base.facts.filter((fact) => ['Когда', 'Предприятие', 'Номер заявки'].includes(fact.label)),
        links: [page],
        closing: [],
        calendar: false,
      };
    case 'reminder':
      return {
        ...base,
        subject: `${today ? 'Сегодня' : 'Завтра'}: ${about}`,
        paragraphs: [
          'Здравствуйте!',
          `Напоминаем: ${today ? 'сегодня' : 'завтра'} вас ждут на посещении «${title}». Ответьте, пожалуйста, придёте ли вы.`,
        ],
        links: [
          { text: 'Приду', url: `${ticketUrl}/coming` },
          { text: 'Не приду', url: `${ticketUrl}/cancel` },
          page,
        ],
        closing: [PRESS_A_BUTTON],
        calendar: false,
      };
    case 'session-cancelled':
      return {
        ...base,
        subject: `Посещение отменено: ${visit === undefined ? shortMoment(registration) : about}`,
        paragraphs: [
          'Здравствуйте!',
          `${named} отменено. Приходить не нужно.`,
          ...noteWords(visit),
          'Если вы добавили посещение в календарь, удалите его оттуда.',
          'Просим прощения. На сайте можно выбрать другое посещение.',
        ],
        facts: base.facts.filter((fact) => ['Когда', 'Предприятие', 'Номер заявки'].includes(fact.label)),
        links: [{ text: 'Все посещения', url: `${siteUrl}/seasons/` }],
        closing: [],
        calendar: false,
      };
    case 'session-restored':
      return {
        ...base,
        subject: `Посещение состоится: ${about}`,
        paragraphs: [
          'Здравствуйте!',
          `Раньше мы писали, что посещение «${title}» отменено. Оно всё-таки состоится. ${seated ? 'Ваше место сохранено, ждём вас.' : waitingWords(visit)}`,
          'Просим прощения за путаницу. Если вы уже не сможете прийти, отмените запись.',
        ],
      };
    case 'session-moved':
      return {
        ...base,
        subject: `Посещение перенесено: теперь ${shortMoment(registration)}`,
        paragraphs: [
          'Здравствуйте!',
          `Посещение «${title}» перенесено. ${seated ? 'Ваше место сохранено, новый день и время — ниже.' : 'Вы остаётесь в листе ожидания, новый день и время — ниже.'}`,
          ...noteWords(visit),
          'Если новое время не подходит, отмените запись.',
        ],
      };
  }
}

function noteWords(visit: Visit | undefined): string[] {
  const note = visit?.details?.statusNote ?? null;
  return note === null ? [] : [becauseWords(note)];
}

function waitingWords(visit: Visit | undefined): string {
  const until = visit?.registrationClosesAt ?? null;
  const when = until === null ? '' : ` до ${momentWords(until)}`;
  return `Если место освободится${when}, мы сразу напишем. Без такого письма приезжать не нужно.`;
}
