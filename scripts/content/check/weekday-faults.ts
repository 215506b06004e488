/** A day of the week written beside a date must be that date's. */
import { isDay, weekdayOf } from '../../../src/time/moscow.ts';
import { weekday } from '../../../src/i18n/ru/dates.ts';
import type { Entry } from '../read/entry.ts';
import { shorten } from '../read/yaml.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';
import { partialDayField } from './known-values.ts';
import type { Tree } from './tree.ts';

const WEEKDAYS =
  'понедельник[аеу]?|пн|вторник[аеу]?|вт|сред[аеуы]|ср|четверг[аеу]?|чт|пятниц[аеуы]|пт|суббот[аеуы]|сб|воскресень[еюя]|вс';
const MONTHS = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'ма',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
];
const STEMS = ['пн|понед', 'вт', 'ср', 'чт|четв', 'пт|пятн', 'сб|субб', 'вс|воск'];
const DATE = `(\\d{1,2})\\s+(${MONTHS.map((stem) => `${stem}[аяе]`).join('|')})(?:\\s+(\\d{4}))?(?:\\s+г(?:ода|\\.))?`;
const GAP = '[\\s,(—–-]{1,4}';
const EDGE = '(?![а-яё])';

const ISO_COMMENT = new RegExp(`(\\d{4}-\\d{2}-\\d{2})["']?\\s*(?:#|${GAP})\\s*(${WEEKDAYS})${EDGE}`, 'giu');
const DATE_FIRST = new RegExp(`(?<!\\d)${DATE}${GAP}(${WEEKDAYS})${EDGE}`, 'giu');
const DAY_FIRST = new RegExp(`(?<![а-яё])(${WEEKDAYS})${GAP}${DATE}(?![\\dа-яё])`, 'giu');

/** Contradictions anywhere in the entry's text, comments of fields included. */
export function weekdayFaults(tree: Tree, entry: Entry): Fault[] {
  const { text } = entry.decoded;
  if (!/(?:понед|вторн|сред|четв|пятн|субб|воскр|[^а-яё](?:пн|вт|ср|чт|пт|сб|вс)[^а-яё])/i.test(text))
    return [];
  const year = yearOf(tree, entry);
  return text.split(/\r\n|\n|\r/).flatMap((line, index) =>
    contradictions(line, year).map(({ written, day }) =>
      fault('weekday-wrong', {
        path: entry.path,
        line: index + 1,
        about: 'дата',
        problem: 'день недели не совпадает с датой',
        written: shorten(written),
        wanted: `${weekday(day)} или другая дата`,
      }),
    ),
  );
}

function contradictions(line: string, year: string | undefined): { written: string; day: string }[] {
  const found: { written: string; day: string; name: string }[] = [];
  for (const match of line.matchAll(ISO_COMMENT)) {
    found.push({ written: match[0], day: match[1] ?? '', name: match[2] ?? '' });
  }
  for (const match of line.matchAll(DATE_FIRST)) {
    const [written, date = '', month = '', own, name = ''] = match;
    found.push({ written, day: dayText(date, month, own ?? year), name });
  }
  for (const match of line.matchAll(DAY_FIRST)) {
    const [written, name = '', date = '', month = '', own] = match;
    found.push({ written, day: dayText(date, month, own ?? year), name });
  }
  return found.filter(({ day, name }) => isDay(day) && weekdayOf(day) !== numberOf(name));
}

function dayText(date: string, month: string, year: string | undefined): string {
  const number = MONTHS.findIndex((stem) => new RegExp(`^${stem}[аяе]$`, 'iu').test(month)) + 1;
  return `${year ?? ''}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** 1 Monday to 7 Sunday. */
function numberOf(name: string): number {
  return STEMS.findIndex((stem) => new RegExp(`^(?:${stem})`, 'iu').test(name)) + 1;
}

/** The year a date without one must mean: the season's or the news', when it lies in one year. */
function yearOf(tree: Tree, entry: Entry): string | undefined {
  if (entry.collection === 'news') return /^\d{4}/.exec(entry.id)?.[0];
  const dated = entry.collection === 'programmes' ? tree.byId.seasons.get(entry.season ?? '') : entry;
  if (dated === undefined) return undefined;
  const start = partialDayField(dated.fields, 'start')?.slice(0, 4);
  const end = partialDayField(dated.fields, 'end')?.slice(0, 4) ?? start;
  return start === end ? start : undefined;
}
