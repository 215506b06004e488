import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { afterEach, describe, expect, it } from 'vitest';
import { startTestEndpoint } from '../testing/running.ts';
import type { TestEndpoint } from '../testing/running.ts';
import { HOUR } from '../../../src/time/moscow.ts';
import { applicationFields, SESSION_ID, VISIT_AT, writeSiteData } from '../testing/site-data.ts';
import { csvCell, csvFile } from './csv.ts';

const TOKEN = 'a-long-token-for-the-organisers';
const BASIC = `Basic ${Buffer.from(`office:${TOKEN}`).toString('base64')}`;

let endpoint: TestEndpoint | null = null;
afterEach(async () => {
  await endpoint?.stop();
  endpoint = null;
});

async function office(): Promise<TestEndpoint> {
  endpoint = await startTestEndpoint({
    sessions: [{ id: SESSION_ID, capacity: 2 }],
    settings: { adminToken: TOKEN },
  });
  return endpoint;
}

function open(running: TestEndpoint, path: string, authorization = BASIC): Promise<Response> {
  return fetch(`${running.url}/office${path}`, {
    headers: { Authorization: authorization },
    redirect: 'manual',
  });
}

async function keyOf(running: TestEndpoint): Promise<string> {
  const text = await (await open(running, `/session?session=${SESSION_ID}`)).text();
  return /name="key" value="([^"]+)"/.exec(text)?.[1] ?? '';
}

function press(running: TestEndpoint, path: string, fields: Record<string, string>): Promise<Response> {
  return fetch(`${running.url}/office/${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Authorization: BASIC },
    body: new URLSearchParams(fields),
  });
}

describe('who gets in', () => {
  it('nobody when no token is set', async () => {
    endpoint = await startTestEndpoint();
    expect((await open(endpoint, '')).status).toBe(404);
    expect((await open(endpoint, '/registrations.csv')).status).toBe(404);
  });

  it('nobody without the token, on any page', async () => {
    const running = await office();
    for (const path of [
      '',
      '/session',
      '/registrations.csv',
      '/quarantine',
      '/person',
      '/audit',
      '/registration?id=1',
    ]) {
      expect((await open(running, path, 'Bearer wrong')).status).toBe(401);
      expect((await open(running, path)).status).not.toBe(401);
    }
    expect((await open(running, '', `Bearer ${TOKEN}`)).status).toBe(200);
  });

  it('slows down whoever guesses', async () => {
    const running = await office();
    const statuses = new Set<number>();
    for (let index = 0; index < 30; index += 1)
      statuses.add((await open(running, '', 'Bearer guess')).status);
    expect([...statuses]).toEqual([401, 429]);
  });

  it('no page of another site, although the browser sends the password along', async () => {
    const running = await office();
    expect((await press(running, 'close', { session: SESSION_ID })).status).toBe(403);
    expect(await running.storage.closedByHand()).toEqual(new Set());
  });
});

describe('the office', () => {
  it('lists, prints and exports a session with hostile text in every field', async () => {
    const running = await office();
    const hostile = {
      name: 'Ёлкина Мария',
      comment: '=HYPERLINK("http://evil.example";"x")\n<script>alert(1)</script>; "кавычки"',
    };
    await running.post(applicationFields(hostile));
    const file = await (await open(running, `/registrations.csv?session=${SESSION_ID}`)).text();
    const bytes = Buffer.from(
      await (await open(running, `/registrations.csv?session=${SESSION_ID}`)).arrayBuffer(),
    );
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows: unknown = parseCsv(file, { delimiter: ';', columns: true, bom: true });
    expect(rows).toEqual([
      expect.objectContaining({
        Имя: 'Ёлкина Мария',
        Состояние: 'записан',
        'Что учесть': `'${hostile.comment}`,
        Телефон: expect.stringMatching(/^'\+7916/),
      }),
    ]);
    const page = await (await open(running, `/session?session=${SESSION_ID}`)).text();
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toContain('<script');
    const overview = await (await open(running, '')).text();
    expect(overview).toContain('1 из 2');
  });

  it('closes by hand, corrects, seats, cancels', async () => {
    const running = await office();
    const key = await keyOf(running);
    await press(running, 'close', { key, session: SESSION_ID });
    expect((await running.post(applicationFields())).status).toBe(410);
    await press(running, 'reopen', { key, session: SESSION_ID });
    for (let index = 0; index < 3; index += 1) await running.post(applicationFields());
    const [first, , third] = await running.storage.list(SESSION_ID);
    expect((await press(running, 'seat', { key, id: String(third?.id) })).status).toBe(409);
    const fields = {
      key,
      id: String(first?.id),
      name: 'Новое Имя',
      email: 'new@example.org',
      phone: '8 (916) 000-00-00',
      party_size: '1',
      comment: '',
    };
    expect((await press(running, 'correct', { ...fields, email: 'bad' })).status).toBe(409);
    expect((await press(running, 'correct', fields)).status).toBe(303);
    expect((await running.storage.list(SESSION_ID))[0]?.answers).toMatchObject({
      name: 'Новое Имя',
      phone: '+79160000000',
    });
    await press(running, 'cancel', { key, id: String(first?.id) });
    expect((await running.storage.list(SESSION_ID)).map((one) => one.state)).toEqual([
      'cancelled',
      'confirmed',
      'confirmed',
    ]);
  });

  it('shows the quarantine and releases from it', async () => {
    const running = await office();
    await running.post(applicationFields({ company_fax: 'filled', name: 'Живой Человек' }));
    expect(await (await open(running, '/quarantine')).text()).toContain('Живой Человек');
    const [caught] = await running.storage.quarantined();
    await press(running, 'release', { key: await keyOf(running), id: String(caught?.id) });
    expect((await running.storage.list(SESSION_ID))[0]?.state).toBe('confirmed');
  });

  it('hands out and deletes what is kept about one person', async () => {
    const running = await office();
    await running.post(applicationFields({ email: 'one@example.org' }));
    await running.post(applicationFields({ email: 'two@example.org' }));
    const key = await keyOf(running);
    const exported = (await (
      await press(running, 'person/export', { key, email: 'ONE@example.org' })
    ).json()) as {
      registrations: Record<string, unknown>[];
    };
    expect(exported.registrations).toHaveLength(1);
    expect(exported.registrations[0]).not.toHaveProperty('ticket');
    await running.round();
    await press(running, 'person/forget', { key, email: 'one@example.org' });
    expect(readdirSync(running.settings.mailDir)).toHaveLength(1);
    expect((await running.storage.list(SESSION_ID)).map((one) => one.answers.email)).toEqual([
      'two@example.org',
    ]);
    const audit = await (await open(running, '/audit')).text();
    expect(audit).toContain('forget-person');
    expect(`${audit}${running.lines.join('\n')}`).not.toContain('one@example');
  });
});

