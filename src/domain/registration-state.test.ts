import { describe, expect, it } from 'vitest';
import { instantOf, isoMoscow } from '../time/moscow.ts';
import type { RegistrationFacts } from './registration-state.ts';
import {
  lastRegistrationDay,
  nextChangeAt,
  registrationClosesAt,
  registrationState,
  takesApplications,
} from './registration-state.ts';

const SECOND = 1000;

describe('the three-day rule: applications through the end of day D − 3', () => {
  it.each([
    // session day, time, days before, closes at (exclusive), last day
    ['2026-12-12', '10:00', 3, '2026-12-10T00:00:00+03:00', '2026-12-09'],
    ['2027-01-02', '10:00', 3, '2026-12-31T00:00:00+03:00', '2026-12-30'],
    ['2028-03-02', '10:00', 3, '2028-02-29T00:00:00+03:00', '2028-02-28'],
    ['2028-03-03', '10:00', 3, '2028-03-01T00:00:00+03:00', '2028-02-29'],
    ['2027-03-03', '10:00', 3, '2027-03-01T00:00:00+03:00', '2027-02-28'],
    ['2026-12-12', '10:00', 1, '2026-12-12T00:00:00+03:00', '2026-12-11'],
    ['2026-12-12', '10:00', 7, '2026-12-06T00:00:00+03:00', '2026-12-05'],
    // No days before: until the session starts, never after.
    ['2026-12-12', '10:00', 0, '2026-12-12T10:00:00+03:00', '2026-12-12'],
  ])('a session on %s at %s with %d days before closes at %s… last day', (day, time, days, closes, last) => {
    const closesAt = registrationClosesAt(day, instantOf(day, time), days);
    expect(isoMoscow(closesAt)).toBe(closes);
    expect(lastRegistrationDay(closesAt)).toBe(last);
  });
});

const open = instantOf('2026-12-01', '12:00');
const closes = instantOf('2026-12-10');
const starts = instantOf('2026-12-12', '10:00');
const ends = instantOf('2026-12-12', '11:30');
const session: RegistrationFacts = {
  startsAt: starts,
  endsAt: ends,
  registrationOpensAt: open,
  registrationClosesAt: closes,
  registration: 'form',
  status: 'scheduled',
};

describe('registration state', () => {
  it.each([
    ['the second before it opens', open - SECOND, 'not-yet-open'],
    ['the instant it opens', open, 'open'],
    ['a second more than 24 hours before it closes', closes - 86_401 * SECOND, 'open'],
    ['24 hours before it closes', closes - 86_400 * SECOND, 'closing-soon'],
    ['the second before it closes', closes - SECOND, 'closing-soon'],
    ['the instant it closes', closes, 'closed'],
    ['the second after', closes + SECOND, 'closed'],
    ['while the visit runs', starts, 'closed'],
    ['the second before the visit ends', ends - SECOND, 'closed'],
    ['the instant the visit ends', ends, 'past'],
  ])('%s', (_when, now, state) => {
    expect(registrationState(session, now)).toBe(state);
  });

  it.each([
    [{ status: 'cancelled' }, open, 'cancelled'],
    [{ status: 'cancelled' }, ends, 'cancelled'],
    [{ status: 'moved' }, open, 'open'],
    [{ registration: 'none', registrationClosesAt: null }, open, 'not-needed'],
    [{ registration: 'none', registrationClosesAt: null }, ends, 'past'],
    [{ registration: 'link', registrationClosesAt: null, registrationOpensAt: null }, open, 'external'],
    [
      { registration: 'link', registrationClosesAt: null, registrationOpensAt: null },
      starts - SECOND,
      'external',
    ],
    [{ registration: 'link', registrationClosesAt: null, registrationOpensAt: null }, starts, 'closed'],
    [{ registration: 'link' }, closes, 'closed'],
    [{ registrationOpensAt: null }, 0, 'open'],
    [{ registrationClosesAt: null }, starts - SECOND, 'closing-soon'],
    [{ registrationClosesAt: null }, starts, 'closed'],
  ] as const)('%j at %d is %s', (change, now, state) => {
    expect(registrationState({ ...session, ...change }, now)).toBe(state);
  });

  it('is full only by a snapshot that says so, and only while registration is open', () => {
    expect(registrationState(session, open, { seats: 'full', takenAt: open })).toBe('full');
    expect(registrationState(session, open, { seats: 'few', takenAt: open })).toBe('open');
    expect(registrationState(session, closes, { seats: 'full', takenAt: open })).toBe('closed');
    expect(registrationState(session, open - SECOND, { seats: 'full', takenAt: open })).toBe('not-yet-open');
  });

  it('takes applications only when open or closing soon', () => {
    expect(
      ['open', 'closing-soon', 'closed', 'full', 'external'].map((s) => takesApplications(s as 'open')),
    ).toEqual([true, true, false, false, false]);
  });

  it('names the next instant at which it may change', () => {
    expect(nextChangeAt(session, 0)).toBe(open);
    expect(nextChangeAt(session, open)).toBe(closes - 86_400 * SECOND);
    expect(nextChangeAt(session, closes - SECOND)).toBe(closes);
    expect(nextChangeAt(session, closes)).toBe(ends);
    expect(nextChangeAt(session, ends)).toBeNull();
    expect(nextChangeAt({ ...session, status: 'cancelled' }, 0)).toBeNull();
  });

  it('changes state at every instant it names and at no other', () => {
    for (let now = open - SECOND; now < ends;) {
      const next = nextChangeAt(session, now);
      if (next === null) break;
      expect(registrationState(session, next - 1)).toBe(registrationState(session, now));
      expect(registrationState(session, next)).not.toBe(registrationState(session, next - 1));
      now = next;
    }
  });
});
