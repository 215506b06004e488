import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import nodeIcal from 'node-ical';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { HOUR, instantOf, MINUTE } from '../../../src/time/moscow.ts';
import { startTestEndpoint } from '../testing/running.ts';
import type { TestEndpoint } from '../testing/running.ts';
import { applicationFields, SESSION_ID, VISIT_AT, writeSiteData } from '../testing/site-data.ts';
import { pauseAfter } from './mailer.ts';

type Received = { readonly to: string[]; readonly raw: string; readonly mail: ParsedMail };

/** A mail server that keeps what it takes; `refuse` answers the recipients. */
class TestSmtp {
  readonly received: Received[] = [];
  refuse: { code: number; times: number } = { code: 0, times: 0 };
  /** Takes the message, then breaks the connection before its answer arrives. */
  dropAfterData = 0;
  readonly #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: (_, __, callback) => {
      if (this.refuse.times <= 0) {
        callback();
        return;
      }
      this.refuse.times -= 1;
      callback(Object.assign(new Error('no'), { responseCode: this.refuse.code }));
    },
    onData: (stream, session, callback) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts);
        void simpleParser(raw).then((mail) => {
          const to = session.envelope.rcptTo.map((one) => one.address);
          this.received.push({ to, raw: raw.toString('utf8'), mail });
          if (this.dropAfterData > 0) {
            this.dropAfterData -= 1;
            callback(Object.assign(new Error('try again'), { responseCode: 421 }));
          } else callback();
        });
      });
    },
  });

  listen(): Promise<string> {
    return new Promise((resolve) => {
      const listening = this.#server.listen(0, '127.0.0.1', () => {
        const address = listening.address();
        resolve(`smtp://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`);
      });
    });
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => {
        resolve();
      });
    });
  }

  kinds(): (string | undefined)[] {
    return this.received.map(({ mail }) => /<([a-z-]+)\./.exec(mail.messageId ?? '')?.[1]).sort();
  }
}

let endpoint: TestEndpoint;
let smtp: TestSmtp | null = null;
afterEach(async () => {
  await endpoint.stop();
  await smtp?.stop();
  smtp = null;
});

async function withSmtp(options: Parameters<typeof startTestEndpoint>[0] = {}): Promise<TestSmtp> {
  smtp = new TestSmtp();
  const smtpUrl = await smtp.listen();
  endpoint = await startTestEndpoint({
    ...options,
    settings: { smtpUrl, publicUrl: 'https://zapis.example.org', ...options.settings },
  });
  return smtp;
}

