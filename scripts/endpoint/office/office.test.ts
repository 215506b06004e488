import { parse as parseCsv } from 'csv-parse/sync';
import { afterEach, describe, expect, it } from 'vitest';
import { startTestEndpoint } from '../testing/running.ts';
import type { TestEndpoint } from '../testing/running.ts';
import { applicationFields, SESSION_ID } from '../testing/site-data.ts';
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
    await press(running, 'person/forget', { key, email: 'one@example.org' });
    expect((await running.storage.list(SESSION_ID)).map((one) => one.answers.email)).toEqual([
      'two@example.org',
    ]);
    const audit = await (await open(running, '/audit')).text();
    expect(audit).toContain('forget-person');
    expect(`${audit}${running.lines.join('\n')}`).not.toContain('one@example');
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
