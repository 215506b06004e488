import type { Day } from '../../../src/time/moscow.ts';
import { addDays } from '../../../src/time/moscow.ts';
import type { ContentFile } from '../entry/entry-text.ts';
import { entryText, quoted } from '../entry/entry-text.ts';
import type { DemoEnterprise } from './enterprise.ts';
import { FICTION_SOURCE } from './enterprise.ts';
import { randomFrom } from './random.ts';
import type { Slot } from './session.ts';
import { SLOTS_A_DAY, variedSession } from './session.ts';

export const SEASON_FICTION = 'Это вымышленный сезон для проверки сайта: приходить и записываться не нужно.';
/** About as in the real programme: 215 sessions at 20 enterprises. */
const SESSIONS_AN_ENTERPRISE = 11;
/** Enterprises that take part in a season without a timetable. */
const PARTICIPANTS_WITHOUT_TIMETABLE = 20;

/** What a demo season is made of. Days are Moscow calendar days, both inclusive. */
export type SeasonPlan = {
  readonly id: string;
  readonly title: string;
  readonly first: Day;
  readonly days: number;
  readonly registrationOpens: Day;
  readonly enterprises: readonly DemoEnterprise[];
  readonly sessions: number;
};

/** The largest number of sessions that so many enterprises can hold without overlaps. */
export function mostSessions(enterprises: number, days: number): number {
  return enterprises * days * SLOTS_A_DAY;
}

/** The files of a season: its own entry and one programme per participant. It must be able to hold them: see mostSessions. */
export function* demoSeasonFiles(plan: SeasonPlan): Generator<ContentFile> {
  yield seasonFile(plan);
  const participants = participantsOf(plan);
  for (const [index, enterprise] of participants.entries()) {
    const share = shareOf(plan.sessions, participants.length, index);
    yield programmeFile(plan, enterprise, index, share);
  }
}

/** Who takes part: as many enterprises as the number of sessions suggests. */
export function participantsOf(plan: SeasonPlan): readonly DemoEnterprise[] {
  const wanted =
    plan.sessions === 0 ? PARTICIPANTS_WITHOUT_TIMETABLE : Math.ceil(plan.sessions / SESSIONS_AN_ENTERPRISE);
  return plan.enterprises.slice(0, wanted);
}

/** Sessions dealt out evenly: the first ones get the remainder. */
function shareOf(total: number, parts: number, index: number): number {
  return Math.floor(total / parts) + (index < total % parts ? 1 : 0);
}

function seasonFile(plan: SeasonPlan): ContentFile {
  const text = entryText(
    {
      title: plan.title,
      start: plan.first,
      end: addDays(plan.first, plan.days - 1),
      registrationOpens: { date: plan.registrationOpens, time: quoted('12:00') },
      sources: [{ title: FICTION_SOURCE }],
      demo: true,
    },
    SEASON_FICTION,
  );
  return { path: `seasons/${plan.id}/index.md`, text };
}

function programmeFile(
  plan: SeasonPlan,
  enterprise: DemoEnterprise,
  index: number,
  count: number,
): ContentFile {
  const random = randomFrom(`${plan.id}/${enterprise.id}`);
  const slots = slotsOf(plan, index, count);
  const sessions = slots.map((at) =>
    variedSession(
      at,
      { formats: enterprise.formats, otherDay: addDays(at.day, at.day === plan.first ? 1 : -1) },
      random,
    ),
  );
  const text = entryText(
    {
      ...(count === 0 ? { formats: enterprise.formats } : {}),
      note: 'вымышленная программа для проверки сайта',
      sessions,
    },
    SEASON_FICTION,
  );
  return { path: `seasons/${plan.id}/${enterprise.id}.md`, text };
}

/** Distinct slots in order of time, spread over the season; a neighbour starts on another day. */
function slotsOf(plan: SeasonPlan, index: number, count: number): Slot[] {
  const total = plan.days * SLOTS_A_DAY;
  return Array.from({ length: count }, (_, turn) => Math.floor((turn * total) / count))
    .map((place) => (place + index * (SLOTS_A_DAY + 1)) % total)
    .sort((a, b) => a - b)
    .map((place) => ({
      day: addDays(plan.first, Math.floor(place / SLOTS_A_DAY)),
      slot: place % SLOTS_A_DAY,
    }));
}
