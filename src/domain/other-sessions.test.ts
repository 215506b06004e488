import { describe, expect, test } from 'vitest';
import { instantOf } from '../time/moscow.ts';
import type { Catalogue, SessionView } from './catalogue.ts';
import { otherSessions } from './other-sessions.ts';

type Plan = readonly [
  enterprise: string,
  industry: string,
  format: string,
  day: string,
  more?: Partial<SessionView>,
];

/** Only what the choice looks at. */
function catalogueOf(plans: readonly Plan[]): { catalogue: Catalogue; find: (id: string) => SessionView } {
  const enterprises = new Map<string, { id: string; industry: { id: string }; sessions: SessionView[] }>();
  const sessions = plans.map(([name, industry, format, day, more]) => {
    const enterprise = enterprises.get(name) ?? { id: name, industry: { id: industry }, sessions: [] };
    enterprises.set(name, enterprise);
    const session = {
      id: `${name} ${day}`,
      enterprise,
      format: { id: format },
      startsAt: instantOf(`2026-12-${day}`, '10:00'),
      registration: 'form',
      state: 'open',
      ...more,
    } as unknown as SessionView;
    enterprise.sessions.push(session);
    return session;
  });
  const find = (id: string): SessionView => {
    const found = sessions.find((session) => session.id === id);
    if (!found) throw new Error(`no ${id}`);
    return found;
  };
  return { catalogue: { sessions } as unknown as Catalogue, find };
}

const ids = (sessions: readonly SessionView[]): string[] => sessions.map(({ id }) => id);

describe('where to go instead', () => {
  const { catalogue, find } = catalogueOf([
    ['a', 'food', 'tour', '10', { state: 'closed' }],
    ['a', 'food', 'tour', '08'],
    ['a', 'food', 'tour', '12'],
    ['a', 'food', 'tour', '14', { state: 'cancelled' }],
    ['a', 'food', 'tour', '15', { registration: 'link', state: 'external' }],
    ['b', 'food', 'lecture', '20'],
    ['b', 'food', 'lecture', '21'],
    ['c', 'metal', 'tour', '11', { state: 'not-yet-open' }],
    ['d', 'metal', 'lecture', '11'],
    ['e', 'food', 'tour', '11', { state: 'full' }],
  ]);

  test('own sessions that take applications on this site, in order of start', () => {
    expect(ids(otherSessions(catalogue)(find('a 10')).own)).toEqual(['a 08', 'a 12']);
  });

  test('others of the industry, then of the format; one each, never an unlike one', () => {
    expect(ids(otherSessions(catalogue)(find('a 10')).similar)).toEqual(['c 11', 'b 20']);
  });

  test('a session is not its own alternative', () => {
    expect(ids(otherSessions(catalogue)(find('a 12')).own)).toEqual(['a 08']);
  });

  test('six at most, later ones first', () => {
    const many = catalogueOf(
      Array.from({ length: 20 }, (_, day): Plan => ['a', 'food', 'tour', String(day + 1).padStart(2, '0')]),
    );
    expect(ids(otherSessions(many.catalogue)(many.find('a 10')).own)).toEqual(
      ['11', '12', '13', '14', '15', '16'].map((day) => `a ${day}`),
    );
  });

  test('nothing anywhere is nothing', () => {
    const none = catalogueOf([['a', 'food', 'tour', '10', { state: 'past' }]]);
    expect(otherSessions(none.catalogue)(none.find('a 10'))).toEqual({ own: [], similar: [] });
  });
});
