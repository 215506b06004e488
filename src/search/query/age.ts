/** «Куда с ребёнком 7 лет»: the age in a question, taken out of it before the words are looked up. */

const NUMERALS = [
  '',
  'год',
  'два',
  'три',
  'четыре',
  'пять',
  'шесть',
  'семь',
  'восемь',
  'девять',
  'десять',
  'одиннадцать',
  'двенадцать',
  'тринадцать',
  'четырнадцать',
  'пятнадцать',
  'шестнадцать',
  'семнадцать',
];

/** семилетний, трёхлетняя */
const OF_YEARS = [
  '',
  'одно',
  'двух',
  'трех',
  'четырех',
  ...NUMERALS.slice(5).map((word) => word.replace(/восемь$/, 'восьми').replace(/ь$/, 'и')),
];

const CHILD = '(?:реб[её]н|дет[яеиьс]|сын|доч|внук|внуч|школьник|мальчик|девоч|малыш|подрост)';
const NUMBER = `(\\d{1,2}|${NUMERALS.slice(2).join('|')})`;

const AGE_FORMS: readonly RegExp[] = [
  new RegExp(`(?:^| )${NUMBER}[- ]?(?:ти|и|ми)?[- ]?(?:лет|года|год|годик|годика|годиков|г)(?:$| )`),
  new RegExp(`(?:^| )${NUMBER}[- ]?(?:ти|и|ми)?[- ]?летн[а-я]*`),
  new RegExp(`(?:^| )(${OF_YEARS.slice(1).join('|')})летн[а-я]*`),
  /(?:^| )(\d{1,2}) ?\+/,
  new RegExp(`(?:^| )${CHILD}[а-я]* ${NUMBER}(?:$| )`),
];
const SCHOOL_CLASS = /(?:^| )(\d{1,2})[- ]?(?:[а-я] ?)?(?:й |го |му )?класс[а-я]*/;
const CHILD_WORD = new RegExp(`(?:^| )(?:с |для |со )?${CHILD}[а-я]*`, 'g');

/** Adults are admitted everywhere: from this age on the question is no question of age. */
const ADULT = 18;
/** Children enter the first form at seven at the latest: the n-th form is about n + 6 years. */
const AGE_BEFORE_SCHOOL = 6;
const LAST_CLASS = 11;

export interface AgeQuestion {
  /** Full years, 1 to 17. */
  readonly age: number;
  /** The query without the words about the child. */
  readonly rest: string;
}

/** The age asked for in a folded query, or null when there is none. */
export function ageQuestion(query: string): AgeQuestion | null {
  for (const form of AGE_FORMS) {
    const found = form.exec(query);
    if (found === null) continue;
    const age = numberOf(found[1] ?? '');
    if (age >= 1 && age < ADULT) return { age, rest: without(query, found[0]) };
  }
  const found = SCHOOL_CLASS.exec(query);
  const school = found === null ? 0 : Number(found[1]);
  if (found === null || school < 1 || school > LAST_CLASS) return null;
  return { age: school + AGE_BEFORE_SCHOOL, rest: without(query, found[0]) };
}

function numberOf(text: string): number {
  return /^\d/.test(text) ? Number(text) : Math.max(NUMERALS.indexOf(text), OF_YEARS.indexOf(text));
}

function without(query: string, part: string): string {
  return query.replace(part, ' ').replace(CHILD_WORD, ' ').trim();
}
