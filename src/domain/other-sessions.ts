/** Where to go when a session takes no applications: the same enterprise's other sessions, and similar ones. */
import type { Catalogue, SessionView } from './catalogue.ts';

const MOST = 6;

type Candidates = {
  readonly all: ReadonlySet<SessionView>;
  readonly byIndustry: ReadonlyMap<string, readonly SessionView[]>;
  readonly byFormat: ReadonlyMap<string, readonly SessionView[]>;
};

/** Sessions that take applications on this site now or will. */
function candidatesOf(catalogue: Catalogue): Candidates {
  const all = catalogue.sessions.filter(
    ({ registration, state }) =>
      registration === 'form' && (state === 'not-yet-open' || state === 'open' || state === 'closing-soon'),
  );
  return {
    all: new Set(all),
    byIndustry: Map.groupBy(all, (session) => session.enterprise.industry.id),
    byFormat: Map.groupBy(all, (session) => session.format.id),
  };
}

export type Others = { own: SessionView[]; similar: SessionView[] };

/**
 * Answers for any session of the catalogue: other sessions of the enterprise, and of other enterprises those of the same industry, then of the same
 * format: at most six each, one per other enterprise, later ones than this session first, in order of start.
 */
export function otherSessions(catalogue: Catalogue): (session: SessionView) => Others {
  const candidates = candidatesOf(catalogue);
  return (session) => othersOf(session, candidates);
}

function othersOf(session: SessionView, { all, byIndustry, byFormat }: Candidates): Others {
  if (all.size === 0) return { own: [], similar: [] };
  const { enterprise } = session;
  const own = laterFirst(
    enterprise.sessions.filter((other) => other !== session && all.has(other)),
    session,
  );
  const similar: SessionView[] = [];
  const taken = new Set([enterprise]);
  const alike = [byIndustry.get(enterprise.industry.id) ?? [], byFormat.get(session.format.id) ?? []];
  for (const other of alike.flatMap((group) => laterFirst(group, session))) {
    if (similar.length === MOST) break;
    if (taken.has(other.enterprise)) continue;
    taken.add(other.enterprise);
    similar.push(other);
  }
  return { own: inOrder(own.slice(0, MOST)), similar: inOrder(similar) };
}

/** Registration for earlier ones closes earlier: they are the last resort. */
function laterFirst(sessions: readonly SessionView[], than: SessionView): SessionView[] {
  const later = sessions.filter((session) => session.startsAt >= than.startsAt);
  return [...later, ...sessions.filter((session) => session.startsAt < than.startsAt)];
}

function inOrder(sessions: SessionView[]): SessionView[] {
  return sessions.sort((a, b) => a.startsAt - b.startsAt);
}
