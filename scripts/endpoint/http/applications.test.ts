import { afterEach, describe, expect, it } from 'vitest';
import { instantOf, isoMoscow } from '../../../src/time/moscow.ts';
import { applicationFields, CLOSES_AT, OPENS_AT, SESSION_ID, VISIT_AT } from '../testing/site-data.ts';
import { SITE, startTestEndpoint } from '../testing/running.ts';
import type { TestEndpoint } from '../testing/running.ts';

let endpoint: TestEndpoint;
afterEach(async () => {
  await endpoint.stop();
});

async function body(response: Response): Promise<Record<string, unknown>> {
  return (await response.json()) as Record<string, unknown>;
}

describe('accepting', () => {
  it('answers 201 and stores the application once, then 200 with the same body', async () => {
    endpoint = await startTestEndpoint();
    const fields = applicationFields();
    const first = await endpoint.post(fields);
    const again = await endpoint.post(fields);
    expect([first.status, again.status]).toEqual([201, 200]);
    const reply = await body(first);
    expect(reply).toEqual({
      ok: true,
      reference: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/),
      status: 'confirmed',
    });
    expect(await body(again)).toEqual(reply);
    expect(await endpoint.storage.list(SESSION_ID)).toHaveLength(1);
  });

  it('gives the same answer to a repeat after the closing, after a moved start and after the session is gone', async () => {
    endpoint = await startTestEndpoint();
    const fields = applicationFields();
    const reply = await body(await endpoint.post(fields));
    endpoint.now = CLOSES_AT + 1;
    const late = await endpoint.post(fields);
    expect([late.status, await body(late)]).toEqual([200, reply]);
  });

  it('takes over corrected answers under the same submission while it is open', async () => {
    endpoint = await startTestEndpoint();
    const fields = applicationFields();
    const reply = await body(await endpoint.post(fields));
    const corrected = await endpoint.post({ ...fields, email: 'right@example.org' });
    expect([corrected.status, await body(corrected)]).toEqual([200, reply]);
    expect((await endpoint.storage.list(SESSION_ID)).map((one) => one.answers.email)).toEqual([
      'right@example.org',
    ]);
  });

  it('recognises the same person without a script by session, contact and name', async () => {
    endpoint = await startTestEndpoint();
    const fields = applicationFields({ submission_id: '', name: 'Пётр Сидоров' });
    expect((await endpoint.post(fields, { json: false })).headers.get('location')).toBe(
      `${SITE}/registration/sent/`,
    );
    const again = await endpoint.post(
      { ...fields, name: 'СИДОРОВ  Петр', email: fields.email?.toUpperCase() ?? '' },
      { json: false },
    );
    expect([again.status, again.headers.get('location')]).toEqual([
      303,
      `${SITE}/registration/sent/#already`,
    ]);
    const json = await body(await endpoint.post(fields));
    expect(json).toMatchObject({ ok: true, already: true, message: 'Вы уже записаны на это посещение.' });
    expect(await endpoint.storage.list(SESSION_ID)).toHaveLength(1);
    expect((await endpoint.post({ ...fields, name: 'Анна Сидорова' })).status).toBe(201);
  });

  it('puts whoever fills in the honeypot into quarantine, without a seat', async () => {
    endpoint = await startTestEndpoint({ sessions: [{ id: SESSION_ID, capacity: 1 }] });
    const caught = await endpoint.post(applicationFields({ company_fax: 'x' }));
    expect([caught.status, (await body(caught)).status]).toEqual([201, 'pending']);
    const plain = await endpoint.post(applicationFields({ company_fax: 'x' }), { json: false });
    expect(plain.headers.get('location')).toBe(`${SITE}/registration/sent/#pending`);
    expect((await body(await endpoint.post(applicationFields()))).status).toBe('confirmed');
    expect(await endpoint.storage.quarantined()).toHaveLength(2);
  });
});

