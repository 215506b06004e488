import type { Day } from '../../../src/time/moscow.ts';
import { addDays } from '../../../src/time/moscow.ts';
import type { ContentFile } from '../entry/entry-text.ts';
import { entryText, quoted } from '../entry/entry-text.ts';
import type { DemoEnterprise } from './enterprise.ts';
import { demoEnterprise, FICTION_SOURCE } from './enterprise.ts';
import { randomFrom } from './random.ts';
import { SEASON_FICTION } from './season.ts';
import { plainSession, SLOTS_A_DAY, variedSession } from './session.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The season lasts from three days ago to seventeen days ahead, so that it always has a past and a future. */
export const LIVE_FIRST_OFFSET = -3;
export const LIVE_LAST_OFFSET = 17;
const DAYS = LIVE_LAST_OFFSET - LIVE_FIRST_OFFSET + 1;
/** From this day on, applications are not taken yet: their registration opens a week after `from`. */
const LATE_OPENING_OFFSET = 14;
const LATE_OPENS_OFFSET = 7;

/** `from` is today's day in Moscow. */
export type LiveSeasonPlan = {
  readonly from: Day;
  readonly enterprises: number;
  readonly sessions: number;
};

export const LIVE_DEFAULTS = { enterprises: 6, sessions: 63 } as const;

/** Id of the demo season of a day: `demo-2026-11`. */
export function liveSeasonId(from: Day): string {
  return `demo-${from.slice(0, 7)}`;
}

/**
 * A fictional season around the day `from`, with its enterprises: seen on that day, some of its sessions are past,
 * some closed, closing soon, open, and some not open yet.
 * @throws RangeError when the enterprises cannot hold the sessions without overlaps.
 */
export function demoSeason(plan: LiveSeasonPlan, vocabulary: Vocabulary): ContentFile[] {
  if (plan.sessions > plan.enterprises * DAYS * SLOTS_A_DAY) throw new RangeError('too many sessions');
  const enterprises = Array.from({ length: plan.enterprises }, (_, index) =>
    demoEnterprise(index, vocabulary),
  );
  const id = liveSeasonId(plan.from);
  return [
    ...enterprises.map((enterprise) => enterprise.file),
    { path: `seasons/${id}/index.md`, text: seasonText(plan.from) },
    ...enterprises.map((enterprise, index) => ({
      path: `seasons/${id}/${enterprise.id}.md`,
      text: programmeText(plan, enterprise, index),
    })),
  ];
}

function seasonText(from: Day): string {
  return entryText(
    {
      title: 'Демонстрационный сезон',
      start: addDays(from, LIVE_FIRST_OFFSET),
      end: addDays(from, LIVE_LAST_OFFSET),
      registrationOpens: { date: addDays(from, LIVE_FIRST_OFFSET - 14), time: quoted('12:00') },
      sources: [{ title: FICTION_SOURCE }],
      demo: true,
    },
    SEASON_FICTION,
  );
}

/** Session number n stands on day n mod 21 at enterprise n mod E: every day of the season is served. */
function programmeText(plan: LiveSeasonPlan, enterprise: DemoEnterprise, index: number): string {
  const random = randomFrom(`live/${enterprise.id}`);
  const used = new Map<number, number>();
  const sessions: { offset: number; slot: number; entry: Record<string, unknown> }[] = [];
  for (let turn = 0; turn < plan.sessions; turn += 1) {
    if (enterpriseOf(turn, plan.enterprises) !== index) continue;
    const dayIndex = turn % DAYS;
    const slot = used.get(dayIndex) ?? 0;
    used.set(dayIndex, slot + 1);
    const offset = dayIndex + LIVE_FIRST_OFFSET;
    sessions.push({ offset, slot, entry: sessionOf(plan.from, offset, slot, turn, enterprise, random) });
  }
  sessions.sort((a, b) => a.offset - b.offset || a.slot - b.slot);
  return entryText(
    { note: 'вымышленная программа для проверки сайта', sessions: sessions.map(({ entry }) => entry) },
    SEASON_FICTION,
  );
}

/** Each round of 21 days shifts the enterprises by one, so that all of them meet all days. */
function enterpriseOf(turn: number, enterprises: number): number {
  return (turn + Math.floor(turn / DAYS)) % enterprises;
}

function sessionOf(
  from: Day,
  offset: number,
  slot: number,
  turn: number,
  enterprise: DemoEnterprise,
  random: ReturnType<typeof randomFrom>,
): Record<string, unknown> {
  const at = { day: addDays(from, offset), slot };
  const late =
    offset >= LATE_OPENING_OFFSET
      ? { registrationOpens: { date: addDays(from, LATE_OPENS_OFFSET), time: quoted('12:00') } }
      : {};
  // The first round is plain, so that each state is there whatever the dice say.
  if (turn < DAYS)
    return { ...plainSession(at, enterprise.formats[0] ?? 'excursion', 10 + offset + 3), ...late };
  const otherDay = addDays(at.day, offset === LIVE_FIRST_OFFSET ? 1 : -1);
  const varied = variedSession(at, { formats: enterprise.formats, otherDay }, random);
  return { ...varied, ...('registration' in varied ? {} : late) };
}
