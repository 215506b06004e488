/** Sessions of one enterprise that share an address or a time, in whichever seasons they stand. */
import { instantOf, MINUTE } from '../../../src/time/moscow.ts';
import type { ClockTime, Day, Instant } from '../../../src/time/moscow.ts';
import { MAX_DURATION_MINUTES } from '../../../src/schema/programme.ts';
import type { Entry } from '../read/entry.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';
import type { Fields } from './known-values.ts';
import { dayField, numberOf, recordsOf, timeField } from './known-values.ts';

export type Session = {
  programme: Entry;
  index: number;
  item: Fields;
  date: Day;
  time: ClockTime;
  startsAt: Instant;
  endsAt: Instant;
};

/** Sessions whose day and time are known; the schema speaks of the others. */
export function sessionsOf(programme: Entry): readonly Session[] {
  const known = read.get(programme);
  if (known !== undefined) return known;
  const sessions = readSessions(programme);
  read.set(programme, sessions);
  return sessions;
}

const read = new WeakMap<Entry, Session[]>();

function readSessions(programme: Entry): Session[] {
  return recordsOf(programme.fields, 'sessions').flatMap(({ index, item }) => {
    const [date, time] = [dayField(item, 'date'), timeField(item, 'time')];
    if (date === undefined || time === undefined) return [];
    const startsAt = instantOf(date, time);
    const minutes = numberOf(item, 'durationMinutes') ?? 0;
    // An impossible length is a fault of its own and says nothing about the next session.
    const endsAt = startsAt + (minutes <= MAX_DURATION_MINUTES ? minutes : 0) * MINUTE;
    return [{ programme, index, item, date, time, startsAt, endsAt }];
  });
}

/** The line of a session's field, or of the session where it has none. */
export function sessionLine(programme: Entry, index: number, key: string): number {
  return programme.yaml?.lineOf(['sessions', index, key]) ?? 1;
}

/** Faults of sessions against each other. Linear in their number, apart from sorting. */
export function clashFaults(sessions: readonly Session[]): Fault[] {
  const byEnterprise = Map.groupBy(sessions, ({ programme }) => programme.id);
  return [...byEnterprise.values()].flatMap(clashesOfOne);
}

function clashesOfOne(own: readonly Session[]): Fault[] {
  const sorted = [...own].sort((a, b) => a.startsAt - b.startsAt || a.index - b.index);
  const byAddress = new Map<string, Session>();
  let running: Session | undefined;
  const faults: Fault[] = [];
  for (const session of sorted) {
    const address = [session.programme.season, session.startsAt, session.item.suffix].join(' ');
    const twin = byAddress.get(address);
    if (twin === undefined) byAddress.set(address, session);
    const cancelled = session.item.status === 'cancelled';
    if (twin !== undefined) faults.push(twiceFault(session, twin));
    else if (!cancelled && running !== undefined && overlaps(running, session)) {
      faults.push(overlapFault(session, running));
    }
    if (!cancelled && (running === undefined || session.endsAt > running.endsAt)) running = session;
  }
  return faults;
}

/** A suffix says that the groups are meant to go at the same time. */
function overlaps(earlier: Session, later: Session): boolean {
  return (
    later.startsAt < earlier.endsAt && earlier.item.suffix === undefined && later.item.suffix === undefined
  );
}

function twiceFault({ programme, index, date, time }: Session, twin: Session): Fault {
  const line = sessionLine(twin.programme, twin.index, 'date');
  return fault('session-twice', {
    path: programme.path,
    line: sessionLine(programme, index, 'time'),
    field: 'time',
    problem: `в это же время начинается посещение со строки ${String(line)}`,
    written: `${date} ${time}`,
    wanted: 'другое время — или suffix: b у одного из них',
  });
}

function overlapFault({ programme, index, date, time }: Session, running: Session): Fault {
  return fault('session-overlap', {
    path: programme.path,
    line: sessionLine(programme, index, 'time'),
    field: 'time',
    problem: `посещение, которое началось в ${running.time}, ещё не закончилось`,
    written: `${date} ${time}`,
    wanted: 'более позднее время; если группы идут одновременно — suffix: b',
  });
}