describe('a visit that does not take place', () => {
  const OTHER = 'winter-2026/testovy-zavod/2026-12-12-1030';
  const OTHER_AT = VISIT_AT + 48 * HOUR;

  async function rebuild(
    running: TestEndpoint,
    sessions: Parameters<typeof writeSiteData>[1],
  ): Promise<void> {
    writeSiteData(path.join(running.dir, 'data'), sessions);
    await expect
      .poll(
        async () => {
          await open(running, '');
          return running.lines.join();
        },
        { timeout: 10_000 },
      )
      .toContain('прочитаны заново');
  }

  const mailsOf = (running: TestEndpoint): string =>
    readdirSync(running.settings.mailDir)
      .map((file) => /^[\d-]+-([a-z-]+)\./.exec(file)?.[1] ?? file)
      .join();

  it('gives no seats once it is cancelled', async () => {
    const running = await office();
    for (let index = 0; index < 3; index += 1) await running.post(applicationFields());
    await running.post(applicationFields({ company_fax: 'filled' }));
    await rebuild(running, [{ id: SESSION_ID, capacity: 5, status: 'cancelled' }]);
    const key = await keyOf(running);
    const [, , waiting, caught] = await running.storage.list(SESSION_ID);
    const seated = await press(running, 'seat', { key, id: String(waiting?.id) });
    expect([seated.status, await seated.text()]).toEqual([
      409,
      expect.stringContaining('Посещение отменено'),
    ]);
    expect((await press(running, 'release', { key, id: String(caught?.id) })).status).toBe(409);
    expect((await running.storage.list(SESSION_ID)).map((one) => one.state)).toEqual([
      'confirmed',
      'confirmed',
      'waitlist',
      'quarantine',
    ]);
  });

  it('that has vanished from the site is cancelled by hand, and everybody is told', async () => {
    const running = await office();
    await running.post(applicationFields());
    const key = await keyOf(running);
    expect((await press(running, 'cancel-session', { key, session: SESSION_ID })).status).toBe(404);
    await rebuild(running, [{ id: OTHER, startsAt: OTHER_AT }]);
    expect(await (await open(running, `/session?session=${SESSION_ID}`)).text()).toContain(
      'больше нет на сайте',
    );
    await press(running, 'cancel-session', { key, session: SESSION_ID });
    await press(running, 'cancel-session', { key, session: SESSION_ID });
    await running.round();
    expect(mailsOf(running)).toBe('confirmed,session-cancelled');
  });

  it('that has vanished from the site is moved by hand, to a visit of the same enterprise only', async () => {
    const running = await office();
    await running.post(applicationFields());
    const key = await keyOf(running);
    const elsewhere = 'winter-2026/drugoy-zavod/2026-12-12-1030';
    await rebuild(running, [{ id: OTHER, startsAt: OTHER_AT }, { id: elsewhere }]);
    const move = (to: string): Promise<Response> =>
      press(running, 'move-session', { key, session: SESSION_ID, to });
    expect((await move(elsewhere)).status).toBe(404);
    expect((await move(OTHER)).headers.get('location')).toContain(encodeURIComponent(OTHER));
    await running.round();
    expect(await running.storage.list(OTHER)).toMatchObject([{ sessionStartsAt: OTHER_AT }]);
    expect(mailsOf(running)).toBe('confirmed,session-moved');
  });
});

describe('cells', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\n=1', '＝1', '|cmd', '%x'])(
    '%j cannot run as a formula',
    (text) => {
      expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it('are NFC, and plain text and numbers stay as they are', () => {
    expect(csvCell('Андрей'.normalize('NFD'))).toBe('Андрей');
    expect(
      csvFile([
        ['а', 2],
        ['б;в', 'г"д'],
      ]),
    ).toBe('\uFEFFа;2\r\n"б;в";"г""д"\r\n');
  });
});
