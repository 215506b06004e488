/** One entry per enterprise: content/enterprises/<id>.md|.mdx or content/enterprises/<id>/index.md|.mdx. */
import { z } from 'zod';
import { access, admission, draft, id, line, partialDay, sources, updated, webAddress } from './fields.ts';

export const STANDINGS = ['active', 'formerly', 'online-only'] as const;

/** Moscow with its new districts and Zelenograd, generously. */
export const coordinates = z
  .strictObject({
    lat: z.number().min(54.9).max(56.3).describe('Широта. Пример: 55.7817'),
    lon: z.number().min(36.5).max(38.5).describe('Долгота. Пример: 37.5939'),
  })
  .describe('Координаты места посещения');

export const cover = z
  .strictObject({
    image: line(200).describe('Имя файла рядом с записью. Пример: ./ceh.jpg'),
    alt: line(300).describe('Что на снимке, для тех, кто его не видит. Пример: Сборка лифтовой лебёдки'),
    credit: line(200).describe('Автор или правообладатель. Пример: Фото: пресс-служба завода'),
  })
  .describe('Фотография вместо рисунка');

export const enterprise = z.strictObject({
  name: line(180).describe('Полное название. Пример: Щербинский лифтостроительный завод'),
  shortName: line(60).optional().describe('Короткое название. Пример: ЩЛЗ'),
  legalName: line(200).optional().describe('Юридическое название. Пример: АО «Завод»'),
  alsoKnownAs: z
    .array(line(120))
    .max(20)
    .optional()
    .describe('Другие названия, по которым ищут. Пример: ["завод «Рено»"]'),
  formerly: z
    .array(id)
    .max(20)
    .optional()
    .describe('Прежние имена файла, первое — самое старое: с них будет переадресация. Пример: ["old-name"]'),
  makes: line(240).describe(
    'Что выпускает, одной строкой, со строчной буквы. Пример: пассажирские и грузовые лифты',
  ),
  makesConfidence: z
    .enum(['stated', 'inferred'])
    .optional()
    .describe('inferred — источник не говорит прямо, понято по названию. Пример: inferred'),
  industry: id.describe('Отрасль из vocabulary/industries.yaml. Пример: food'),
  okrug: id.optional().describe('Округ из vocabulary/okrugs.yaml. Пример: uvao'),
  district: line(80).optional().describe('Район или поселение. Пример: Печатники'),
  address: line(200).optional().describe('Адрес, куда приходят посетители. Пример: улица Бирюсинка, 6'),
  addressNote: line(240).optional().describe('Что не так с адресом. Пример: по сообщению 2011 года'),
  coordinates: coordinates.optional(),
  metro: line(100).optional().describe('Ближайшая станция. Пример: Текстильщики'),
  website: webAddress.optional().describe('Сайт предприятия. Пример: https://example.ru/'),
  founded: partialDay.optional().describe('Год основания. Пример: 1895'),
  joined: partialDay.optional().describe('Когда вошло в программу: год, месяц или день. Пример: 2023-10'),
  zone: line(160)
    .optional()
    .describe('Особая экономическая зона или кластер. Пример: ОЭЗ «Технополис Москва»'),
  formats: z.array(id).min(1).max(20).describe('Форматы из vocabulary/formats.yaml. Пример: [excursion]'),
  admission: admission.optional(),
  access: access.optional(),
  standing: z
    .enum(STANDINGS)
    .describe(
      'active — принимает, formerly — участвовало раньше, online-only — только видеотур. Пример: active',
    ),
  standingNote: line(300).optional().describe('Пояснение к standing. Пример: участвовал в 2019–2020 годах'),
  sources: sources.min(1),
  cover: cover.optional(),
  demo: z
    .boolean()
    .optional()
    .describe('true — вымышленное предприятие для проверки. Редактору не нужно. Пример: true'),
  updated,
  draft,
});

export type EnterpriseEntry = z.output<typeof enterprise>;
