import { describe, expect, test } from 'vitest';
import { readReply } from './outcome.ts';
import type { Outcome, Reply } from './outcome.ts';

const reply = (status: number, body: unknown = '', more: Partial<Reply> = {}): Reply => ({
  status,
  type: 'cors',
  retryAfter: null,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  ...more,
});
function short(outcome: Outcome): string {
  if (outcome.kind === 'accepted') return `accepted ${outcome.status} ${outcome.reference ?? 'no number'}`;
  return outcome.kind === 'refused' ? `refused ${outcome.reason}` : `unknown ${outcome.cause}`;
}

describe('what a reply means', () => {
  test.each<[string, Reply, string]>([
    ['first', reply(201, { ok: true, reference: 'A-1', status: 'confirmed' }), 'accepted confirmed A-1'],
    ['repeat', reply(200, { ok: true, reference: 'A-1', status: 'waitlist' }), 'accepted waitlist A-1'],
    ['pending', reply(201, { ok: true, reference: 'A-1', status: 'pending' }), 'accepted pending A-1'],
    ['a form service', reply(200, { next: '/thanks', ok: true }), 'accepted pending no number'],
    ['a number that is none', reply(201, { ok: true, reference: { x: 1 } }), 'accepted pending no number'],
    ['ok in words', reply(200, { ok: 'true' }), 'unknown strange'],
    ['not ok', reply(200, { ok: false }), 'unknown strange'],
    ['empty 200', reply(200), 'unknown strange'],
    ['wrong JSON', reply(200, '{"ok":'), 'unknown strange'],
    ['JSON null', reply(200, 'null'), 'unknown strange'],
    ['an error page with 200', reply(200, '<h1>Bad gateway</h1>'), 'unknown strange'],
    ['204', reply(204), 'unknown strange'],
    ['a redirect', reply(0, '', { type: 'opaqueredirect' }), 'unknown strange'],
    ['500', reply(500, '<h1>Error</h1>'), 'unknown server'],
    ['503', reply(503, { ok: true }), 'unknown server'],
    ['408', reply(408), 'unknown strange'],
    ['409', reply(409, {}), 'refused full'],
    ['410', reply(410), 'refused closed'],
    ['413', reply(413), 'refused large'],
    ['429', reply(429), 'refused busy'],
    ['403', reply(403, 'no'), 'refused rejected'],
    ['404', reply(404, '<h1>Not found</h1>'), 'refused rejected'],
    ['422 without errors', reply(422, {}), 'refused rejected'],
    ['422', reply(422, { errors: [{ field: 'name', code: 'required', message: 'Имя' }] }), 'refused invalid'],
    ['400 of a form service', reply(400, { errors: [{ message: 'should be an email' }] }), 'refused invalid'],
  ])('%s', (_title, input, expected) => {
    expect(short(readReply(input))).toBe(expected);
  });

  test('errors are taken as text of bounded length, odd ones are dropped', () => {
    const errors = [
      { field: 'name', code: 1, message: 'а'.repeat(1000) },
      null,
      'x',
      { field: 'email', message: '' },
    ];
    expect(readReply(reply(422, { errors }))).toMatchObject({
      errors: [{ field: 'name', code: '', message: 'а'.repeat(300) }],
    });
  });

  test('the endpoint’s own words are kept', () => {
    expect(readReply(reply(409, { ok: false, code: 'full', message: 'Осталось мест: 2.' }))).toMatchObject({
      reason: 'full',
      code: 'full',
      message: 'Осталось мест: 2.',
    });
    expect(
      readReply(reply(200, { ok: true, reference: 'A-1', status: 'confirmed', already: true })),
    ).toMatchObject({
      already: true,
    });
  });

  test.each([
    ['3', 3],
    ['0.2', 1],
    ['-1', null],
    ['Wed, 21 Oct 2026 07:28:00 GMT', null],
    [null, null],
  ])('Retry-After %j is %j seconds', (retryAfter, seconds) => {
    expect(readReply(reply(429, '', { retryAfter }))).toMatchObject({ retryAfter: seconds });
  });
});