describe('the confirmation through a real SMTP conversation', () => {
  it('says everything needed, in text and HTML, with a calendar that two other parsers read alike', async () => {
    const server = await withSmtp();
    await endpoint.post(
      applicationFields({ name: 'Пётр Ильин', email: 'petr@example.org', party_size: '2' }),
    );
    await endpoint.round();
    expect(server.received).toHaveLength(1);
    const [received] = server.received;
    if (received === undefined) throw new Error('no mail');
    const { to, mail, raw } = received;
    const [stored] = await endpoint.storage.list(SESSION_ID);
    expect(to).toEqual(['petr@example.org']);
    expect(mail.subject).toBe('Вы записаны: Как делают детали, 10 декабря в 10:30');
    expect(mail.from?.value).toEqual([{ address: 'zapis@example.org', name: 'Открой#Моспром' }]);
    expect(mail.messageId).toMatch(/^<confirmed\.[0-9a-f-]{36}@example\.org>$/);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    const link = `https://zapis.example.org/t/${stored?.ticket ?? '-'}`;
    const needed = [
      '10 декабря 2026 года, четверг, 10:30–12:00 по московскому времени',
      'Тестовый завод',
      'улица Примерная, 1, стр. 2; вход: проходная № 2, со двора; метро «Авиамоторная», 12 минут пешком',
      'Пётр Ильин, 2 человека',
      'С 12 лет; До 14 лет — только со взрослым',
      'паспорт или свидетельство о рождении',
      'закрытая обувь без каблука',
      'Снимать можно в отведённых местах',
      stored?.reference ?? '-',
      link,
    ];
    const htmlText = String(mail.html).replace(/[\u00A0\u202F]/g, ' ');
    for (const words of needed) {
      expect(mail.text).toContain(words);
      expect(htmlText).toContain(words);
    }
    expect(htmlText).not.toMatch(/<(?:script|img|link|form)|https?:\/\/(?!zapis\.example\.org|localhost)/);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);

    const [attachment] = mail.attachments;
    expect(attachment?.contentType).toBe('text/calendar');
    const text = attachment?.content.toString('utf8') ?? '';
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const event = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent');
    if (event === null) throw new Error('no event');
    const parsed = new ICAL.Event(event);
    expect(parsed.uid).toBe(`${stored?.reference ?? '-'}@example.org`);
    expect(parsed.startDate.toUnixTime() * 1000).toBe(VISIT_AT);
    expect(parsed.endDate.toUnixTime() * 1000).toBe(VISIT_AT + 90 * MINUTE);
    expect(parsed.location).toContain('проходная № 2');
    expect(parsed.description).toContain(link);
    const alarms = event
      .getAllSubcomponents('valarm')
      .map((alarm) => String(alarm.getFirstPropertyValue('trigger')));
    expect(alarms).toEqual(['-P1D', '-PT2H']);
    const other = Object.values(nodeIcal.sync.parseICS(text)).find((part) => part?.type === 'VEVENT');
    if (other?.type !== 'VEVENT') throw new Error('node-ical sees no event');
    expect([other.start.getTime(), other.summary]).toEqual([VISIT_AT, 'Как делают детали — Тестовый завод']);
  });

  it('sends Cyrillic addresses in punycode', async () => {
    const server = await withSmtp();
    await endpoint.post(applicationFields({ email: 'ivan@почта.рф' }));
    await endpoint.round();
    expect(server.received[0]?.raw).toMatch(/^To: ivan@xn--80a1acny\.xn--p1ai\r$/m);
  });

  it('cannot be used to send somebody else’s links or headers', async () => {
    const server = await withSmtp();
    await endpoint.post(
      applicationFields({
        name: 'Зайдите на evil.example',
        comment: 'https://evil.example <b>x</b>\r\nBcc: a@b.ru',
      }),
    );
    await endpoint.round();
    const raw = server.received[0]?.raw ?? '';
    const all = `${raw}${server.received[0]?.mail.text ?? ''}${String(server.received[0]?.mail.html)}`;
    expect(all).not.toMatch(/evil\.example|Bcc/);
    expect(server.received[0]?.to).toHaveLength(1);
  });
});

describe('the outbox', () => {
  it('keeps the registration when the mail server is down and sends the mail later, once', async () => {
    const server = await withSmtp();
    server.refuse = { code: 451, times: 2 };
    expect((await endpoint.post(applicationFields())).status).toBe(201);
    await endpoint.round();
    expect(server.received).toHaveLength(0);
    expect(await endpoint.storage.mailStates()).toEqual({ queued: 1, sent: 0, failed: 0 });
    endpoint.now += pauseAfter(1);
    await endpoint.round();
    expect(server.received).toHaveLength(0);
    endpoint.now += pauseAfter(2);
    await endpoint.round();
    await endpoint.round();
    expect(server.received).toHaveLength(1);
    expect(await endpoint.storage.mailStates()).toEqual({ queued: 0, sent: 1, failed: 0 });
  });

  it('survives a mail server that is not there at all', async () => {
    endpoint = await startTestEndpoint({ settings: { smtpUrl: 'smtp://127.0.0.1:1' } });
    expect((await endpoint.post(applicationFields())).status).toBe(201);
    await endpoint.round();
    expect(await endpoint.storage.mailStates()).toEqual({ queued: 1, sent: 0, failed: 0 });
  });

  it('gives up what is refused for good, without an address in the log', async () => {
    const server = await withSmtp();
    server.refuse = { code: 550, times: 1 };
    await endpoint.post(applicationFields({ email: 'nobody@example.org' }));
    await endpoint.round();
    expect(await endpoint.storage.mailStates()).toEqual({ queued: 0, sent: 0, failed: 1 });
    expect(endpoint.lines.join('\n')).not.toContain('nobody');
  });

  it('repeats an uncertain mail under the same Message-ID', async () => {
    const server = await withSmtp();
    server.dropAfterData = 1;
    await endpoint.post(applicationFields());
    await endpoint.round();
    endpoint.now += HOUR;
    await endpoint.round();
    const ids = server.received.map(({ mail }) => mail.messageId);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  });

  it('writes files when no server is set, one per mail', async () => {
    endpoint = await startTestEndpoint();
    await endpoint.post(applicationFields());
    await endpoint.round();
    const files = readdirSync(endpoint.settings.mailDir);
    expect(files).toEqual([expect.stringMatching(/^2026-12-01-1405-confirmed\..*\.eml$/)]);
    const mail = await simpleParser(readFileSync(path.join(endpoint.settings.mailDir, files[0] ?? '')));
    expect(mail.subject).toBe('Вы записаны: Как делают детали, 10 декабря в 10:30');
  });
});

