import { describe, expect, test } from 'vitest';
import type { Refused, Unknown } from '../../registration/outcome.ts';
import { START } from '../../registration/submission.ts';
import type { Phase } from '../../registration/submission.ts';
import { outcomeWords, progressWords } from './registration-outcomes.ts';

const unknown = (cause: Unknown['cause']): Unknown => ({ kind: 'unknown', cause });
const refused = (reason: Refused['reason'], message = ''): Refused => ({
  kind: 'refused',
  reason,
  errors: [],
  message,
  code: '',
  retryAfter: null,
});
const words = (phase: Phase): string => {
  const { title, text } = outcomeWords(phase) ?? { title: '', text: '' };
  return `${title}. ${text}`;
};
const CAUSES: Unknown['cause'][] = ['network', 'slow', 'server', 'strange', 'interrupted'];
const REASONS: Refused['reason'][] = ['invalid', 'full', 'closed', 'large', 'busy', 'rejected'];

describe('words claim no more than is known', () => {
  test.each(CAUSES)('unknown, %s', (cause) => {
    const text = words({ name: 'unknown', after: unknown(cause) });
    expect(text).toMatch(/могла дойти/);
    expect(text).toMatch(/ответы на месте/);
    expect(text).not.toMatch(/не принята|записаны[.!]/);
  });

  test.each(REASONS)('refused, %s', (reason) => {
    const text = words({ name: 'editing', refused: refused(reason) });
    expect(text).toMatch(/не принята/i);
    expect(text).toMatch(/ответы на месте/);
    expect(text).not.toMatch(/могла дойти/);
  });

  test('the endpoint’s own words replace ours', () => {
    const text = words({ name: 'editing', refused: refused('full', 'Осталось мест: 1.') });
    expect(text).toBe('Заявка не принята. Осталось мест: 1. Ваши ответы на месте.');
  });

  test('offline: not sent, unless an earlier attempt is open', () => {
    expect(words({ name: 'offline', open: false })).toMatch(/ещё не отправлена/);
    expect(words({ name: 'offline', open: true })).toMatch(/могла дойти/);
    expect(words({ name: 'offline', open: true })).not.toMatch(/не отправлена/);
  });

  test('waiting names the pause', () => {
    const waiting = {
      name: 'waiting',
      attempt: 1,
      open: true,
      delay: 1500,
      after: unknown('network'),
    } as const;
    expect(words(waiting)).toMatch(/через 2 с/);
    expect(words({ ...waiting, open: false, after: refused('busy') })).toMatch(/ещё не принята/);
  });

  test('nothing is said before anything has happened', () => {
    expect(outcomeWords(START)).toBeNull();
    expect(progressWords(START)).toBe('');
    expect(progressWords({ name: 'sending', attempt: 1, open: false, slow: true })).toMatch(
      /дольше обычного/,
    );
  });
});
