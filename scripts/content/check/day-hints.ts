/** What an editor probably meant by a date or a time in another form. Suggestions only: nothing is read so. */
import { isDay } from '../../../src/time/moscow.ts';

const MONTHS = ['янв', 'фев', 'мар', 'апр', 'ма[йя]', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];

type Reading = { problem: string; likely: string | undefined };

function dayText(year: string, month: string, date: string): string {
  const full = year.length === 2 ? `20${year}` : year;
  return `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** Explains a text that is no day `YYYY-MM-DD`. */
export function explainDay(written: string): Reading {
  const exact = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written);
  if (exact !== null) {
    const [, year = '', month = '', date = ''] = exact;
    const likely = dayText(year, month, date);
    if (isDay(likely)) return { problem: 'в дате не хватает нуля', likely };
    return { problem: 'такого дня нет в календаре', likely: undefined };
  }
  if (/^\d{4}-\d{1,2}-\d{1,2}[T ]/.test(written)) {
    return { problem: 'вместе с датой записано время', likely: validDay(written.slice(0, 10)) };
  }
  const swapped = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\D*$/.exec(written);
  if (swapped !== null) {
    const [, date = '', month = '', year = ''] = swapped;
    const likely = validDay(dayText(year, month, date));
    return { problem: 'дата записана не в том порядке', likely };
  }
  const dotted = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/.exec(written);
  if (dotted !== null) {
    const [, year = '', month = '', date = ''] = dotted;
    return { problem: 'части даты разделены не дефисом', likely: validDay(dayText(year, month, date)) };
  }
  return { problem: 'дата записана не в том виде', likely: dayInWords(written) };
}

function validDay(text: string): string | undefined {
  return isDay(text) ? text : undefined;
}

/** «3 сентября 2026», «чт 3 сентября 2026 г.», «чт 2026-09-03» */
function dayInWords(written: string): string | undefined {
  const inside = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(written);
  if (inside !== null) return validDay(inside[0]);
  const words = /(\d{1,2})\s+([а-яё]+)\s+(\d{4})/i.exec(written);
  if (words === null) return undefined;
  const [, date = '', name = '', year = ''] = words;
  const month = MONTHS.findIndex((pattern) => new RegExp(`^${pattern}`, 'i').test(name));
  return month === -1 ? undefined : validDay(dayText(year, String(month + 1), date));
}

/** Explains a text that is no clock time `HH:MM`. */
export function explainTime(written: string): Reading {
  const parts = /^(\d{1,2})\s*[:.\-–ч ]\s*(\d{1,2})(?:\s*[:.]\s*\d{2}|\s*мин\.?)?$/.exec(written);
  if (parts === null) {
    const hour = /^(\d{1,2})\s*(?:ч\.?|час(?:а|ов)?)?$/.exec(written);
    const likely = hour === null ? undefined : clock(hour[1] ?? '', '00');
    return { problem: 'время записано не в том виде', likely };
  }
  const [, hours = '', minutes = ''] = parts;
  if (Number(hours) > 23 || Number(minutes) > 59) {
    return { problem: 'такого времени не бывает', likely: undefined };
  }
  // 10.3 is what remains of 10.30 once it has been read as a number.
  return { problem: 'время записано не в том виде', likely: clock(hours, minutes.padEnd(2, '0')) };
}

function clock(hours: string, minutes: string): string | undefined {
  return Number(hours) > 23 || Number(minutes) > 59 ? undefined : `${hours.padStart(2, '0')}:${minutes}`;
}
