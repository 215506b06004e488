/**
 * Building blocks of the front matter: days, clock times, links, ids.
 * Plain zod: nothing here knows Astro, so that scripts and the editors' check share it.
 */
import { z } from 'zod';

/** Ids are file or folder names: Latin lower case, digits, single hyphens, at most 60 characters. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const ID_MAX_LENGTH = 60;

export const id = z
  .string()
  .max(ID_MAX_LENGTH)
  .regex(ID_PATTERN, 'латинские строчные буквы, цифры и дефисы, не длиннее 60 знаков');

/**
 * YAML turns an unquoted `2026-05-31` into a Date at midnight UTC. Such a value is exact and is turned
 * back into its day; a Date with a time of day (an unquoted date-time) is left as it is and refused.
 */
function dayFromYaml(value: unknown): unknown {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return value;
  const text = value.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : value;
}

/** A calendar day of the Gregorian calendar as `YYYY-MM-DD`; 2026-02-30 is refused. */
export const day = z.preprocess(dayFromYaml, z.iso.date('день в виде 2026-09-03'));

const PARTIAL_DAY = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/;

/** YAML reads an unquoted year as a number. */
function partialDayFromYaml(value: unknown): unknown {
  if (typeof value === 'number' && Number.isInteger(value)) return String(value);
  return dayFromYaml(value);
}

/** As exact as the source: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const partialDay = z.preprocess(
  partialDayFromYaml,
  z.union([z.string().regex(PARTIAL_DAY), z.iso.date()], 'год, месяц или день: 2025, 2025-09 или 2025-09-03'),
);

/** A clock time of Moscow, `HH:MM`, 00:00 to 23:59. */
export const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'время в кавычках в виде "10:30"');

const KNOWN = {
  text: (value: unknown) => typeof value === 'string',
  number: (value: unknown) => typeof value === 'number',
  day: (value: unknown) => typeof value === 'string' && /^\d{4}(?:-\d{2}){0,2}$/.test(value),
};

/**
 * For rules about several fields: zod skips them as soon as any field of the object is wrong, and an editor
 * would meet the second fault only after mending the first. With this, a rule runs whenever the fields it
 * speaks of are of their kind, whatever else is wrong.
 */
export function whenKnown(kind: keyof typeof KNOWN, ...keys: string[]) {
  return {
    when: ({ value }: { value: unknown }): boolean =>
      typeof value === 'object' &&
      value !== null &&
      keys.every((key) => KNOWN[kind](Reflect.get(value, key))),
  };
}

/** One line of text without line breaks. */
export function line(max: number) {
  return z
    .string()
    .trim()
    .min(1, 'непустой текст')
    .max(max, `не длиннее ${String(max)} знаков`)
    .regex(/^[^\n\r]*$/, 'текст в одну строку');
}

/** As zod's own pattern of a domain, and with it the top-level domains in punycode: .рф is .xn--p1ai. */
const DOMAIN =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])$/i;

/** http and https only: `javascript:` and `data:` are refused. `z.httpUrl()` would refuse every .рф site. */
export const webAddress = z.url({
  protocol: /^https?$/,
  hostname: DOMAIN,
  error: 'адрес, который начинается с https:// (или http://)',
});

/** Where a fact is from. A source without a link is cited by its title. */
export const source = z
  .strictObject({
    title: line(300).describe(
      'Заголовок публикации или её описание. Пример: «Сезон экскурсий стартует 4 сентября»',
    ),
    url: webAddress.optional().describe('Ссылка на публикацию. Пример: https://example.ru/news/1'),
    publisher: line(120)
      .optional()
      .describe('Издание или сайт, если заголовок неизвестен. Пример: РИА Новости'),
    date: partialDay.optional().describe('Дата публикации, насколько она известна. Пример: 2025-12-05'),
    dateInferred: z
      .boolean()
      .optional()
      .describe('true, если дата не указана в публикации, а выведена из её содержания. Пример: true'),
  })
  .describe('Источник сведений');

/** A published figure is never shown without the day it was true and the place it was published. */
export const figure = z
  .strictObject({
    value: line(60).describe('Число словами публикации, с «более», «около». Пример: более 150'),
    label: line(160).describe('Что сосчитано. Пример: экскурсий'),
    date: partialDay
      .optional()
      .describe('На какую дату, если отличается от даты источника. Пример: 2025-12-05'),
    source: z
      .number()
      .int()
      .min(1)
      .optional()
      .describe('Номер источника из списка sources этой записи, считая с 1. Пример: 1'),
  })
  .describe('Опубликованное число');

export const MAX_SOURCES = 40;

export const sources = z.array(source).max(MAX_SOURCES).describe('Откуда сведения: список публикаций');

/** Who is let in. Missing fields mean «not known», never «no limits». */
export const admission = z
  .strictObject({
    minAge: z
      .number()
      .int()
      .min(0)
      .max(21)
      .optional()
      .describe('С какого возраста пускают со взрослым или вообще. Пример: 12'),
    minAgeUnaccompanied: z
      .number()
      .int()
      .min(0)
      .max(21)
      .optional()
      .describe('С какого возраста пускают без взрослого. Пример: 14'),
    documents: line(300)
      .optional()
      .describe('Какие документы взять. Пример: паспорт или свидетельство о рождении'),
    passNeeded: z.boolean().optional().describe('Нужен ли пропуск, который заказывают заранее. Пример: true'),
    dress: line(300).optional().describe('Как одеться. Пример: закрытая обувь без каблука'),
    photo: z
      .enum(['allowed', 'zones', 'forbidden'])
      .optional()
      .describe(
        'Можно ли снимать: allowed — да, zones — в отведённых местах, forbidden — нет. Пример: zones',
      ),
    health: line(300).optional().describe('Ограничения по здоровью. Пример: в цехе громко и много лестниц'),
    provided: line(300).optional().describe('Что выдадут на месте. Пример: халат, шапочка, бахилы'),
  })
  .refine(
    (a) => a.minAge === undefined || a.minAgeUnaccompanied === undefined || a.minAge <= a.minAgeUnaccompanied,
    {
      path: ['minAgeUnaccompanied'],
      message: 'не меньше, чем minAge: без взрослого пускают не раньше, чем со взрослым',
      ...whenKnown('number', 'minAge', 'minAgeUnaccompanied'),
    },
  )
  .describe('Кого пускают и что взять. Чего не знаете — не пишите');

export const access = z
  .strictObject({
    stepFree: z
      .enum(['full', 'partial', 'none'])
      .optional()
      .describe('Путь без ступеней: full — весь, partial — часть, none — нет. Пример: partial'),
    notes: line(400)
      .optional()
      .describe('Подробности для тех, кому это важно. Пример: лифт со второго этажа'),
  })
  .describe('Доступность площадки');

export const meetingPoint = z
  .strictObject({
    address: line(200).optional().describe('Адрес места сбора. Пример: улица Примерная, 1, стр. 2'),
    entrance: line(200).optional().describe('Вход или проходная. Пример: проходная № 2, со двора'),
    metro: line(100).optional().describe('Ближайшая станция. Пример: Авиамоторная'),
    minutesWalk: z
      .number()
      .int()
      .min(1)
      .max(120)
      .optional()
      .describe('Сколько минут пешком от станции. Пример: 12'),
  })
  .describe('Где встречаемся, если не по адресу предприятия');

export const draft = z.boolean().optional().describe('true — запись не публикуется. Пример: true');
export const updated = day.optional().describe('Когда запись последний раз проверили. Пример: 2026-11-20');
