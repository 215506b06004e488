/** Titles and descriptions for search engines and for links that people share. */
import { plural } from '../plural.ts';

const ENTERPRISES = ['предприятие', 'предприятия', 'предприятий'] as const;
const VISITS = ['посещение', 'посещения', 'посещений'] as const;

/** How many of a season's participants are in the catalogue; usually more took part. Empty when none is. */
export function inCatalogue(count: number): string {
  return count > 0 ? `В каталоге ${plural(count, ['участник', 'участника', 'участников'])}` : '';
}

export const headWords = {
  home: {
    crumb: 'Главная',
    title: 'Открой#Моспром — экскурсии на предприятия Москвы',
    description:
      'Промышленный туризм Москвы: расписание экскурсий на заводы и фабрики, кого пускают, что взять с собой и как записаться.',
  },
  enterprises: {
    title: 'Предприятия Москвы, открытые для посещения',
    description: (count: number) =>
      `Каталог программы «Открой#Моспром»: ${plural(count, ENTERPRISES)}, что выпускают, где находятся и какие бывают посещения.`,
  },
  enterprise: {
    title: (name: string) => `${name}: экскурсии и посещения`,
    titleFormerly: (name: string) => `${name} в программе «Открой#Моспром»`,
    makes: (name: string, makes: string) => `${name}: ${makes}`,
    place: (place: string) => `Где: ${place}`,
    planned: (count: number) => `В расписании ${plural(count, VISITS)}`,
  },
  industry: {
    title: (title: string) => `${title}: предприятия Москвы для посещения`,
    description: (title: string, count: number, about: string) =>
      `${title} в программе «Открой#Моспром»: ${plural(count, ENTERPRISES)}.${about}`,
  },
  format: {
    title: (plural: string) => `${plural} на предприятиях Москвы`,
    description: (title: string, count: number, about: string) =>
      `${title} в программе «Открой#Моспром»${count > 0 ? `: ${plural(count, ENTERPRISES)}` : ''}.${about}`,
  },
  okrug: {
    title: (short: string) => `Предприятия ${short}, открытые для посещения`,
    description: (title: string, count: number) =>
      `${title} Москвы: ${plural(count, ENTERPRISES)} в программе «Открой#Моспром».`,
  },
  seasons: {
    title: 'Сезоны программы «Открой#Моспром»',
    description: (count: number) =>
      `Расписание нынешних посещений и архив: ${plural(count, ['сезон', 'сезона', 'сезонов'])} экскурсий на предприятия Москвы.`,
  },
  season: {
    title: (title: string, period: string) => `${title}: ${period}`,
    description: (title: string, period: string, counts: string) =>
      `${title}, ${period}. ${counts}Посещения предприятий Москвы в программе «Открой#Моспром».`,
    counts: (enterprises: number, visits: number) =>
      visits > 0
        ? `${plural(enterprises, ENTERPRISES)}, ${plural(visits, VISITS)}`
        : inCatalogue(enterprises),
  },
  programme: {
    title: (enterprise: string, season: string) => `${enterprise} — ${season}`,
    description: (enterprise: string, season: string, makes: string, visits: number) =>
      `${enterprise} (${makes}) в программе «Открой#Моспром»: ${season}.${visits > 0 ? ` В расписании ${plural(visits, VISITS)}.` : ''}`,
  },
  session: {
    title: (title: string, enterprise: string, when: string) => `${title}: ${enterprise}, ${when}`,
    when: (day: string, time: string) => `${day} в\u00A0${time}`,
    group: (suffix: string) => `группа ${suffix.toUpperCase()}`,
    cancelled: 'Отменено',
    moved: 'Перенесено',
    free: 'Бесплатно',
    age: (age: string) => `Пускают с ${age}`,
  },
  events: {
    title: 'События: квизы, выставки, хакатоны',
    description: (count: number) =>
      `Не только экскурсии: ${plural(count, ['событие', 'события', 'событий'])} программы «Открой#Моспром» с датами и источниками.`,
  },
  event: {
    description: (title: string, format: string, when: string, where: string) =>
      `${title}. ${format}${when === '' ? '' : `, ${when}`}${where === '' ? '' : `, ${where}`}. Программа «Открой#Моспром».`,
    online: 'в сети',
  },
  newsList: {
    title: 'Новости программы',
    description: 'Что нового в программе «Открой#Моспром»: начало записи, новые предприятия, итоги сезонов.',
  },
  consent: {
    title: (title: string, version: string) => `${title}, редакция ${version}`,
    description: (purpose: string, day: string, version: string) =>
      `Текст согласия (редакция ${version}), действует с ${day}. Цель: ${purpose}.`,
  },
  feeds: {
    news: 'Новости «Открой#Моспром»',
    enterprises: 'Новые предприятия «Открой#Моспром»',
    changes: 'Что изменилось в программе «Открой#Моспром»',
    calendar: 'Календарь «Открой#Моспром»',
  },
} as const;