describe('the other letters', () => {
  it('tell of waiting, of a freed seat and of a cancellation', async () => {
    const server = await withSmtp({ sessions: [{ id: SESSION_ID, capacity: 1 }] });
    await endpoint.post(applicationFields());
    await endpoint.post(applicationFields());
    await endpoint.round();
    expect(server.kinds()).toEqual(['confirmed', 'waitlisted']);
    const waiting = server.received.find(({ mail }) => mail.messageId?.includes('waitlisted'));
    expect(waiting?.mail.attachments).toEqual([]);
    expect(waiting?.mail.text).toContain(
      'Если место освободится до 8 декабря в 00:00 по московскому времени',
    );
    const [first] = await endpoint.storage.list(SESSION_ID);
    await endpoint.storage.cancel(first?.id ?? 0, endpoint.now, { capacity: 1, now: endpoint.now });
    await endpoint.round();
    expect(server.kinds()).toEqual(['cancelled', 'confirmed', 'promoted', 'waitlisted']);
  });

  it('remind once, the day before, everybody who has a seat', async () => {
    const server = await withSmtp();
    await endpoint.post(applicationFields());
    await endpoint.round();
    endpoint.now = instantOf('2026-12-09', '09:59');
    await endpoint.round();
    expect(server.kinds()).toEqual(['confirmed']);
    endpoint.now = instantOf('2026-12-09', '10:00');
    await endpoint.round();
    endpoint.now += HOUR;
    await endpoint.round();
    expect(server.kinds()).toEqual(['confirmed', 'reminder']);
    const reminder =
      server.received.find(({ mail }) => mail.messageId?.includes('reminder'))?.mail.text ?? '';
    expect(reminder).toMatch(/Приду:\nhttps:\/\/zapis\.example\.org\/t\/[\w-]{22}\/coming/);
    expect(reminder).toMatch(/Не приду:\nhttps:\/\/zapis\.example\.org\/t\/[\w-]{22}\/cancel/);
  });

  it('remind on the day itself of today, and after the start of nothing', async () => {
    const server = await withSmtp();
    await endpoint.post(applicationFields());
    await endpoint.post(applicationFields());
    await endpoint.round();
    server.refuse = { code: 451, times: 2 };
    endpoint.now = instantOf('2026-12-09', '23:59');
    await endpoint.round();
    expect(server.kinds()).toEqual(['confirmed', 'confirmed']);
    server.refuse = { code: 451, times: 1 };
    endpoint.now = instantOf('2026-12-10', '08:00');
    await endpoint.round();
    expect(server.kinds()).toEqual(['confirmed', 'confirmed', 'reminder']);
    const reminder = server.received.find(({ mail }) => mail.messageId?.includes('reminder'))?.mail;
    expect(reminder?.subject).toMatch(/^Сегодня: /);
    expect(reminder?.text).toContain('сегодня вас ждут');
    endpoint.now = VISIT_AT;
    await endpoint.round();
    expect(server.kinds()).toHaveLength(3);
    expect(await endpoint.storage.mailStates()).toEqual({ queued: 0, sent: 3, failed: 0 });
  });

  it('do not confirm what was cancelled while the mail server was down', async () => {
    const server = await withSmtp();
    server.refuse = { code: 451, times: 1 };
    await endpoint.post(applicationFields());
    await endpoint.round();
    await rebuild([{ id: SESSION_ID, status: 'cancelled' }]);
    endpoint.now += HOUR;
    await endpoint.round();
    expect(server.kinds()).toEqual(['session-cancelled']);
  });

  it('take a cancellation back, and tell of another one anew', async () => {
    const server = await withSmtp();
    await endpoint.post(applicationFields());
    await endpoint.round();
    await rebuild([{ id: SESSION_ID, status: 'cancelled' }]);
    await endpoint.round();
    await rebuild([{ id: SESSION_ID }]);
    await endpoint.round();
    await endpoint.round();
    expect(server.kinds()).toEqual(['confirmed', 'session-cancelled', 'session-restored']);
    const restored = server.received.at(-1)?.mail;
    expect(restored?.subject).toBe('Посещение состоится: Как делают детали, 10 декабря в 10:30');
    expect(restored?.attachments).toHaveLength(1);
    await rebuild([{ id: SESSION_ID, status: 'cancelled' }]);
    await endpoint.round();
    await endpoint.round();
    expect(server.kinds()).toEqual([
      'confirmed',
      'session-cancelled',
      'session-cancelled',
      'session-restored',
    ]);
  });

  it('say nothing when a visit vanishes from the site: the operator is told', async () => {
    const server = await withSmtp();
    await endpoint.post(applicationFields());
    await endpoint.round();
    await rebuild([{ id: 'winter-2026/testovy-zavod/2026-12-20-1030' }]);
    await endpoint.round();
    await endpoint.round();
    expect(server.kinds()).toEqual(['confirmed']);
    expect(endpoint.lines.filter((line) => line.includes(`${SESSION_ID} нет на сайте`))).toHaveLength(1);
  });

  it('tell once of a cancelled session, and nobody is reminded of it', async () => {
    const server = await withSmtp();
    await endpoint.post(applicationFields());
    await endpoint.round();
    await rebuild([{ id: SESSION_ID, status: 'cancelled', details: { statusNote: 'ремонт линии' } }]);
    endpoint.now = instantOf('2026-12-09', '12:00');
    await endpoint.round();
    await endpoint.round();
    expect(server.kinds()).toEqual(['confirmed', 'session-cancelled']);
    expect(server.received.find(({ mail }) => mail.messageId?.includes('session-'))?.mail.text).toContain(
      'Причина: ремонт линии.',
    );
  });

  it('tell of a move, keep the seat and the calendar’s UID', async () => {
    const server = await withSmtp();
    await endpoint.post(applicationFields());
    await endpoint.round();
    const startsAt = instantOf('2026-12-12', '15:00');
    const id = 'winter-2026/testovy-zavod/2026-12-12-1500';
    await rebuild([{ id, startsAt, status: 'moved', movedFrom: VISIT_AT }]);
    await endpoint.round();
    await endpoint.round();
    expect(server.kinds()).toEqual(['confirmed', 'session-moved']);
    const moved = server.received.find(({ mail }) => mail.messageId?.includes('moved'))?.mail;
    expect(moved?.subject).toBe('Посещение перенесено: теперь 12 декабря в 15:00');
    const uids = server.received.map(
      ({ mail }) => /UID:(\S+)/.exec(mail.attachments[0]?.content.toString() ?? '')?.[1],
    );
    expect([uids.length, new Set(uids).size]).toEqual([2, 1]);
    expect(await endpoint.storage.list(id)).toMatchObject([{ state: 'confirmed', revision: 1 }]);
  });

  /** The site is built anew; the endpoint notices without a restart. */
  async function rebuild(sessions: Parameters<typeof writeSiteData>[1]): Promise<void> {
    endpoint.lines.length = 0;
    writeSiteData(path.join(endpoint.dir, 'data'), sessions);
    await noticed(/прочитаны заново/);
  }

  async function noticed(line: RegExp): Promise<void> {
    while (!endpoint.lines.some((one) => line.test(one))) {
      await fetch(`${endpoint.url}/health`);
      await endpoint.post(applicationFields({ session: 'none' }));
    }
  }

  it('keep the last good data when a build leaves a broken file', async () => {
    await withSmtp();
    writeFileSync(path.join(endpoint.dir, 'data', 'site.json'), '{"generatedAt":');
    await noticed(/Остаются прежние данные/);
    expect((await endpoint.post(applicationFields())).status).toBe(201);
    rmSync(path.join(endpoint.dir, 'data', 'site.json'));
  });
});

describe('purge', () => {
  it('deletes registrations the set time after the visit, not before', async () => {
    endpoint = await startTestEndpoint({ settings: { purgeDays: 30 } });
    await endpoint.post(applicationFields());
    endpoint.now = VISIT_AT + 90 * MINUTE + 30 * 24 * HOUR;
    expect(await endpoint.purge()).toBe(0);
    endpoint.now += 1;
    expect(await endpoint.purge()).toBe(1);
    expect(await endpoint.storage.list(SESSION_ID)).toEqual([]);
  });

  it('takes the mails in the folder along, and nothing else that lies there', async () => {
    endpoint = await startTestEndpoint({ settings: { purgeDays: 30 } });
    await endpoint.post(applicationFields());
    await endpoint.round();
    const { mailDir } = endpoint.settings;
    writeFileSync(path.join(mailDir, 'README.txt'), '');
    await endpoint.purge();
    expect(readdirSync(mailDir)).toHaveLength(2);
    endpoint.now = VISIT_AT + 90 * MINUTE + 30 * 24 * HOUR + 1;
    await endpoint.purge();
    expect(readdirSync(mailDir)).toEqual(['README.txt']);
  });
});
