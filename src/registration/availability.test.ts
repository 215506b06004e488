import { describe, expect, test } from 'vitest';
import { snapshotOf } from './availability.ts';

const takenAt = '2026-12-01T14:05:00+03:00';

describe('a snapshot of seats', () => {
  test('is read for one session', () => {
    expect(snapshotOf({ takenAt, waitlist: true, sessions: { a: 'full' } }, 'a')).toEqual({
      seats: 'full',
      takenAt: Date.UTC(2026, 11, 1, 11, 5),
      waitlist: true,
    });
  });

  test.each([
    ['no session', { takenAt, sessions: {} }],
    ['an inherited name', { takenAt, sessions: {} }, 'constructor'],
    ['an unknown word', { takenAt, sessions: { a: 'plenty' } }],
    ['no date', { sessions: { a: 'full' } }],
    ['a local date', { takenAt: '2026-12-01T14:05:00', sessions: { a: 'full' } }],
    ['a list', []],
    ['nothing', null],
    ['text', 'full'],
  ])('says nothing when it holds %s', (_title, json, id = 'a') => {
    expect(snapshotOf(json, id)).toBeNull();
  });
});
