/** Where mails go: an SMTP server, or files in a folder when none is set. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type { SendMailOptions } from 'nodemailer';
import { dayOf, timeOf } from '../../../src/time/moscow.ts';
import type { Instant } from '../../../src/time/moscow.ts';

export type Mail = { readonly key: string; readonly createdAt: Instant; readonly options: SendMailOptions };

export interface MailTransport {
  /** Resolves when the mail is handed over. @throws whatever the other side says. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** A pool of connections; every wait on the network is bounded. */
export function smtpTransport(smtpUrl: string): MailTransport {
  const url = new URL(smtpUrl);
  const limits = {
    pool: 'true',
    maxConnections: '4',
    connectionTimeout: '20000',
    greetingTimeout: '20000',
    socketTimeout: '60000',
  };
  for (const [name, value] of Object.entries(limits)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, value);
  }
  const transport = createTransport(url.href);
  return {
    async send({ options }) {
      await transport.sendMail(options);
    },
    close: () => {
      transport.close();
    },
  };
}

/** One .eml file per mail, named so that sending it twice leaves one. */
export function folderTransport(dir: string): MailTransport {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  mkdirSync(dir, { recursive: true });
  return {
    async send({ key, createdAt, options }) {
      const { message } = (await transport.sendMail(options)) as { message: Buffer };
      const file = path.join(dir, `${dayOf(createdAt)}-${timeOf(createdAt).replace(':', '')}-${key}.eml`);
      writeFileSync(`${file}.partial`, message);
      renameSync(`${file}.partial`, file);
    },
    close: () => {
      transport.close();
    },
  };
}

/** Names of the folder's mails, as `folderTransport` gives them: day, time, message key. */
const MAIL_FILE = /^\d{4}-\d{2}-\d{2}-\d{4}-(.+)\.eml(?:\.partial)?$/;

/** Deletes the folder's mails whose keys are not known any more; other files are left alone. */
export function sweepMailFolder(dir: string, known: ReadonlySet<string>): void {
  if (!existsSync(dir)) return;
  for (const file of readdirSync(dir)) {
    const key = MAIL_FILE.exec(file)?.[1];
    if (key !== undefined && !known.has(key)) rmSync(path.join(dir, file), { force: true });
  }
}

export type Failure = { readonly reason: string; readonly permanent: boolean };

/**
 * What a failed sending means. The reason is a code: messages of servers repeat addresses. Refusals of this
 * mail (5xx) are final; a wrong password is the operator's to repair, so those are tried again.
 */
export function failureOf(error: unknown): Failure {
  const { responseCode, code } = (error instanceof Error ? error : {}) as {
    responseCode?: unknown;
    code?: unknown;
  };
  const smtp = typeof responseCode === 'number' ? responseCode : 0;
  const name = typeof code === 'string' && /^[A-Z_]{2,30}$/.test(code) ? code : 'ERROR';
  return {
    reason: smtp > 0 ? `${name} ${smtp}` : name,
    permanent: smtp >= 500 && smtp < 600 && name !== 'EAUTH',
  };
}
