import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'parse5';
import type { StoredRegistration } from '../storage/storage.ts';
import { startTestEndpoint } from '../testing/running.ts';
import type { TestEndpoint } from '../testing/running.ts';
import { MINUTE } from '../../../src/time/moscow.ts';
import { applicationFields, CLOSES_AT, SESSION_ID, VISIT_AT, writeSiteData } from '../testing/site-data.ts';

let endpoint: TestEndpoint;
afterEach(async () => {
  await endpoint.stop();
});

async function two(): Promise<[StoredRegistration, StoredRegistration]> {
  endpoint = await startTestEndpoint({ sessions: [{ id: SESSION_ID, capacity: 1 }] });
  await endpoint.post(applicationFields());
  await endpoint.post(applicationFields());
  const [first, second] = await endpoint.storage.list(SESSION_ID);
  if (first === undefined || second === undefined) throw new Error('two registrations');
  return [first, second];
}

function press(path: string): Promise<Response> {
  // The pages hide their address, so browsers send these forms with Origin: null.
  return fetch(`${endpoint.url}${path}`, { method: 'POST', redirect: 'manual', headers: { Origin: 'null' } });
}

async function states(): Promise<string[]> {
  return (await endpoint.storage.list(SESSION_ID)).map((one) => one.state);
}

describe('the cancel link', () => {
  it('changes nothing when it is opened, by GET or HEAD, as mail scanners do', async () => {
    const [first] = await two();
    for (const path of ['', '/cancel', '/coming']) {
      await fetch(`${endpoint.url}/t/${first.ticket}${path}`);
      await fetch(`${endpoint.url}/t/${first.ticket}${path}`, { method: 'HEAD' });
    }
    expect(await states()).toEqual(['confirmed', 'waitlist']);
  });

  it('frees the seat when the button is pressed and moves the waiting list', async () => {
    const [first] = await two();
    const reply = await press(`/t/${first.ticket}/cancel`);
    expect([reply.status, reply.headers.get('location')]).toEqual([303, `/t/${first.ticket}`]);
    expect(await states()).toEqual(['cancelled', 'confirmed']);
    await press(`/t/${first.ticket}/cancel`);
    expect(await states()).toEqual(['cancelled', 'confirmed']);
    expect(await (await fetch(`${endpoint.url}/t/${first.ticket}`)).text()).toContain('Запись отменена');
  });

  it('leaves the waiting list to the organisers after the closing, and everything after the start', async () => {
    const [first, second] = await two();
    endpoint.now = CLOSES_AT;
    await press(`/t/${first.ticket}/cancel`);
    expect(await states()).toEqual(['cancelled', 'waitlist']);
    endpoint.now = VISIT_AT;
    await press(`/t/${second.ticket}/cancel`);
    expect(await states()).toEqual(['cancelled', 'waitlist']);
  });

  it('says that a cancelled visit is cancelled, with nothing to press', async () => {
    const [first] = await two();
    writeSiteData(path.join(endpoint.dir, 'data'), [{ id: SESSION_ID, status: 'cancelled' }]);
    for (const page of ['', '/cancel', '/coming']) {
      const text = async (): Promise<string> =>
        (await fetch(`${endpoint.url}/t/${first.ticket}${page}`)).text();
      await expect.poll(text, { timeout: 10_000 }).toContain('<h1>Посещение отменено</h1>');
      expect(await text()).not.toMatch(/<button|Вы записаны/);
    }
  });

  it('says after the visit that it is over', async () => {
    const [first] = await two();
    endpoint.now = VISIT_AT + 90 * MINUTE;
    expect(await (await fetch(`${endpoint.url}/t/${first.ticket}`)).text()).toContain(
      '<h1>Посещение прошло</h1>',
    );
  });

  it('notes «приду»', async () => {
    const [first] = await two();
    await press(`/t/${first.ticket}/coming`);
    expect(await endpoint.storage.findTicket(first.ticket)).toMatchObject({ coming: true });
    expect(await (await fetch(`${endpoint.url}/t/${first.ticket}/coming`)).text()).toContain(
      'Вы ответили, что придёте',
    );
  });

  it('is a page in Russian without scripts, under a strict policy, told to nobody', async () => {
    const [first] = await two();
    const reply = await fetch(`${endpoint.url}/t/${first.ticket}/cancel`);
    const text = await reply.text();
    expect(reply.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/,
    );
    expect(reply.headers.get('referrer-policy')).toBe('no-referrer');
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(text).toContain('<html lang="ru">');
    expect(text).toMatch(/<button[^>]*>Отменить запись<\/button>/);
    expect(text).not.toMatch(/<script|style="|onclick/);
    const faults: string[] = [];
    parse(text, { onParseError: (error) => faults.push(error.code) });
    expect(faults).toEqual([]);
    expect(endpoint.lines.join('\n')).not.toContain(first.ticket);
  });

  it('says kindly that a wrong link is none', async () => {
    await two();
    for (const ticket of ['A'.repeat(22), 'short']) {
      expect((await fetch(`${endpoint.url}/t/${ticket}`)).status).toBe(404);
    }
  });

  it('shows hostile text as text', async () => {
    endpoint = await startTestEndpoint({
      sessions: [{ id: SESSION_ID, details: { address: '<img src=x onerror=alert(1)>' } }],
    });
    await endpoint.post(applicationFields());
    const [one] = await endpoint.storage.list(SESSION_ID);
    const text = await (await fetch(`${endpoint.url}/t/${one?.ticket ?? ''}`)).text();
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(text).not.toContain('<img');
  });
});
