/** The words of a session page: the works pass. */
import type { Admission, Access } from '../../domain/catalogue.ts';
import { plural } from '../plural.ts';

const YEARS: readonly [string, string, string] = ['года', 'лет', 'лет'];

export const session = {
  pass: 'Пропуск',
  passNumber: 'Пропуск №',
  when: 'Когда',
  gate: 'Время у проходной',
  length: 'Длится',
  where: 'Где',
  online: 'В сети',
  placeUnknown: 'Адрес в программе не указан',
  entrance: 'Вход',
  metro: 'Метро',
  walk: (minutes: number) => `${plural(minutes, ['минута', 'минуты', 'минут'])} пешком`,
  who: 'Кого пустят',
  anyone: 'Ограничений по возрасту предприятие не назвало',
  bring: 'Взять с собой',
  bringUnknown: 'Предприятие ничего не назвало. Документ на проходной могут спросить',
  passNeeded: 'Нужен пропуск, его заказывают заранее',
  dress: 'Одежда',
  provided: 'Выдадут на месте',
  health: 'Здоровье',
  photo: 'Съёмка',
  photoUnknown: 'Спросите у сопровождающего',
  stepFree: 'Без ступеней',
  stepFreeUnknown: 'Неизвестно: уточните до записи',
  capacity: 'Группа',
  lastDay: 'Запись до',
  inclusive: 'включительно',
  language: 'Язык',
  english: 'английский',
  groups: 'Можно записать школьный класс',
  moved: 'Перенесено',
  movedFrom: (was: string) => `Раньше посещение стояло на ${was}.`,
  cancelled: 'Посещение отменено',
  addToCalendar: 'Добавить в календарь',
  print: 'Этот лист помещается на одной странице: его можно распечатать и взять с собой.',
  otherTimes: 'Другие посещения здесь',
  allTimes: 'Все посещения здесь',
  openExternal: 'Записаться на сайте предприятия',
  registration: 'Запись',
  aboutEnterprise: 'О предприятии',
} as const;

export const photoWords: Record<NonNullable<Admission['photo']>, string> = {
  allowed: 'Снимать можно',
  zones: 'Снимать можно в отведённых местах',
  forbidden: 'Снимать нельзя',
};

export const stepFreeWords: Record<NonNullable<Access['stepFree']>, string> = {
  full: 'Весь путь без ступеней',
  partial: 'Часть пути без ступеней',
  none: 'На пути есть ступени',
};

/** «с 14 лет» */
export function fromAge(age: number): string {
  return `с ${plural(age, YEARS)}`;
}

/** Who is let in by age, in words; null when nothing is known. */
export function ageWords(admission: Admission): string | null {
  const { minAge, minAgeUnaccompanied } = admission;
  if (minAge === undefined && minAgeUnaccompanied === undefined) return null;
  // Whether younger ones come in with an adult is not said: nothing is claimed about them.
  if (minAge === undefined) return `без взрослого — ${fromAge(minAgeUnaccompanied ?? 0)}`;
  if (minAge === minAgeUnaccompanied) return fromAge(minAge);
  if (minAgeUnaccompanied === undefined) return minAge === 0 ? 'с любого возраста' : fromAge(minAge);
  const young = minAge === 0 ? 'с любого возраста со взрослым' : `${fromAge(minAge)} со взрослым`;
  return `${fromAge(minAgeUnaccompanied)}, ${young}`;
}

/** «группа до 15 человек», «до 8 команд по 2–6 человек» */
export function capacityWords(
  capacity: number,
  perTeam: { minSize: number; maxSize: number } | null,
): string {
  if (perTeam === null) return `до ${plural(capacity, ['человека', 'человек', 'человек'])}`;
  const teams = `до ${plural(capacity, ['команды', 'команд', 'команд'])}`;
  const { minSize, maxSize } = perTeam;
  const size = minSize === maxSize ? String(minSize) : `${minSize}–${maxSize}`;
  return `${teams} по ${size} человек`;
}
