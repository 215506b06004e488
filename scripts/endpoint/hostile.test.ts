import { afterEach, describe, expect, it } from 'vitest';
import { startTestEndpoint } from './testing/running.ts';
import type { TestEndpoint } from './testing/running.ts';
import { applicationFields, SESSION_ID } from './testing/site-data.ts';

const TOKEN = 'a-long-token-for-the-organisers';
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; DROP TABLE registrations; --",
  '=cmd|" /C calc"!A1',
  'a\r\nBcc: victim@example.org\r\n\r\nbody',
  '\u0000\u0007\u001B[31m',
  '\u202Eigor\u200B\uFEFF',
  '\uD800 lone surrogate',
  '𝄞👩‍👩‍👧‍👦ﷺ',
  '{{constructor.constructor("x")()}} ${x} %s %00',
  '__proto__',
  '../../etc/passwd',
  'я'.repeat(3000),
];

let endpoint: TestEndpoint;
afterEach(async () => {
  await endpoint.stop();
});

describe('hostile text', () => {
  it.each(Object.keys(applicationFields()))('in the field %s never breaks, leaks or runs', async (field) => {
    endpoint = await startTestEndpoint({
      sessions: [{ id: SESSION_ID, capacity: 2000 }],
      settings: { adminToken: TOKEN, publicUrl: 'https://zapis.example.org' },
    });
    let accepted = 0;
    for (const text of HOSTILE) {
      for (const json of [true, false]) {
        const fields = applicationFields({ [field]: text });
        const reply = await endpoint.post(fields, { json });
        if (json) expect([200, 201, 422]).toContain(reply.status);
        else expect(reply.headers.get('location')).toMatch(/\/registration\/(?:sent|failed)\/(?:#[a-z_]+)?$/);
        if (reply.status < 300 || reply.headers.get('location')?.includes('/sent/') === true) accepted += 1;
      }
    }
    const stored = [...(await endpoint.storage.list(SESSION_ID))];
    expect(stored).toHaveLength(accepted);
    for (const { answers } of stored) {
      expect(JSON.stringify(answers)).not.toMatch(/\\u0000|\\u202e|\\ud800|\\u200b/i);
    }
    const headers = { Authorization: `Bearer ${TOKEN}` };
    for (const path of [
      `session?session=${SESSION_ID}`,
      'quarantine',
      `registration?id=${stored[0]?.id ?? 1}`,
    ]) {
      const page = await (await fetch(`${endpoint.url}/office/${path}`, { headers })).text();
      expect(page).not.toMatch(/<script|<img/);
    }
    const csv = await (
      await fetch(`${endpoint.url}/office/registrations.csv?session=${SESSION_ID}`, { headers })
    ).text();
    expect(csv).not.toMatch(/(?:^|;|\n)"?[=@]/);
    await endpoint.round();
    expect(await endpoint.storage.mailStates()).toMatchObject({ queued: 0, failed: 0 });
    expect(endpoint.lines.join('\n')).not.toMatch(/script|DROP|passwd|Bcc/);
  });

  it('in names of fields, doubled and missing fields, and a body that is no form', async () => {
    endpoint = await startTestEndpoint();
    for (const body of [
      '',
      '&&&==',
      '%',
      '%E0%A4%A',
      'session',
      'name=a&name=b',
      '__proto__=1&constructor=2',
      '\u0000',
    ]) {
      const reply = await fetch(endpoint.formUrl, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
      });
      expect(reply.status).toBe(422);
    }
  });
});
