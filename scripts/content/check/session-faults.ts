/** Faults of sessions against their season, their enterprise and each other. */
import { dayOf, instantOf, isDay } from '../../../src/time/moscow.ts';
import type { Day } from '../../../src/time/moscow.ts';
import { firstDayOf, lastDayOf } from '../../../src/time/partial-day.ts';
import { registrationClosesAt } from '../../../src/domain/registration-state.ts';
import { MAX_CAPACITY } from '../../../src/schema/programme.ts';
import { closesDaysBefore, DEFAULT_CLOSES_DAYS_BEFORE } from '../../../src/schema/season.ts';
import { dayMonth } from '../../../src/i18n/ru/dates.ts';
import type { Entry } from '../read/entry.ts';
import { isPublished } from '../read/entry.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';
import type { Fields } from './known-values.ts';
import {
  asPartialDay,
  dayField,
  listOf,
  numberOf,
  partialDayField,
  recordOf,
  recordsOf,
  textOf,
  timeField,
} from './known-values.ts';
import type { Session } from './session-clashes.ts';
import { clashFaults, sessionLine, sessionsOf } from './session-clashes.ts';
import type { Tree } from './tree.ts';

const UNUSUAL_CAPACITY = 300;

/** Faults of all published sessions. */
export function sessionFaults(tree: Tree): Fault[] {
  const programmes = tree.entries.filter((entry) => entry.collection === 'programmes' && isPublished(entry));
  const sessions = programmes.flatMap(sessionsOf);
  return [
    ...programmes.flatMap((programme) => [
      ...plainFaults(tree, programme),
      ...againstSeason(tree, programme),
      ...whenFaults(tree, programme),
    ]),
    ...seasonRuleFaults(tree),
    ...clashFaults(sessions),
  ];
}

/** A season that lets people register through the end of the day of the visit. */
function seasonRuleFaults(tree: Tree): Fault[] {
  return [...tree.byId.seasons.values()].flatMap((season) => {
    if (!isPublished(season) || season.fields.registrationClosesDaysBefore !== 0) return [];
    return [closesAfterStart(season, season.yaml?.lineOf(['registrationClosesDaysBefore']) ?? 1)];
  });
}

function closesAfterStart(entry: Entry, line: number): Fault {
  return fault('registration-after-start', {
    path: entry.path,
    line,
    field: 'registrationClosesDaysBefore',
    problem: 'запись закрывается позже начала: сайт закроет её в час начала',
    written: '0',
    wanted: '1 или больше; если так и задумано — оставьте',
  });
}

/** Faults that a session has whatever its day. */
function plainFaults(tree: Tree, programme: Entry): Fault[] {
  const enterprise = tree.byId.enterprises.get(programme.id);
  return recordsOf(programme.fields, 'sessions').flatMap(({ index, item }) => {
    const at = (field: string): { path: string; line: number; field: string } => ({
      path: programme.path,
      line: sessionLine(programme, index, field),
      field,
    });
    const faults: Fault[] = [];
    const capacity = numberOf(item, 'capacity');
    if (
      capacity !== undefined &&
      capacity > UNUSUAL_CAPACITY &&
      capacity <= MAX_CAPACITY &&
      item.online !== true
    ) {
      faults.push(
        fault('session-capacity', {
          ...at('capacity'),
          problem: 'необычно много мест',
          written: String(capacity),
          wanted: 'места в одной группе, обычно до 100; если всё верно — оставьте',
        }),
      );
    }
    if (item.registrationUrl !== undefined && item.registration !== 'link') {
      faults.push(
        fault('registration-url-unused', {
          ...at('registrationUrl'),
          problem: 'ссылка не используется',
          written: `registration: ${textOf(item, 'registration') ?? 'form'}`,
          wanted: 'registration: link',
        }),
      );
    }
    const moved = recordOf(item, 'movedFrom');
    if (moved !== undefined && moved.date === item.date && moved.time === item.time) {
      faults.push(
        fault('session-moved-nowhere', {
          ...at('movedFrom'),
          problem: 'прежнее время совпадает с новым',
          written: `${String(moved.date)} ${String(moved.time)}`,
          wanted: 'в movedFrom прежние день и время, новые — в date и time',
        }),
      );
    }
    return [...faults, ...ageFaults(programme, enterprise, index, item)];
  });
}

/** A session's own limits are laid over the enterprise's; together they must agree. */
function ageFaults(programme: Entry, enterprise: Entry | undefined, index: number, item: Fields): Fault[] {
  const own = recordOf(item, 'admission');
  const general = enterprise === undefined ? undefined : recordOf(enterprise.fields, 'admission');
  if (own === undefined || general === undefined) return [];
  const both = { ...general, ...own };
  const [min, alone] = [numberOf(both, 'minAge'), numberOf(both, 'minAgeUnaccompanied')];
  const mixed = (own.minAge === undefined) !== (own.minAgeUnaccompanied === undefined);
  if (!mixed || min === undefined || alone === undefined || min <= alone) return [];
  const key = own.minAge === undefined ? 'minAgeUnaccompanied' : 'minAge';
  return [
    fault('session-age', {
      path: programme.path,
      line: programme.yaml?.lineOf(['sessions', index, 'admission', key]) ?? 1,
      field: key,
      problem: 'возраст противоречит записи предприятия',
      written: `minAge ${String(min)}, minAgeUnaccompanied ${String(alone)}`,
      wanted: 'minAge не больше, чем minAgeUnaccompanied',
    }),
  ];
}

