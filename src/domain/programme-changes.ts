/** What changed in the programme between two versions of a programme's file: visits added, moved, cancelled. */
import type { ClockTime, Day, Instant } from '../time/moscow.ts';
import { instantOf } from '../time/moscow.ts';

/** What a version of a file says of a session, as far as it matters here. */
export type SessionFacts = {
  date: Day;
  time: ClockTime;
  suffix: string | null;
  format: string;
  title: string | null;
  status: 'scheduled' | 'cancelled' | 'moved';
  movedFrom: { date: Day; time: ClockTime } | null;
};

export const CHANGE_KINDS = ['added', 'moved', 'cancelled', 'restored', 'removed'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Sessions of one programme that changed in one way in one commit. */
export type ProgrammeChange = {
  at: Instant;
  /** `<season>/<enterprise>` */
  programmeId: string;
  kind: ChangeKind;
  sessions: SessionFacts[];
};

/** Two versions of one programme's sessions; null: the file was not there or cannot be read. */
export type VersionPair = {
  at: Instant;
  programmeId: string;
  before: readonly SessionFacts[] | null;
  after: readonly SessionFacts[] | null;
};

/** `<YYYY-MM-DD>-<HHMM>[-<suffix>]`, the last part of a session's id. */
export function sessionKey(session: Pick<SessionFacts, 'date' | 'time' | 'suffix'>): string {
  const suffix = session.suffix === null ? '' : `-${session.suffix}`;
  return `${session.date}-${session.time.replace(':', '')}${suffix}`;
}

function kindOf(
  session: SessionFacts,
  before: ReadonlyMap<string, SessionFacts>,
): Exclude<ChangeKind, 'removed'> | null {
  const was = before.get(sessionKey(session));
  if (was !== undefined) {
    if (was.status === session.status) return null;
    if (session.status === 'cancelled') return 'cancelled';
    return was.status === 'cancelled' ? 'restored' : null;
  }
  const { movedFrom } = session;
  const known = movedFrom !== null && before.has(sessionKey({ ...movedFrom, suffix: session.suffix }));
  if (session.status === 'moved' && known) return 'moved';
  // Announced and cancelled in one go: nobody could have planned it.
  return session.status === 'cancelled' ? null : 'added';
}

/**
 * What the second version changed for a visitor on the day of the commit. Visits that were over by then are
 * no news: an archive may be filled in at any time.
 */
export function changesOf({ at, programmeId, before, after }: VersionPair): ProgrammeChange[] {
  const [old, young] = [before ?? [], after ?? []].map(
    (sessions) => new Map(sessions.map((session) => [sessionKey(session), session])),
  ) as [Map<string, SessionFacts>, Map<string, SessionFacts>];
  const changes = new Map<ChangeKind, SessionFacts[]>();
  const note = (kind: ChangeKind, session: SessionFacts): void => {
    if (instantOf(session.date, session.time) <= at) return;
    const noted = changes.get(kind);
    if (noted === undefined) changes.set(kind, [session]);
    else noted.push(session);
  };
  const left = new Set(old.keys());
  for (const [key, session] of young) {
    left.delete(key);
    const kind = kindOf(session, old);
    if (kind !== null) note(kind, session);
    if (kind === 'moved' && session.movedFrom !== null)
      left.delete(sessionKey({ ...session.movedFrom, suffix: session.suffix }));
  }
  for (const key of left) {
    const session = old.get(key);
    if (session !== undefined && session.status !== 'cancelled') note('removed', session);
  }
  return CHANGE_KINDS.flatMap((kind) => {
    const sessions = changes.get(kind);
    return sessions === undefined ? [] : [{ at, programmeId, kind, sessions: sessions.sort(byStart) }];
  });
}

function byStart(a: SessionFacts, b: SessionFacts): number {
  return sessionKey(a) < sessionKey(b) ? -1 : 1;
}
