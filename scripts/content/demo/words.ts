import type { Random } from './random.ts';

type Gender = 'm' | 'f' | 'n';
type Kind = { readonly word: string; readonly gender: Gender };

const ADJECTIVE: Readonly<Record<Gender, string>> = {
  m: 'Демонстрационный',
  f: 'Демонстрационная',
  n: 'Демонстрационное',
};

const KINDS: readonly Kind[] = [
  { word: 'завод', gender: 'm' },
  { word: 'фабрика', gender: 'f' },
  { word: 'комбинат', gender: 'm' },
  { word: 'мастерская', gender: 'f' },
  { word: 'предприятие', gender: 'n' },
  { word: 'лаборатория', gender: 'f' },
];

/** What is made, in the genitive, by the industry's id. */
const PRODUCTS: Readonly<Record<string, readonly string[]>> = {
  food: ['мороженого', 'шоколада', 'хлеба', 'сыра', 'лимонада', 'пряников'],
  'metal-machinery': ['лифтов', 'кабелей', 'насосов', 'станков', 'крепежа'],
  aerospace: ['самолётных кресел', 'планеров', 'ракетных моделей'],
  electronics: ['микросхем', 'датчиков', 'лазеров', 'приборов связи'],
  'transport-auto': ['электробусов', 'тормозов', 'трамваев', 'светофоров'],
  'chemistry-composites': ['красок', 'косметики', 'композитов', 'пластика'],
  'pharma-medical': ['очковых линз', 'лекарств', 'медицинских приборов'],
  'textile-fashion': ['обуви', 'джинсов', 'шарфов', 'спортивной одежды'],
  energy: ['аккумуляторов', 'турбин', 'накопителей энергии'],
  'construction-materials': ['кирпича', 'вентиляции', 'модульных домов'],
  'recycling-ecology': ['вторичного пластика', 'вторичного металла'],
  'jewellery-craft': ['ёлочных игрушек', 'украшений', 'часов'],
  'printing-media': ['книг', 'открыток', 'плакатов'],
  other: ['мебели', 'настольных игр', 'учебных наборов'],
};

export type FictionalName = { readonly name: string; readonly product: string; readonly kind: string };

/** A name that nobody can take for a real plant; the number keeps it unique. */
export function fictionalName(industry: string, number: number, random: Random): FictionalName {
  const kind = random.pick(KINDS);
  const product = random.pick(PRODUCTS[industry] ?? ['изделий']);
  return {
    name: `${ADJECTIVE[kind.gender]} ${kind.word} ${product} № ${String(number)}`,
    product,
    kind: kind.word,
  };
}

export const STATIONS = ['Вымышленная', 'Примерная', 'Проверочная', 'Пробная'] as const;
export const DISTRICTS = ['Вымышленный район', 'Примерный район', 'Пробное поселение'] as const;
export const ENTRANCES = [
  'проходная № 1, с улицы',
  'проходная № 2, со двора',
  'главный вход, второй этаж',
  'ворота 4, домик охраны слева',
] as const;
export const CANCELLED_BECAUSE = ['ремонт линии', 'плановая остановка цеха', 'нет ведущего'] as const;
export const MOVED_BECAUSE = ['по просьбе предприятия', 'из-за учений', 'из-за ремонта проходной'] as const;

/** An address in a street that does not exist. */
export function fictionalAddress(number: number): string {
  return `Вымышленная улица, ${String(number)}`;
}
