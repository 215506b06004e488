/** The described shape of `dist/data/site.json`; `dist/data/schema.json` is made from it. */
import { z } from 'zod';
import { REGISTRATION_MODES, SESSION_STATUSES } from '../schema/programme.ts';
import { STANDINGS } from '../schema/enterprise.ts';

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const path = z.string().regex(/^\/(?:[a-z0-9-]+\/)*$/);
const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+03:00$/)
  .describe('Момент по московскому времени, ISO 8601 с +03:00');
const partialDay = z.string().regex(/^\d{4}(?:-\d{2}){0,2}$/);
const stable = 'Постоянное поле';

const enterprise = z.strictObject({
  id: id.describe(`Постоянное имя предприятия. ${stable}`),
  url: path.describe(`Путь страницы на сайте. ${stable}`),
  name: z.string().describe(`Полное название. ${stable}`),
  shortName: z.string().nullable().describe('Короткое название'),
  legalName: z.string().nullable().describe('Юридическое название'),
  makes: z.string().describe('Что выпускает'),
  industry: id.describe('Отрасль: /industries/<имя>/'),
  formats: z.array(id).describe('Форматы посещений: /formats/<имя>/'),
  okrug: id.nullable().describe('Административный округ: /okrugs/<имя>/'),
  district: z.string().nullable().describe('Район или поселение'),
  address: z.string().nullable().describe('Адрес; null — неизвестен'),
  coordinates: z
    .strictObject({ lat: z.number(), lon: z.number() })
    .nullable()
    .describe('Широта и долгота, WGS 84'),
  metro: z.string().nullable().describe('Ближайшая станция'),
  website: z.string().nullable().describe('Сайт предприятия'),
  founded: partialDay.nullable().describe('Когда основано, насколько известно'),
  joined: partialDay.nullable().describe('Когда вошло в программу, насколько известно'),
  zone: z.string().nullable().describe('Особая экономическая зона или кластер'),
  standing: z
    .enum(STANDINGS)
    .describe('active — принимает, formerly — участвовало раньше, online-only — только видеотур'),
  stepFree: z
    .enum(['full', 'partial', 'none'])
    .nullable()
    .describe('Путь без ступеней: весь, часть, нет; null — неизвестно'),
  seasons: z.array(id).describe('Сезоны, в которых участвует'),
  sources: z
    .array(
      z.strictObject({
        title: z.string(),
        url: z.string().nullable(),
        date: partialDay.nullable(),
      }),
    )
    .describe('Откуда сведения'),
  updated: z.string().nullable().describe('Когда запись последний раз проверили'),
  demo: z.boolean().describe('true — вымышленная запись для показа'),
});

const season = z.strictObject({
  id: id.describe(`Постоянное имя сезона. ${stable}`),
  url: path.describe(`Путь страницы на сайте. ${stable}`),
  title: z.string().describe(`Название. ${stable}`),
  umbrella: z.string().nullable().describe('Городской проект, в рамках которого идёт сезон'),
  start: partialDay.describe('Начало, насколько известно'),
  end: partialDay.nullable().describe('Конец, насколько известен'),
  registrationOpensAt: instant.nullable().describe('Когда открывается запись'),
  registrationClosesDaysBefore: z.number().int().describe('До какого дня перед посещением принимают заявки'),
  enterprises: z.array(id).describe('Участники'),
  figures: z
    .array(z.strictObject({ value: z.string(), label: z.string() }))
    .describe('Опубликованные числа; складывать их нельзя'),
  demo: z.boolean().describe('true — вымышленный сезон для показа'),
});

const session = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+\/\d{4}-\d{2}-\d{2}-\d{4}(?:-[a-z0-9-]+)?$/)
    .describe(`Постоянное имя посещения: <сезон>/<предприятие>/<день>-<время>. ${stable}`),
  url: path.describe(`Путь страницы на сайте. ${stable}`),
  enterprise: id.describe(`Предприятие. ${stable}`),
  season: id.describe(`Сезон. ${stable}`),
  title: z.string().describe('Название посещения'),
  format: id.describe(`Формат. ${stable}`),
  startsAt: instant.describe(`Начало. ${stable}`),
  endsAt: instant.describe(`Конец. ${stable}`),
  registrationOpensAt: instant
    .nullable()
    .describe(`Открытие записи; null — без отдельного открытия. ${stable}`),
  registrationClosesAt: instant
    .nullable()
    .describe(`С этого момента заявки не принимают; null — запись здесь не ведётся. ${stable}`),
  capacity: z.number().int().min(1).describe(`Сколько мест, для командных форматов — команд. ${stable}`),
  registration: z
    .enum(REGISTRATION_MODES)
    .describe(`form — запись на сайте, link — по ссылке, none — не нужна. ${stable}`),
  registrationUrl: z.string().nullable().describe('Страница записи при registration: link'),
  status: z
    .enum(SESSION_STATUSES)
    .describe(`scheduled — состоится, cancelled — отменено, moved — перенесено. ${stable}`),
  movedFrom: instant.nullable().describe('Прежнее начало, если посещение перенесено'),
  minAge: z.number().int().nullable().describe(`С какого возраста пускают; null — неизвестно. ${stable}`),
  minAgeUnaccompanied: z.number().int().nullable().describe('С какого возраста пускают без взрослого'),
  perTeam: z
    .strictObject({ minSize: z.number().int(), maxSize: z.number().int() })
    .nullable()
    .describe('Размер команды, если запись командами'),
  groups: z.boolean().describe('true — можно записать школьный класс'),
  online: z.boolean().describe('true — проходит в сети'),
  language: z.enum(['ru', 'en']).describe('Язык'),
  demo: z.boolean().describe('true — вымышленное посещение для показа'),
});

const event = z.strictObject({
  id: id.describe(`Постоянное имя события. ${stable}`),
  url: path.describe(`Путь страницы на сайте. ${stable}`),
  title: z.string().describe('Название'),
  format: id.describe('Формат'),
  start: partialDay.nullable().describe('Начало, насколько известно'),
  end: partialDay.nullable().describe('Конец, насколько известен'),
  venue: z.string().nullable().describe('Место'),
  online: z.boolean().nullable().describe('true — проходит в сети; null — неизвестно'),
  enterprises: z.array(id).describe('Предприятия-участники'),
});

export const siteDataSchema = z
  .strictObject({
    generatedAt: instant.describe('Когда собраны данные'),
    enterprises: z.array(enterprise).describe('Предприятия'),
    seasons: z.array(season).describe('Сезоны'),
    sessions: z.array(session).describe('Посещения по порядку начала'),
    events: z.array(event).describe('События: квизы, выставки, хакатоны'),
  })
  .describe('Открытые данные «Открой#Моспром»: содержание файла site.json');

/** The schema as JSON Schema (draft 2020-12), for programs outside this site. */
export function siteDataJsonSchema(): unknown {
  return z.toJSONSchema(siteDataSchema);
}
