import type { z } from 'zod';
import type { enterprise } from '../../../src/schema/enterprise.ts';
import type { ContentFile } from '../entry/entry-text.ts';
import { entryText } from '../entry/entry-text.ts';
import { idFromName } from '../naming/transliterate.ts';
import type { Random } from './random.ts';
import { randomFrom } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';
import { DISTRICTS, fictionalAddress, fictionalName, STATIONS } from './words.ts';

type Entry = z.input<typeof enterprise>;

export type DemoEnterprise = {
  readonly id: string;
  readonly formats: readonly string[];
  readonly name: string;
};

export const FICTION = 'Это вымышленная запись для проверки сайта: такого предприятия нет.';
export const FICTION_SOURCE = 'Вымышленная запись для проверки сайта';

/** Formats of the first, second … enterprise: every format of the vocabulary turns up in turn. */
function formatsOf(index: number, vocabulary: Vocabulary, random: Random): string[] {
  const { formats } = vocabulary;
  const first = formats[0];
  const turn = formats[index % formats.length];
  const chosen = new Set([first?.id, turn?.id].filter((id) => id !== undefined));
  for (const format of formats) if (random.chance(0.12)) chosen.add(format.id);
  return [...chosen];
}

/** Who is let in: from nothing known to everything known. */
function admissionOf(random: Random): Entry['admission'] {
  if (random.chance(0.15)) return undefined;
  const minAge = random.pick([undefined, 0, 6, 7, 10, 12, 14, 16, 18]);
  return {
    ...(minAge === undefined ? {} : { minAge }),
    ...(minAge !== undefined && minAge < 14 && random.chance(0.6) ? { minAgeUnaccompanied: 14 } : {}),
    ...(random.chance(0.6) ? { documents: 'паспорт или свидетельство о рождении' } : {}),
    ...(random.chance(0.3) ? { passNeeded: true } : {}),
    ...(random.chance(0.6) ? { dress: 'закрытая обувь без каблука, длинные брюки' } : {}),
    ...(random.chance(0.7) ? { photo: random.pick(['allowed', 'zones', 'forbidden'] as const) } : {}),
    ...(random.chance(0.3) ? { health: 'в цехе громко и много лестниц' } : {}),
    ...(random.chance(0.5) ? { provided: 'халат, шапочка, бахилы' } : {}),
  };
}

function placeOf(index: number, number: number, vocabulary: Vocabulary, random: Random): Partial<Entry> {
  // Every tenth place is unknown, as in the real catalogue.
  const okrug = index % 10 === 9 ? undefined : vocabulary.okrugs[index % vocabulary.okrugs.length];
  return {
    ...(okrug === undefined ? {} : { okrug: okrug.id }),
    ...(random.chance(0.5) ? { district: random.pick(DISTRICTS) } : {}),
    ...(random.chance(0.85) ? { address: fictionalAddress(number) } : {}),
    ...(random.chance(0.7) ? { metro: random.pick(STATIONS) } : {}),
  };
}

/** The enterprise of a place in the row, counted from 0; the same place always gives the same enterprise. */
export function demoEnterprise(
  index: number,
  vocabulary: Vocabulary,
): DemoEnterprise & { readonly file: ContentFile } {
  const number = index + 1;
  const random = randomFrom(`enterprise ${String(number)}`);
  const industry = vocabulary.industries[index % vocabulary.industries.length];
  if (industry === undefined) throw new RangeError('the vocabulary has no industries');
  const { name, product, kind } = fictionalName(industry.id, number, random);
  const id = idFromName(`demo ${kind} ${product} ${String(number)}`);
  const formats = formatsOf(index, vocabulary, random);
  const standing = random.pick(['active', 'active', 'active', 'active', 'formerly', 'online-only'] as const);
  const admission = admissionOf(random);
  const entry: Entry = {
    name,
    ...(random.chance(0.2) ? { shortName: `Демо-${String(number)}` } : {}),
    makes: `производство ${product} — вымысел для проверки`,
    industry: industry.id,
    ...placeOf(index, number, vocabulary, random),
    ...(random.chance(0.4) ? { website: `https://demo-${String(number)}.example/` } : {}),
    ...(random.chance(0.3) ? { founded: String(random.between(1880, 2015)) } : {}),
    ...(random.chance(0.7)
      ? { joined: `${String(random.between(2019, 2025))}-0${String(random.between(1, 9))}` }
      : {}),
    formats,
    ...(admission === undefined ? {} : { admission }),
    ...(random.chance(0.5)
      ? { access: { stepFree: random.pick(['full', 'partial', 'none'] as const) } }
      : {}),
    standing,
    ...(standing === 'formerly' ? { standingNote: 'вымышленное предприятие, участвовало раньше' } : {}),
    sources: [{ title: FICTION_SOURCE }],
    demo: true,
  };
  const body = [FICTION, ...bodyOf(random, product)].join('\n\n');
  return { id, name, formats, file: { path: `enterprises/${id}.md`, text: entryText(entry, body) } };
}

function bodyOf(random: Random, product: string): string[] {
  const paragraphs = [
    `Гостям показывают, как появляется партия ${product}: от сырья на складе до готовой коробки у ворот.`,
    'Маршрут занимает около часа и проходит через два участка. Ведущий отвечает на вопросы по дороге.',
    '## Что увидите\n\n- склад сырья;\n- главный участок;\n- стол контроля качества.',
  ];
  return paragraphs.slice(0, random.between(1, paragraphs.length));
}