describe('refusing', () => {
  it('names every fault with field, code and message', async () => {
    endpoint = await startTestEndpoint();
    const reply = await endpoint.post(applicationFields({ email: 'ivan', phone: '12', consent: '' }));
    expect(reply.status).toBe(422);
    const { errors } = (await reply.json()) as { errors: { field: string; code: string; message: string }[] };
    expect(errors.map((error) => error.field)).toEqual(['email', 'phone', 'consent']);
    expect(errors.every((error) => /[а-я]/.test(error.message))).toBe(true);
  });

  it('fills the seats, then the waiting list, then refuses with 409', async () => {
    endpoint = await startTestEndpoint({
      sessions: [{ id: SESSION_ID, capacity: 2 }],
      settings: { waitlistPercent: 50 },
    });
    const replies = [];
    for (let index = 0; index < 4; index += 1) replies.push(await endpoint.post(applicationFields()));
    expect(replies.map((reply) => reply.status)).toEqual([201, 201, 201, 409]);
    const full = replies[3];
    if (replies[2] === undefined || full === undefined) throw new Error('four replies');
    expect((await body(replies[2])).status).toBe('waitlist');
    expect(await body(full)).toMatchObject({ ok: false, code: 'full', message: 'Места закончились.' });
  });

  it('counts a party as its people and a team as one', async () => {
    endpoint = await startTestEndpoint({
      sessions: [
        { id: SESSION_ID, capacity: 4 },
        { id: 'w/quiz/2026-12-10-1030', capacity: 2, perTeam: { minSize: 2, maxSize: 6 } },
      ],
      settings: { waitlistPercent: 0 },
    });
    expect((await endpoint.post(applicationFields({ party_size: '3' }))).status).toBe(201);
    const tooMany = await endpoint.post(applicationFields({ party_size: '2' }));
    expect(await body(tooMany)).toMatchObject({
      code: 'full',
      free: 1,
      message: 'Осталось мест: 1. Уменьшите число людей.',
    });
    const team = { session: 'w/quiz/2026-12-10-1030', team_name: 'Токари', team_size: '6' };
    expect((await endpoint.post(applicationFields(team))).status).toBe(201);
    expect((await endpoint.post(applicationFields(team))).status).toBe(201);
    expect((await endpoint.post(applicationFields(team))).status).toBe(409);
  });

  it.each([
    ['a second before the opening', OPENS_AT - 1000, 410, 'not-yet-open'],
    ['at the opening', OPENS_AT, 201, undefined],
    ['a second before the closing', CLOSES_AT - 1000, 201, undefined],
    ['at the closing', CLOSES_AT, 410, 'closed'],
    ['a second after', CLOSES_AT + 1000, 410, 'closed'],
    ['a year after', instantOf('2027-12-01'), 410, 'closed'],
  ])('%s', async (_, now, status, code) => {
    endpoint = await startTestEndpoint({ now });
    const reply = await endpoint.post(applicationFields());
    expect([reply.status, (await body(reply)).code]).toEqual([status, code]);
    expect(reply.headers.get('access-control-allow-origin')).toBe(SITE);
  });

  it('says closed rather than invalid when both are true, and knows cancelled and foreign sessions', async () => {
    endpoint = await startTestEndpoint({
      sessions: [
        { id: SESSION_ID },
        { id: 'w/a/1', status: 'cancelled' },
        { id: 'w/b/1', registration: 'link' },
      ],
      now: CLOSES_AT,
    });
    expect((await endpoint.post(applicationFields({ email: '' }))).status).toBe(410);
    endpoint.now = CLOSES_AT - 1;
    expect(await body(await endpoint.post(applicationFields({ session: 'w/a/1' })))).toMatchObject({
      code: 'cancelled',
    });
    expect(await body(await endpoint.post(applicationFields({ session: 'w/b/1' })))).toMatchObject({
      code: 'not-here',
    });
    const unknown = await endpoint.post(applicationFields({ session: 'w/none/1' }));
    expect([unknown.status, await body(unknown)]).toMatchObject([
      422,
      { errors: [{ field: 'session', code: 'unknown' }] },
    ]);
    const moved = await endpoint.post(applicationFields({ session_start: isoMoscow(VISIT_AT - 3_600_000) }));
    expect(await body(moved)).toMatchObject({ errors: [{ field: 'session_start', code: 'changed' }] });
  });

  it('closes by hand', async () => {
    endpoint = await startTestEndpoint();
    await endpoint.storage.closeByHand(SESSION_ID, endpoint.now);
    expect((await endpoint.post(applicationFields())).status).toBe(410);
    await endpoint.storage.reopenByHand(SESSION_ID, endpoint.now);
    expect((await endpoint.post(applicationFields())).status).toBe(201);
  });
});

describe('a plain form', () => {
  it('is sent to one of the site’s pages, without personal data in the address', async () => {
    endpoint = await startTestEndpoint({
      sessions: [
        { id: SESSION_ID, capacity: 1 },
        { id: 'w/a/1', status: 'cancelled' },
      ],
      settings: { waitlistPercent: 0 },
    });
    const plain = async (over: Record<string, string>): Promise<string | null> => {
      const reply = await endpoint.post(applicationFields({ submission_id: '', ...over }), { json: false });
      expect(reply.status).toBe(303);
      return reply.headers.get('location');
    };
    expect(await plain({})).toBe(`${SITE}/registration/sent/`);
    expect(await plain({})).toBe(`${SITE}/registration/full/`);
    expect(await plain({ session: 'w/a/1' })).toBe(`${SITE}/registration/closed/`);
    expect(await plain({ email: 'secret' })).toBe(`${SITE}/registration/failed/#email`);
  });
});
