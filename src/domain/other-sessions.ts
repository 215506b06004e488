/** Where to go when a session takes no applications: the same enterprise's other sessions, and similar ones. */
import type { Catalogue, EnterpriseView, SessionView } from './catalogue.ts';

const MOST = 6;

type Group = readonly SessionView[];

/** Sessions that take applications on this site now or will, each group in order of start. */
type Candidates = {
  readonly byEnterprise: ReadonlyMap<EnterpriseView, Group>;
  readonly byIndustry: ReadonlyMap<string, Group>;
  readonly byFormat: ReadonlyMap<string, Group>;
};

function candidatesOf(catalogue: Catalogue): Candidates {
  const all = inOrder(
    catalogue.sessions.filter(
      ({ registration, state }) =>
        registration === 'form' && (state === 'not-yet-open' || state === 'open' || state === 'closing-soon'),
    ),
  );
  return {
    byEnterprise: Map.groupBy(all, (session) => session.enterprise),
    byIndustry: Map.groupBy(all, (session) => session.enterprise.industry.id),
    byFormat: Map.groupBy(all, (session) => session.format.id),
  };
}

export type Others = { own: SessionView[]; similar: SessionView[] };

/**
 * Answers for any session of the catalogue: other sessions of the enterprise, and of other enterprises those of the
 * same industry, then of the same format: at most six each, one per other enterprise, later ones than this session
 * first, in order of start.
 */
export function otherSessions(catalogue: Catalogue): (session: SessionView) => Others {
  const candidates = candidatesOf(catalogue);
  return (session) => ({ own: ownOf(session, candidates), similar: similarTo(session, candidates) });
}

function ownOf(session: SessionView, { byEnterprise }: Candidates): SessionView[] {
  const own = laterFirst(byEnterprise.get(session.enterprise), session).filter((other) => other !== session);
  return inOrder(own.slice(0, MOST));
}

function similarTo(
  { enterprise, format, startsAt }: SessionView,
  { byIndustry, byFormat }: Candidates,
): SessionView[] {
  const similar: SessionView[] = [];
  const taken = new Set([enterprise]);
  for (const group of [byIndustry.get(enterprise.industry.id), byFormat.get(format.id)]) {
    for (const other of laterFirst(group, { startsAt })) {
      if (similar.length === MOST) return inOrder(similar);
      if (taken.has(other.enterprise)) continue;
      taken.add(other.enterprise);
      similar.push(other);
    }
  }
  return inOrder(similar);
}

/** Registration for earlier ones closes earlier: they are the last resort. */
function laterFirst(group: Group = [], than: Pick<SessionView, 'startsAt'>): Group {
  const from = group.findIndex((session) => session.startsAt >= than.startsAt);
  return from <= 0 ? group : [...group.slice(from), ...group.slice(0, from)];
}

function inOrder(sessions: SessionView[]): SessionView[] {
  return sessions.sort((a, b) => a.startsAt - b.startsAt);
}
