/** Session entries of one programme as views. */
import type { Instant } from '../time/moscow.ts';
import { instantOf, MINUTE } from '../time/moscow.ts';
import type { SessionEntry } from '../schema/programme.ts';
import type { Format } from '../schema/vocabulary.ts';
import type { EnterpriseView, MeetingPoint, ProgrammeView, SessionView } from './catalogue.ts';
import type { References, ReferenceIndex } from './references.ts';
import { lastRegistrationDay, registrationClosesAt, registrationState } from './registration-state.ts';

/** `<season>/<enterprise>/<YYYY-MM-DD>-<HHMM>[-<suffix>]` */
export function sessionId(
  programmeId: string,
  session: Pick<SessionEntry, 'date' | 'time' | 'suffix'>,
): string {
  const suffix = session.suffix === undefined ? '' : `-${session.suffix}`;
  return `${programmeId}/${session.date}-${session.time.replace(':', '')}${suffix}`;
}

/** The views of a programme's sessions at `now`, in order of start. Unknown formats are noted in `references`. */
export function joinSessions(
  programme: ProgrammeView,
  entries: readonly SessionEntry[],
  formats: ReferenceIndex<Format>,
  references: References,
  now: Instant,
): SessionView[] {
  const { season, enterprise } = programme;
  const views = entries.flatMap((entry, index): SessionView[] => {
    const format = references.one(
      programme.origin,
      `sessions[${String(index + 1)}].format`,
      entry.format,
      formats,
    );
    if (format === null) return [];
    const id = sessionId(programme.id, entry);
    const startsAt = instantOf(entry.date, entry.time);
    const daysBefore = entry.registrationClosesDaysBefore ?? season.registrationClosesDaysBefore;
    const closesAt = closesAtOf(entry, startsAt, daysBefore);
    const online = entry.online ?? format.online ?? false;
    const view: Omit<SessionView, 'state' | 'runsNow'> = {
      id,
      url: `/seasons/${id}/`,
      season,
      enterprise,
      programme,
      date: entry.date,
      time: entry.time,
      startsAt,
      endsAt: startsAt + entry.durationMinutes * MINUTE,
      durationMinutes: entry.durationMinutes,
      format,
      title: entry.title ?? format.title,
      capacity: entry.capacity,
      admission: { ...enterprise.admission, ...entry.admission },
      meetingPoint: online ? { ...entry.meetingPoint } : meetingPointOf(enterprise, entry),
      access: enterprise.access ?? null,
      registration: entry.registration,
      registrationUrl: entry.registrationUrl ?? null,
      registrationOpensAt: opensAtOf(entry, season.registrationOpensAt),
      registrationClosesAt: closesAt,
      lastRegistrationDay: closesAt === null ? null : lastRegistrationDay(closesAt),
      status: entry.status,
      statusNote: entry.statusNote ?? null,
      movedFrom:
        entry.movedFrom === undefined
          ? null
          : { ...entry.movedFrom, startsAt: instantOf(entry.movedFrom.date, entry.movedFrom.time) },
      perTeam: entry.perTeam ?? null,
      groups: entry.groups ?? false,
      online,
      language: entry.language ?? 'ru',
      demo: season.demo || enterprise.demo,
    };
    const runsNow = entry.status !== 'cancelled' && startsAt <= now && now < view.endsAt;
    return [{ ...view, state: registrationState(view, now), runsNow }];
  });
  return views.sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1));
}

/** Only the form has an opening time that we know: the session's own, else the season's. */
function opensAtOf(entry: SessionEntry, seasonOpensAt: Instant | null): Instant | null {
  if (entry.registration !== 'form') return null;
  const opens = entry.registrationOpens;
  return opens === undefined ? seasonOpensAt : instantOf(opens.date, opens.time);
}

/** The form closes by the three-day rule; elsewhere only a stated rule is known, and no registration has none. */
function closesAtOf(entry: SessionEntry, startsAt: Instant, daysBefore: number): Instant | null {
  if (entry.registration === 'none') return null;
  if (entry.registration === 'link' && entry.registrationClosesDaysBefore === undefined) return null;
  return registrationClosesAt(entry.date, startsAt, daysBefore);
}

/** A session that names an address of its own says everything itself: parts of two places are never mixed. */
function meetingPointOf(enterprise: EnterpriseView, entry: SessionEntry): MeetingPoint {
  if (entry.meetingPoint?.address !== undefined) return entry.meetingPoint;
  const { address, metro } = enterprise;
  return {
    ...(address === undefined ? {} : { address }),
    ...(metro === undefined ? {} : { metro }),
    ...entry.meetingPoint,
  };
}
