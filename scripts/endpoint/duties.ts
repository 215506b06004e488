/** What the endpoint does by itself as time passes and as the site's data changes. Every duty is safe to repeat. */
import { registrationState, takesApplications } from '../../src/domain/registration-state.ts';
import type { Instant } from '../../src/time/moscow.ts';
import { addDays, dayOf, HOUR, instantOf } from '../../src/time/moscow.ts';
import { seatPlan } from './endpoint.ts';
import type { Endpoint } from './endpoint.ts';
import { sweepMailFolder } from './mail/transport.ts';
import type { VisitTable } from './sessions-file.ts';

const DAY_MS = 24 * HOUR;
/** Clock time of the reminder on the day before, Moscow. */
const REMINDER_TIME = '10:00';
const DRY_RUNS_LIVE_MS = DAY_MS;
const EVERYBODY: Instant = Number.MAX_SAFE_INTEGER;

/** The instant from which people are reminded: ten in the morning of the day before. */
export function reminderAt(startsAt: Instant): Instant {
  return instantOf(addDays(dayOf(startsAt), -1), REMINDER_TIME);
}

/** Moves registrations of moved sessions, tells of cancelled and reinstated ones, reminds, fills free seats from the waiting list. */
export async function lookAfterSessions(endpoint: Endpoint): Promise<void> {
  const { storage, settings, clock } = endpoint;
  const { visits } = endpoint.visits.current();
  const now = clock();
  const inUse = new Set(await storage.sessionsInUse());
  for (const visit of visits.values()) {
    const before = visit.movedFromId;
    if (before === null || !inUse.has(before) || visits.has(before)) continue;
    await storage.adopt(before, seatPlan(visit, settings.waitlistPercent), now);
    inUse.add(visit.id);
  }
  reportOrphans(endpoint, inUse);
  for (const id of inUse) {
    const visit = visits.get(id);
    if (visit === undefined || now >= visit.startsAt) continue;
    if (visit.status === 'cancelled') {
      await storage.enqueueForSession(id, 'session-cancelled', now, EVERYBODY);
      continue;
    }
    await storage.reinstate(id, now);
    const remindAt = reminderAt(visit.startsAt);
    // Whoever registered after that moment has just been told everything.
    if (now >= remindAt) await storage.enqueueForSession(id, 'reminder', now, remindAt);
    if (takesApplications(registrationState(visit, now))) {
      await storage.promote(id, { capacity: visit.capacity, now });
    }
  }
}

/** Tables of visits that were looked through: what is missing is said once for each. */
const reported = new WeakSet<VisitTable>();

/**
 * A visit may vanish from the site by mistake, so nobody is written to; the operator is told, and the organisers
 * decide on the session's page in the office.
 */
function reportOrphans(endpoint: Endpoint, inUse: ReadonlySet<string>): void {
  const table = endpoint.visits.current();
  if (reported.has(table)) return;
  reported.add(table);
  for (const id of inUse) {
    if (!table.visits.has(id)) {
      endpoint.log(`Посещения ${id} нет на сайте, а люди записаны: верните его или решите в /office.`);
    }
  }
}

/** Deletes what is no longer needed; returns how many registrations. */
export async function purgeOld(endpoint: Endpoint): Promise<number> {
  const { storage, settings, clock } = endpoint;
  const now = clock();
  const deleted = await storage.purge(now - settings.purgeDays * DAY_MS, now - DRY_RUNS_LIVE_MS, now);
  await sweepMails(endpoint);
  return deleted;
}

/** Mails in the folder live as long as the registrations that they belong to. */
export async function sweepMails({
  storage,
  settings,
}: Pick<Endpoint, 'storage' | 'settings'>): Promise<void> {
  sweepMailFolder(settings.mailDir, await storage.mailKeys());
}
