import type { z } from 'zod';
import type { session } from '../../../src/schema/programme.ts';
import type { Day } from '../../../src/time/moscow.ts';
import { quoted } from '../entry/entry-text.ts';
import type { Random } from './random.ts';
import { CANCELLED_BECAUSE, ENTRANCES, fictionalAddress, MOVED_BECAUSE, STATIONS } from './words.ts';

type Session = z.input<typeof session>;
/** Where a session stands in the timetable; slots of one day never overlap. */
export type Slot = { readonly day: Day; readonly slot: number };
/** What else a session depends on. `otherDay` is where a moved session comes from. */
export type SessionContext = { readonly formats: readonly string[]; readonly otherDay: Day };

/** Start of each slot in minutes since midnight; 150 minutes apart, the last one after dark. */
const SLOT_STARTS = [540, 690, 840, 990, 1140, 1290] as const;
export const SLOTS_A_DAY = SLOT_STARTS.length;
const NIGHT_SLOT = SLOT_STARTS.length - 1;
const TEAM_FORMATS = new Set(['quiz', 'game', 'hackathon']);

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function formatOf(slot: number, formats: readonly string[], random: Random): string {
  if (slot === NIGHT_SLOT && formats.includes('night-excursion')) return 'night-excursion';
  const byDay = formats.filter((format) => format !== 'night-excursion');
  return random.pick(byDay.length > 0 ? byDay : formats);
}

function registrationOf(random: Random): Partial<Session> {
  const share = random.next();
  if (share < 0.08) return { registration: 'link', registrationUrl: 'https://zapis.example/demo' };
  if (share < 0.13) return { registration: 'none' };
  if (share < 0.2) return { registrationClosesDaysBefore: random.pick([1, 2, 5]) };
  return {};
}

function statusOf(random: Random, otherDay: Day, time: string): Record<string, unknown> {
  const share = random.next();
  if (share < 0.05) return { status: 'cancelled', statusNote: random.pick(CANCELLED_BECAUSE) };
  if (share < 0.1) {
    return {
      status: 'moved',
      statusNote: random.pick(MOVED_BECAUSE),
      movedFrom: { date: otherDay, time: quoted(time) },
    };
  }
  return {};
}

function meetingPointOf(random: Random): Partial<Session> {
  if (random.chance(0.7)) return {};
  return {
    meetingPoint: {
      address: fictionalAddress(random.between(1, 200)),
      entrance: random.pick(ENTRANCES),
      ...(random.chance(0.6) ? { metro: random.pick(STATIONS), minutesWalk: random.between(3, 25) } : {}),
    },
  };
}

/** A plain session that takes applications on the site: nothing about it can surprise. */
export function plainSession(at: Slot, format: string, capacity: number): Record<string, unknown> {
  return {
    date: at.day,
    time: quoted(clock(startOf(at))),
    durationMinutes: 60,
    format,
    capacity,
  };
}

/** One of the many kinds of sessions, chosen by the random source. */
export function variedSession(at: Slot, context: SessionContext, random: Random): Record<string, unknown> {
  const format = formatOf(at.slot, context.formats, random);
  const time = clock(startOf(at) + (at.slot === NIGHT_SLOT ? 0 : random.pick([0, 0, 15, 30])));
  const team = TEAM_FORMATS.has(format);
  const online = format === 'video-tour';
  return {
    date: at.day,
    time: quoted(time),
    durationMinutes: random.pick([45, 60, 60, 90, 120]),
    format,
    ...(random.chance(0.25) ? { title: 'Вымышленный маршрут: от склада до ворот' } : {}),
    capacity: random.pick([1, 5, 10, 12, 15, 15, 20, 25, 40, 120]),
    ...(random.chance(0.12)
      ? { admission: { minAge: 16, minAgeUnaccompanied: 16, documents: 'паспорт' } }
      : {}),
    ...(online ? {} : meetingPointOf(random)),
    ...registrationOf(random),
    ...statusOf(random, context.otherDay, time),
    ...(team ? { perTeam: { minSize: 2, maxSize: 6 } } : {}),
    ...(!team && random.chance(0.15) ? { groups: true } : {}),
    ...(online ? { online: true } : {}),
    ...(random.chance(0.05) ? { language: 'en' } : {}),
  };
}

function startOf(at: Slot): number {
  const start = SLOT_STARTS[at.slot];
  if (start === undefined) throw new RangeError(`no such slot: ${String(at.slot)}`);
  return start;
}
