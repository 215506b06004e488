/** The words of enterprises, industries, formats and okrugs. */
export const ENTERPRISES = ['предприятие', 'предприятия', 'предприятий'] as const;
export const SEASONS = ['сезон', 'сезона', 'сезонов'] as const;
export const VISITS = ['посещение', 'посещения', 'посещений'] as const;
export const EVENTS = ['событие', 'события', 'событий'] as const;
export const DAYS = ['день', 'дня', 'дней'] as const;

/** What an enterprise makes, as it stands away from its own page: a guess is called one there too. */
export function makesWords({
  makes,
  makesConfidence,
}: {
  makes: string;
  makesConfidence?: string | undefined;
}): string {
  return makesConfidence === 'inferred' ? `вероятно, ${makes}` : makes;
}

export const catalogue = {
  enterprises: 'Предприятия',
  enterprisesLead:
    'Заводы, фабрики и музеи при них, которые участвовали в программе. Каталог растёт: в нём те, о ком есть открытые источники.',
  growing: 'Как попасть в каталог',
  growingText:
    'Сообщите организаторам: запись появится, как только будет источник, на который можно сослаться.',
  makes: 'Что делает',
  industry: 'Отрасль',
  industries: 'Отрасли',
  byIndustry: 'По отраслям',
  formats: 'Форматы',
  byFormat: 'По форматам',
  okrug: 'Округ',
  byOkrug: 'По округам',
  okrugScheme: 'Схема округов Москвы',
  okrugSchemeNote: 'Это схема, а не карта: квадраты показывают соседство, а не размер и границы.',
  okrugUnknown: 'округ источники не называют',
  place: 'Где находится',
  district: 'Район',
  address: 'Адрес',
  addressNote: 'Об адресе',
  metro: 'Метро',
  website: 'Сайт',
  founded: 'Основано',
  joined: 'Вошло в программу',
  joinedSince: (when: string) => `с ${when}`,
  zone: 'Площадка',
  legalName: 'Юрлицо',
  alsoKnownAs: 'Другие названия',
  standing: 'Участие',
  inferred:
    'Прямо источники об этом не говорят: занятие предприятия мы поняли по названию или по косвенным сведениям.',
  tookPart: 'Участие в сезонах',
  tookPartNone: 'Сезоны, в которых участвовало предприятие, источники не называют.',
  openNow: 'Ближайшие посещения',
  noSessions: 'Сейчас посещений нет',
  noSessionsText: 'Если предприятие войдёт в расписание нового сезона, дни и запись появятся здесь.',
  admission: 'Кого пускают и что взять',
  neighbours: 'Ещё из этой отрасли',
  events: 'События с участием предприятия',
  news: 'Новости',
  allEnterprises: 'Все предприятия',
  online: 'Видеотуры',
  nothingHere: 'Пока никого',
  nothingHereText: 'В этой части каталога ещё нет записей. Посмотрите весь каталог.',
} as const;
