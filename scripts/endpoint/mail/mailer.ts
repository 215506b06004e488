/** The sender of mails: takes them from the outbox, renders them now, retries with growing pauses. */
import { domainToASCII } from 'node:url';
import type { SendMailOptions } from 'nodemailer';
import type { Instant } from '../../../src/time/moscow.ts';
import { HOUR, MINUTE } from '../../../src/time/moscow.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Visit } from '../sessions-file.ts';
import type { MailKind, OutboxMail } from '../storage/storage.ts';
import { calendarOf } from './calendar.ts';
import { letterOf } from './letters.ts';
import { letterHtml, letterText } from './render-letter.ts';
import { failureOf } from './transport.ts';
import type { MailTransport } from './transport.ts';

/** A sender that dies keeps its mails so long; longer than any bounded wait on the network. */
const LEASE_MS = 5 * MINUTE;
const AT_ONCE = 8;
const LONGEST_PAUSE_MS = 6 * HOUR;
/** After so long a mail is given up and shown to the organisers. */
export const GIVE_UP_MS = 72 * HOUR;

/** A minute, then twice as long each time, up to six hours. */
export function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, MINUTE * 2 ** Math.min(attempts - 1, 20));
}

/** The address between the angle brackets, or the whole text when there are none. */
function domainOf(from: string): string {
  return /@([^\s<>@]+?)>?$/.exec(from)?.[1] ?? 'localhost';
}

/** «ivan@почта.рф» with its domain in punycode: servers without SMTPUTF8 take it too. */
function asciiDomain(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  return address.slice(0, at) + domainToASCII(address.slice(at));
}

/** The mail as nodemailer wants it; the Message-ID is the same at every attempt. */
export function renderMail(endpoint: Endpoint, mail: OutboxMail): SendMailOptions {
  const { registration } = mail;
  const { mailFrom, siteUrl } = endpoint.settings;
  const visit = endpoint.visits.current().visits.get(registration.session);
  const ticketUrl = `${endpoint.publicUrl()}/t/${registration.ticket}`;
  const letter = letterOf(mail.kind, { registration, visit, ticketUrl, siteUrl, now: endpoint.clock() });
  const domain = domainOf(mailFrom);
  const pageUrl = `${siteUrl}${visit?.url ?? '/'}`;
  return {
    from: mailFrom,
    to: { name: '', address: asciiDomain(registration.answers.email) },
    subject: letter.subject.replace(/[\u00A0\u202F]/g, ' '),
    text: letterText(letter),
    html: letterHtml(letter),
    date: new Date(mail.createdAt),
    messageId: `<${mail.messageKey}@${domain}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': 'ru',
    },
    attachments: letter.calendar
      ? [
          {
            filename: 'poseshchenie.ics',
            content: calendarOf(registration, visit, { ticketUrl, pageUrl, domain }),
            contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
          },
        ]
      : [],
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Mails that go out although the visit is cancelled: those that say so. */
const TOLD_ANYWAY: readonly MailKind[] = ['cancelled', 'session-cancelled'];

/** True when the mail would say what is no longer so: it has waited too long for the mail server. */
export function isOutdated(
  { kind, registration }: OutboxMail,
  visit: Visit | undefined,
  now: Instant,
): boolean {
  if (visit?.status === 'cancelled' && !TOLD_ANYWAY.includes(kind)) return true;
  if (visit !== undefined && visit.status !== 'cancelled' && kind === 'session-cancelled') return true;
  return kind === 'reminder' && now >= registration.sessionStartsAt;
}

export class Mailer {
  readonly #endpoint: Endpoint;
  readonly #transport: MailTransport;
  #running: Promise<void> | null = null;
  #again = false;
  #stopping = false;

  constructor(endpoint: Endpoint, transport: MailTransport) {
    this.#endpoint = endpoint;
    this.#transport = transport;
  }

  /** Sends everything that is due; calls during a run make it look once more. */
  run(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#drain().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #drain(): Promise<void> {
    const { storage, clock } = this.#endpoint;
    while (this.#again) {
      this.#again = false;
      for (;;) {
        await this.#endpoint.quiet();
        if (this.#stopping) return;
        const mails = await storage.claimMails(clock(), LEASE_MS, AT_ONCE);
        if (mails.length === 0) break;
        await Promise.all(mails.map((mail) => this.#send(mail)));
      }
    }
  }

  async #send(mail: OutboxMail): Promise<void> {
    const { storage, clock, log, visits } = this.#endpoint;
    if (isOutdated(mail, visits.current().visits.get(mail.registration.session), clock())) {
      await storage.drop(mail.id);
      return;
    }
    try {
      const options = renderMail(this.#endpoint, mail);
      await this.#transport.send({ key: mail.messageKey, createdAt: mail.createdAt, options });
    } catch (error) {
      const { reason, permanent } = failureOf(error);
      const retryAt = clock() + pauseAfter(mail.attempts);
      const givenUp = permanent || retryAt > mail.createdAt + GIVE_UP_MS;
      await storage.markFailed(mail.id, reason, givenUp ? null : retryAt);
      log(
        `Письмо ${mail.id} (${mail.kind}) не отправлено: ${reason}. ${givenUp ? 'Больше не пробуем.' : 'Попробуем ещё раз.'}`,
      );
      return;
    }
    await storage.markSent(mail.id, clock());
  }

  /** When to look again, by the endpoint's clock; null: nothing waits. */
  nextAt(): Promise<Instant | null> {
    return this.#endpoint.storage.nextMailAt();
  }

  /** Waits for mails under way, leaves the others to the next start, closes the connections. */
  async close(): Promise<void> {
    this.#stopping = true;
    await this.#running;
    this.#transport.close();
  }
}
