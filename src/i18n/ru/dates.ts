/** Days, times and periods in Russian words; Moscow time throughout. */
import type { ClockTime, Day, Instant } from '../../time/moscow.ts';
import { dayOf, daysBetween, timeOf, weekdayOf } from '../../time/moscow.ts';
import type { PartialDay } from '../../time/partial-day.ts';
import { precisionOf } from '../../time/partial-day.ts';
import { plural } from '../plural.ts';

const NBSP = '\u00A0';
const MONTHS_OF = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];
const MONTHS = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
];
const WEEKDAYS = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'];
const WEEKDAYS_SHORT = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'];

function parts(day: Day): { year: string; month: number; date: number } {
  const [year = '', month = '', date = ''] = day.split('-');
  return { year, month: Number(month) - 1, date: Number(date) };
}

/** «3 сентября» */
export function dayMonth(day: Day): string {
  const { month, date } = parts(day);
  return `${date}${NBSP}${MONTHS_OF[month] ?? ''}`;
}

/** «3 сентября 2026 года»; with `short`, «3 сентября 2026» */
export function dayMonthYear(day: Day, short = false): string {
  return `${dayMonth(day)} ${parts(day).year}${short ? '' : `${NBSP}года`}`;
}

/** «четверг» */
export function weekday(day: Day): string {
  return WEEKDAYS[weekdayOf(day) - 1] ?? '';
}

/** «чт» */
export function weekdayShort(day: Day): string {
  return WEEKDAYS_SHORT[weekdayOf(day) - 1] ?? '';
}

/** «3 сентября, четверг» */
export function dayWithWeekday(day: Day): string {
  return `${dayMonth(day)}, ${weekday(day)}`;
}

/** A date as exact as known: «2019 год», «март 2019», «3 сентября 2026». */
export function partialDate(date: PartialDay): string {
  const precision = precisionOf(date);
  if (precision === 'year') return `${date}${NBSP}год`;
  const [year = '', month = ''] = date.split('-');
  if (precision === 'month') return `${MONTHS[Number(month) - 1] ?? ''}${NBSP}${year}`;
  return dayMonthYear(date, true);
}

/** A period as exact as known: «5–16 августа 2024», «28 ноября — 2 декабря 2022», «14 ноября 2022 — 3 января 2023». */
export function period(start: PartialDay | undefined, end?: PartialDay): string {
  if (start === undefined) return end === undefined ? '' : `до ${genitive(end)}`;
  if (end === undefined || end === start) return partialDate(start);
  // A month that ends with a known day of its own: the first day is what is not known.
  if (precisionOf(start) === 'month' && precisionOf(end) === 'day' && end.startsWith(`${start}-`))
    return `до ${genitive(end)}`;
  if (precisionOf(start) !== 'day' || precisionOf(end) !== 'day')
    return `${partialDate(start)} — ${partialDate(end)}`;
  const [a, b] = [parts(start), parts(end)];
  if (a.year !== b.year) return `${dayMonthYear(start, true)} — ${dayMonthYear(end, true)}`;
  if (a.month !== b.month) return `${dayMonth(start)} — ${dayMonthYear(end, true)}`;
  return `${a.date}–${dayMonthYear(end, true)}`;
}

/** The period of a season; one whose last day is not known only begins: «с 13 июня 2019». */
export function seasonPeriod({ start, end }: { start: PartialDay; end?: PartialDay | undefined }): string {
  return end === undefined && precisionOf(start) === 'day'
    ? `с${NBSP}${dayMonthYear(start, true)}`
    : period(start, end);
}

/** Days in order, those that follow each other as one period: «21–23 ноября 2023; 5 декабря 2023». */
export function daysTogether(days: readonly PartialDay[]): string {
  const runs: { first: PartialDay; last: PartialDay }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const follows =
      run !== undefined &&
      precisionOf(day) === 'day' &&
      precisionOf(run.last) === 'day' &&
      daysBetween(run.last, day) === 1;
    if (follows) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs.map(({ first, last }) => period(first, last)).join('; ');
}

function genitive(date: PartialDay): string {
  const precision = precisionOf(date);
  if (precision === 'year') return `${date}${NBSP}года`;
  if (precision === 'day') return dayMonthYear(date);
  const [year = '', month = ''] = date.split('-');
  return `${MONTHS_OF[Number(month) - 1] ?? ''} ${year}${NBSP}года`;
}

/** «10:30–12:00» */
export function timeSpan(start: ClockTime, endsAt: Instant): string {
  return `${start}–${timeOf(endsAt)}`;
}

/** «1 час 30 минут» */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const words = [
    hours > 0 ? plural(hours, ['час', 'часа', 'часов']) : '',
    rest > 0 ? plural(rest, ['минута', 'минуты', 'минут']) : '',
  ];
  return words.filter((word) => word !== '').join(' ');
}

/** «сегодня», «завтра», «послезавтра», or null when the day is none of them. */
export function nearDay(day: Day, today: Day): string | null {
  return ['сегодня', 'завтра', 'послезавтра'][daysBetween(today, day)] ?? null;
}

/** «3 сентября в 12:00 по московскому времени» */
export function momentWords(instant: Instant): string {
  return `${dayMonth(dayOf(instant))} в${NBSP}${timeOf(instant)} по${NBSP}московскому времени`;
}

/** «Запись до 9 декабря включительно»: the last day on which an application is taken. */
export function lastDayWords(lastDay: Day): string {
  return `Запись до ${dayMonth(lastDay)} включительно`;
}
