import type { Day } from '../../../src/time/moscow.ts';
import { addDays } from '../../../src/time/moscow.ts';
import { CommandError } from '../command/command-error.ts';
import type { ContentFile } from '../entry/entry-text.ts';
import type { DemoEnterprise } from './enterprise.ts';
import { demoEnterprise } from './enterprise.ts';
import { demoEvents, demoNews } from './happenings.ts';
import { demoSeasonFiles, mostSessions } from './season.ts';
import { stressFiles } from './stress.ts';
import type { Vocabulary } from './vocabulary.ts';

const SEASON_DAYS = 18;
/** Longer than a month, so that no two seasons start in the same one. */
const DAYS_BETWEEN_SEASONS = 91;
const OPENS_BEFORE = 14;

/** `from` is the first day of the newest season; the others lie before it. `sessions` is per season. */
export type TreePlan = {
  readonly from: Day;
  readonly enterprises: number;
  readonly seasons: number;
  readonly sessions: number;
  readonly stress: boolean;
};

/**
 * All generated files of a demo tree, one by one; vocabulary, consent and pages are copied separately.
 * @throws CommandError, before the first file, when so many sessions do not fit.
 */
export function* demoTree(plan: TreePlan, vocabulary: Vocabulary): Generator<ContentFile> {
  const most = mostSessions(plan.enterprises, SEASON_DAYS);
  if (plan.seasons > 0 && plan.sessions > most) {
    throw new CommandError(
      `Ключ --sessions: написано «${String(plan.sessions)}», а предприятия (--enterprises ${String(plan.enterprises)}) проведут за сезон не больше ${String(most)} посещений.`,
    );
  }
  const enterprises: DemoEnterprise[] = [];
  for (let index = 0; index < plan.enterprises; index += 1) {
    const { file, ...enterprise } = demoEnterprise(index, vocabulary);
    enterprises.push(enterprise);
    yield file;
  }
  for (let index = 0; index < plan.seasons; index += 1) yield* seasonOf(plan, index, enterprises);
  yield* demoEvents(plan.from, vocabulary);
  if (plan.seasons > 0) yield* demoNews(plan.from, seasonId(plan.from));
  if (plan.stress) yield* stressFiles(plan.from, vocabulary);
}

/** Id of a tree's season by its first day: `demo-2026-11`. */
export function seasonId(first: Day): string {
  return `demo-${first.slice(0, 7)}`;
}

function seasonOf(
  plan: TreePlan,
  index: number,
  enterprises: readonly DemoEnterprise[],
): Generator<ContentFile> {
  const first = addDays(plan.from, -index * DAYS_BETWEEN_SEASONS);
  return demoSeasonFiles({
    id: seasonId(first),
    title: `Демонстрационный сезон № ${String(plan.seasons - index)}`,
    first,
    days: SEASON_DAYS,
    registrationOpens: addDays(first, -OPENS_BEFORE),
    enterprises,
    sessions: plan.sessions,
  });
}