type SeasonDays = { first: string; last: string; written: string };

function seasonDays(season: Entry | undefined): SeasonDays | undefined {
  if (season === undefined) return undefined;
  const start = partialDayField(season.fields, 'start');
  if (start === undefined) return undefined;
  const end = partialDayField(season.fields, 'end') ?? start;
  const [first, last] = [firstDayOf(start), lastDayOf(end)];
  // A season that ends before it starts has a fault of its own.
  if (last < first) return undefined;
  return {
    first,
    last,
    written: end === start ? start : `${start} — ${end}`,
  };
}

function againstSeason(tree: Tree, programme: Entry): Fault[] {
  const season = tree.byId.seasons.get(programme.season ?? '');
  const days = seasonDays(season);
  const faults: Fault[] = [];
  let pastTold = false;
  for (const { index, item, date, startsAt, endsAt } of sessionsOf(programme)) {
    // A line is looked up only for a fault: that is what makes clean content quick to check.
    const at = () => ({
      path: programme.path,
      line: sessionLine(programme, index, 'date'),
      field: 'date',
      written: date,
    });
    if (days !== undefined && (date < days.first || date > days.last)) {
      const likely = likelyDay(date, days);
      faults.push(
        fault('session-outside-season', {
          ...at(),
          problem: 'посещение не попадает в сезон',
          wanted: `день из сезона: ${days.written}${likely === undefined ? '' : ` — возможно, ${likely}?`}`,
        }),
      );
      // When registration opens for a day that is wrong anyway says nothing.
      continue;
    }
    if (
      days !== undefined &&
      days.last >= dayOf(tree.now) &&
      endsAt <= tree.now &&
      item.status !== 'cancelled' &&
      !pastTold
    ) {
      pastTold = true;
      faults.push(
        fault('session-past', {
          ...at(),
          problem: 'посещение уже прошло, а сезон ещё идёт',
          wanted: 'если так и было, ничего не меняйте',
        }),
      );
    }
    faults.push(...registrationFaults(programme, season, { index, item, date, startsAt }));
  }
  return faults;
}

/** The day with day and month, or the year, put right; undefined when that does not help either. */
function likelyDay(date: Day, { first, last }: SeasonDays): string | undefined {
  const [, month = '', day = ''] = date.split('-');
  const years = [first.slice(0, 4), last.slice(0, 4)];
  const candidates = [
    `${date.slice(0, 4)}-${day}-${month}`,
    ...years.map((year) => `${year}-${month}-${day}`),
  ];
  return candidates.find((candidate) => isDay(candidate) && candidate >= first && candidate <= last);
}

function registrationFaults(
  programme: Entry,
  season: Entry | undefined,
  { index, item, date, startsAt }: Pick<Session, 'index' | 'item' | 'date' | 'startsAt'>,
): Fault[] {
  if (item.registration === 'none' || item.registration === 'link' || item.status === 'cancelled') return [];
  const own = numberOf(item, 'registrationClosesDaysBefore');
  const daysBefore =
    own ?? numberOf(season?.fields ?? {}, 'registrationClosesDaysBefore') ?? DEFAULT_CLOSES_DAYS_BEFORE;
  const key = own === undefined ? 'date' : 'registrationClosesDaysBefore';
  const at = () => ({ path: programme.path, line: sessionLine(programme, index, key), field: key });
  if (own === 0) return [closesAfterStart(programme, at().line)];
  const opens = recordOf(season?.fields ?? {}, 'registrationOpens');
  const [day, time] = opens === undefined ? [] : [dayField(opens, 'date'), timeField(opens, 'time')];
  if (day === undefined || time === undefined || !closesDaysBefore.safeParse(daysBefore).success) return [];
  const closesAt = registrationClosesAt(date, startsAt, daysBefore);
  if (instantOf(day, time) < closesAt) return [];
  return [
    fault('registration-never-open', {
      ...at(),
      problem: `запись открывается ${dayMonth(day)} в ${time}, а на это посещение она к тому времени уже закрыта`,
      written: date,
      wanted: 'более раннее открытие записи в index.md сезона или более поздний день',
    }),
  ];
}

function whenFaults(tree: Tree, programme: Entry): Fault[] {
  const days = seasonDays(tree.byId.seasons.get(programme.season ?? ''));
  if (days === undefined) return [];
  return listOf(programme.fields, 'when').flatMap((value, index) => {
    const date = asPartialDay(value);
    if (date === undefined || (lastDayOf(date) >= days.first && firstDayOf(date) <= days.last)) return [];
    return [
      fault('programme-outside-season', {
        path: programme.path,
        line: programme.yaml?.lineOf(['when', index]) ?? 1,
        field: 'when',
        problem: 'не попадает в сезон',
        written: date,
        wanted: `время из сезона: ${days.written}`,
      }),
    ];
  });
}
