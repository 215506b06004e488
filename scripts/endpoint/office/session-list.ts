/** The list of one session: for the file and for paper. */
import { dayMonth } from '../../../src/i18n/ru/dates.ts';
import { dayOf, timeOf } from '../../../src/time/moscow.ts';
import type { SeatState, StoredRegistration } from '../storage/storage.ts';
import { csvFile } from './csv.ts';

export const STATE_WORDS: Readonly<Record<SeatState, string>> = {
  confirmed: 'записан',
  waitlist: 'лист ожидания',
  quarantine: 'на проверке',
  cancelled: 'отменена',
};

/** What is particular about the party: ages, team, class, needs. */
export function partyNotes({ answers }: StoredRegistration): string {
  return [
    answers.childrenAges.length > 0 ? `дети: ${answers.childrenAges.join(', ')}` : '',
    answers.team === null ? '' : `команда «${answers.team.name}»`,
    answers.schoolClass === null
      ? ''
      : `${answers.schoolClass.school}, ${answers.schoolClass.name}, взрослых ${answers.schoolClass.adults}`,
    answers.comment,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

const HEADINGS = [
  'Номер заявки',
  'Состояние',
  'Имя',
  'Человек',
  'Возраст детей',
  'Команда',
  'Школа',
  'Класс',
  'Взрослых с классом',
  'Телефон',
  'Почта',
  'Что учесть',
  'Придёт',
  'Записан',
  'Согласие',
];

/** The session's registrations as a CSV file. */
export function sessionCsv(registrations: readonly StoredRegistration[]): string {
  const rows = registrations.map(({ reference, state, coming, createdAt, answers }) => [
    reference,
    STATE_WORDS[state],
    answers.name,
    answers.partySize,
    answers.childrenAges.join(', '),
    answers.team?.name ?? '',
    answers.schoolClass?.school ?? '',
    answers.schoolClass?.name ?? '',
    answers.schoolClass?.adults ?? '',
    answers.phone,
    answers.email,
    answers.comment,
    coming ? 'да' : '',
    `${dayOf(createdAt)} ${timeOf(createdAt)}`,
    answers.consent.version,
  ]);
  return csvFile([HEADINGS, ...rows]);
}

/** «1 декабря, 14:05» */
export function momentShort(instant: number): string {
  return `${dayMonth(dayOf(instant))}, ${timeOf(instant)}`;
}
