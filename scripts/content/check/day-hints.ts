/** What an editor probably meant by a date or a time in another form. Suggestions only: nothing is read so. */
import { isDay } from '../../../src/time/moscow.ts';

const MONTHS = [
  ...['янв|jan', 'фев|feb', 'мар|mar', 'апр|apr', 'ма[йя]|may', 'июн|jun', 'июл|jul', 'авг|aug'],
  ...['сен|sep', 'окт|oct', 'ноя|nov', 'дек|dec'],
];

type Reading = { problem: string; likely: string | undefined };

function dayText(year: string, month: string, date: string): string {
  const full = year.length === 2 ? `20${year}` : year;
  return `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** Explains a text that is no day `YYYY-MM-DD`. */
export function explainDay(text: string): Reading {
  const written = text.replace(/^[«“„"']+|[»”"']+$/g, '').replace(/(?<=\d)\s*[–—‑−]\s*(?=\d)/g, '-');
  const days = written.match(/\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{2,4}/g) ?? [];
  if (days.length > 1) {
    return { problem: 'записаны сразу два дня, а нужен один', likely: validDay(days[0] ?? '') };
  }
  if (written !== text && isDay(written)) {
    return { problem: 'лишние кавычки или тире вместо дефиса', likely: written };
  }
  const run = /^(\d{4})(\d{2})(\d{2})$/.exec(written);
  if (run !== null) {
    const [, year = '', month = '', date = ''] = run;
    return { problem: 'дата записана не в том виде', likely: validDay(dayText(year, month, date)) };
  }
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
  const words =
    /(?<date>\d{1,2})\s+(?<name>[а-яёa-z]+)\.?,?\s+(?<year>\d{4})/i.exec(written) ??
    /(?<name>[a-z]+)\.?\s+(?<date>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})/i.exec(written);
  const { date = '', name = '', year = '' } = words?.groups ?? {};
  const month = monthOf(name);
  return month === undefined ? undefined : validDay(dayText(year, month, date));
}

function monthOf(name: string): string | undefined {
  if (name === '') return undefined;
  const month = MONTHS.findIndex((pattern) => new RegExp(`^(?:${pattern})`, 'i').test(name));
  return month === -1 ? undefined : String(month + 1).padStart(2, '0');
}

/** «1932 г.», «октябрь 2023», «10.2023»: a year or a month that was meant by a text of another form. */
export function likelyPartialDay(written: string): string | undefined {
  const year = /^(?:в\s+)?(\d{4})\s*(?:г\.?|год[ау]?)$/i.exec(written)?.[1];
  if (year !== undefined) return year;
  const named = /^([а-яёa-z]+)\s+(\d{4})(?:\s*г\.?|\s+года)?$/i.exec(written);
  const month = named === null ? /^(\d{1,2})[./](\d{4})$/.exec(written)?.[1] : monthOf(named[1] ?? '');
  if (month === undefined || Number(month) < 1 || Number(month) > 12) return undefined;
  return `${/\d{4}/.exec(written)?.[0] ?? ''}-${month.padStart(2, '0')}`;
}

/** Explains a text that is no clock time `HH:MM`. */
export function explainTime(text: string): Reading {
  const written = text
    .replace(/^[«“„"'\s]+|[»”"'\s]+$/g, '')
    .replace(/^(?:в|с|c|начало(?: в)?)\s+(?=\d)/i, '')
    .replace(/(?<=\d)\s*(?:\(?(?:мск|msk)\)?|по москве|по московскому времени)$/i, '');
  const range = /^(\d{1,2})[:.](\d{2})\s*(?:[-–—]|до|по)\s*\d{1,2}[:.]\d{2}$/.exec(written);
  if (range !== null) {
    const likely = clock(range[1] ?? '', range[2] ?? '');
    return {
      problem: 'записаны начало и конец, а нужно только начало; длительность — в durationMinutes',
      likely,
    };
  }
  const run = /^([01]\d|2[0-3])([0-5]\d)$/.exec(written);
  if (run !== null) {
    return { problem: 'время записано не в том виде', likely: clock(run[1] ?? '', run[2] ?? '') };
  }
  const parts = /^(\d{1,2})\s*[:.,\-–ч ]\s*(\d{1,2})(?:\s*[:.]\s*\d{2}|\s*мин\.?)?$/.exec(written);
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
