import { afterEach, describe, expect, it } from 'vitest';
import { applicationFields, SESSION_ID } from '../testing/site-data.ts';
import { SITE, startTestEndpoint } from '../testing/running.ts';
import type { TestEndpoint } from '../testing/running.ts';

let endpoint: TestEndpoint;
afterEach(async () => {
  await endpoint.stop();
});

describe('origins', () => {
  it('takes applications from the site only, and lets every page read the refusal it may read', async () => {
    endpoint = await startTestEndpoint();
    const foreign = await endpoint.post(applicationFields(), {
      headers: { Origin: 'https://elsewhere.example' },
    });
    expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([403, SITE]);
    expect(await endpoint.storage.list(SESSION_ID)).toHaveLength(0);
  });

  it('takes Origin: null from a plain form and not from a script', async () => {
    endpoint = await startTestEndpoint();
    const headers = { Origin: 'null' };
    expect((await endpoint.post(applicationFields(), { headers })).status).toBe(403);
    const plain = await endpoint.post(applicationFields(), { headers, json: false });
    expect([plain.status, plain.headers.get('location')]).toEqual([303, `${SITE}/registration/sent/`]);
  });

  it('returns visitors to the allowed site they came from', async () => {
    endpoint = await startTestEndpoint({ settings: { allowedOrigins: [SITE, 'http://127.0.0.1:4321'] } });
    const headers = { Origin: 'http://127.0.0.1:4321' };
    const reply = await endpoint.post(applicationFields(), { headers, json: false });
    expect(reply.headers.get('location')).toBe('http://127.0.0.1:4321/registration/sent/');
    expect(reply.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:4321');
  });

  it('answers a preflight', async () => {
    endpoint = await startTestEndpoint();
    const reply = await fetch(endpoint.formUrl, { method: 'OPTIONS', headers: { Origin: SITE } });
    expect([reply.status, reply.headers.get('access-control-allow-origin')]).toEqual([204, SITE]);
  });
});

describe('limits', () => {
  it('answers 429 with Retry-After and CORS, and forgives with time', async () => {
    endpoint = await startTestEndpoint();
    const rates = { ...endpoint.settings.rates, perAddressBurst: 2, perAddressPerMinute: 6 };
    await endpoint.stop();
    endpoint = await startTestEndpoint({ settings: { rates } });
    const statuses = [];
    for (let index = 0; index < 3; index += 1)
      statuses.push((await endpoint.post(applicationFields())).status);
    expect(statuses).toEqual([201, 201, 429]);
    const refused = await endpoint.post(applicationFields());
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(refused.headers.get('access-control-allow-origin')).toBe(SITE);
    // Another visitor behind the proxy on this machine has a bucket of their own.
    const other = await endpoint.post(applicationFields(), {
      headers: { 'X-Forwarded-For': '1.2.3.4, 198.51.100.7' },
    });
    expect(other.status).toBe(201);
    endpoint.now += 10_000;
    expect((await endpoint.post(applicationFields())).status).toBe(201);
  });

  it.each([70_000, 5_000_000])('answers 413 to %i bytes, readable for the page', async (size) => {
    endpoint = await startTestEndpoint();
    const reply = await endpoint.post(applicationFields({ comment: 'x'.repeat(size) }));
    expect([reply.status, reply.headers.get('access-control-allow-origin')]).toEqual([413, SITE]);
  });

  it('answers 415 to anything but a form', async () => {
    endpoint = await startTestEndpoint();
    const reply = await fetch(endpoint.formUrl, {
      method: 'POST',
      body: '{}',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    });
    expect(reply.status).toBe(415);
  });
});

describe('availability', () => {
  it('says open, few and full with its time, and nothing about people', async () => {
    endpoint = await startTestEndpoint({
      sessions: [
        { id: SESSION_ID, capacity: 5 },
        { id: 'w/a/1', status: 'cancelled' },
      ],
    });
    const read = async (): Promise<unknown> => {
      endpoint.now += 10_000;
      const reply = await fetch(endpoint.availabilityUrl);
      expect(reply.headers.get('access-control-allow-origin')).toBe('*');
      expect(reply.headers.get('cache-control')).toBe('public, max-age=10');
      return reply.json();
    };
    expect(await read()).toEqual({
      takenAt: '2026-12-01T14:05:10+03:00',
      waitlist: true,
      sessions: { [SESSION_ID]: 'open' },
    });
    await endpoint.post(applicationFields({ party_size: '3' }));
    expect(await read()).toMatchObject({ sessions: { [SESSION_ID]: 'few' } });
    await endpoint.post(applicationFields({ party_size: '2' }));
    expect(await read()).toMatchObject({ sessions: { [SESSION_ID]: 'full' } });
  });

  it('tells the endpoint’s own time', async () => {
    endpoint = await startTestEndpoint();
    expect((await fetch(endpoint.availabilityUrl)).headers.get('date')).toBe('Tue, 01 Dec 2026 11:05:00 GMT');
  });
});

describe('logs', () => {
  it('hold nothing personal', async () => {
    endpoint = await startTestEndpoint();
    await endpoint.post(
      applicationFields({ name: 'Секретное Имя', email: 'secret@example.org', phone: '+79161112233' }),
    );
    await endpoint.post(applicationFields({ name: 'Секретное Имя', email: 'bad' }));
    const text = endpoint.lines.join('\n');
    expect(text).toMatch(/POST \/applications 201/);
    expect(text).not.toMatch(/секретн|secret|1112233|127\.0/i);
  });
});
