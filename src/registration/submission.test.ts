import { describe, expect, test } from 'vitest';
import type { Outcome, Unknown } from './outcome.ts';
import { isLocked, isUnsettled, retryDelay, START, step } from './submission.ts';
import type { Phase, SubmissionEvent } from './submission.ts';

const network: Unknown = { kind: 'unknown', cause: 'network' };
const accepted = { kind: 'accepted', reference: 'A-1', status: 'confirmed', already: false } as const;
const refused = (reason: 'full' | 'busy' | 'invalid', retryAfter: number | null = null) =>
  ({ kind: 'refused', reason, errors: [], message: '', code: '', retryAfter }) as const;
const outcome = (result: Outcome): SubmissionEvent => ({ type: 'outcome', outcome: result });
const run = (...events: SubmissionEvent[]): Phase => events.reduce(step, START);
const send = { type: 'send' } as const;
const due = { type: 'due' } as const;

describe('one submission', () => {
  test('is accepted', () => {
    expect(run(send, outcome(accepted))).toEqual({ name: 'accepted', reply: accepted });
  });

  test('a second click while sending changes nothing', () => {
    const sending = run(send);
    expect(step(sending, send)).toBe(sending);
  });

  test('a click after acceptance changes nothing, another application begins anew', () => {
    const done = run(send, outcome(accepted));
    expect(step(done, send)).toBe(done);
    expect(step(done, { type: 'anew' })).toBe(START);
  });

  test('a reply that comes when nothing is on the way is not believed', () => {
    expect(run(outcome(accepted))).toBe(START);
    const waiting = run(send, outcome(network));
    expect(step(waiting, outcome(accepted))).toBe(waiting);
  });

  test('a refusal returns to the answers at once', () => {
    expect(run(send, outcome(refused('full')))).toEqual({ name: 'editing', refused: refused('full') });
  });

  test('an unknown outcome is retried three times, then asks', () => {
    const seen: string[] = [];
    let phase = step(START, send);
    for (let turn = 0; turn < 4; turn += 1) {
      phase = step(phase, outcome(network));
      seen.push(phase.name === 'waiting' ? String(phase.delay) : phase.name);
      phase = step(phase, due);
    }
    expect(seen).toEqual(['2000', '5000', '15000', 'unknown']);
    expect(step(phase, send)).toEqual({ name: 'sending', attempt: 1, open: true, slow: false });
  });

  test('waiting can be cut short by the person', () => {
    expect(run(send, outcome(network), send)).toEqual({
      name: 'sending',
      attempt: 1,
      open: true,
      slow: false,
    });
  });

  test('without network nothing is sent until it is back', () => {
    expect(run(send, { type: 'offline' })).toEqual({ name: 'offline', open: false });
    expect(run(send, { type: 'offline' }, due)).toEqual({
      name: 'sending',
      attempt: 1,
      open: false,
      slow: false,
    });
    expect(run(send, outcome(network), due, { type: 'offline' })).toEqual({ name: 'offline', open: true });
    expect(run({ type: 'offline' })).toBe(START);
  });

  test('slow is said once and only while sending', () => {
    const slow = run(send, { type: 'slow' });
    expect(slow).toMatchObject({ slow: true });
    expect(step(slow, { type: 'slow' })).toBe(slow);
    expect(step(START, { type: 'slow' })).toBe(START);
  });

  test('a page left while sending opens as unknown and waits for the person', () => {
    expect(run({ type: 'interrupted' })).toMatchObject({ name: 'unknown', after: { cause: 'interrupted' } });
  });

  test('a page reloaded after acceptance stays accepted', () => {
    expect(run({ type: 'restored', reply: accepted })).toEqual({ name: 'accepted', reply: accepted });
  });

  test('answers are locked exactly while their fate is unknown', () => {
    const phases = [
      START,
      run(send),
      run(send, outcome(network)),
      run({ type: 'interrupted' }),
      run(send, outcome(network), { type: 'send' }, { type: 'offline' }),
      run(send, { type: 'offline' }),
      run(send, outcome(refused('busy'))),
      run(send, outcome(refused('full'))),
      run(send, outcome(accepted)),
    ];
    expect(phases.map(isUnsettled)).toEqual([false, true, true, true, true, false, false, false, false]);
    expect(phases.map(isLocked)).toEqual([false, true, true, true, true, false, true, false, false]);
  });
});

describe('the pause before sending again', () => {
  test.each([
    ['unknown', network, 1, 2000],
    ['unknown, last', network, 4, null],
    ['busy with a time', refused('busy', 7), 1, 7000],
    ['busy without a time', refused('busy'), 2, 5000],
    ['busy for an hour', refused('busy', 3600), 1, null],
    ['invalid', refused('invalid'), 1, null],
    ['interrupted', { kind: 'unknown', cause: 'interrupted' } as const, 1, null],
  ])('%s', (_title, result, attempt, expected) => {
    expect(retryDelay(result, attempt)).toBe(expected);
  });
});
