/** Sessions that exist for `check:endpoint` only: no mails, no seats, deleted after a day. */
import type { Instant } from '../../src/time/moscow.ts';
import { instantOf, isoMoscow } from '../../src/time/moscow.ts';
import type { Visit } from './sessions-file.ts';
import { DRY_RUN_PREFIX } from './storage/storage.ts';
import type { SeatPlan } from './storage/storage.ts';

export const DRY_RUN_CONSENT = 'dry-run';
const STARTS_AT = instantOf('2099-01-05', '12:00');
const ENDS_AT = instantOf('2099-01-05', '13:00');

function dryRun(name: string, capacity: number, closesAt: Instant | null): Visit {
  return {
    id: `${DRY_RUN_PREFIX}${name}`,
    url: '/',
    title: 'Проверка приёма заявок',
    enterpriseName: 'Проверка',
    startsAtText: isoMoscow(STARTS_AT),
    startsAt: STARTS_AT,
    endsAt: ENDS_AT,
    registrationOpensAt: null,
    registrationClosesAt: closesAt,
    movedFromId: null,
    capacity,
    registration: 'form',
    status: 'scheduled',
    minAge: null,
    minAgeUnaccompanied: null,
    perTeam: null,
    groups: false,
    online: false,
    details: null,
  };
}

const VISITS: ReadonlyMap<string, Visit> = new Map(
  [
    dryRun('open', 1_000_000, null),
    dryRun('closed', 10, instantOf('2020-01-01')),
    dryRun('full', 10, null),
  ].map((visit) => [visit.id, visit]),
);

/** The dry-run visit of the id, or undefined. */
export function dryRunVisit(id: string): Visit | undefined {
  return VISITS.get(id);
}

/** The seats of a dry run: plenty, or none at all in the full one; never a waiting list. */
export function dryRunPlan(visit: Visit): SeatPlan {
  const capacity = visit.id === `${DRY_RUN_PREFIX}full` ? 0 : visit.capacity;
  return { session: visit.id, startsAt: visit.startsAt, endsAt: visit.endsAt, capacity, waitlistSeats: 0 };
}

/** True for ids under the prefix of dry runs. */
export function isDryRun(session: string): boolean {
  return session.startsWith(DRY_RUN_PREFIX);
}
