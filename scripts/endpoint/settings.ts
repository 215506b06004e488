/** Settings of the endpoint from the environment, read in one typed place. */
import path from 'node:path';
import { readSettings, SettingsError, wrongSetting } from '../../src/settings/settings.ts';
import type { RateLimits } from './rate-limit.ts';

export type EndpointSettings = {
  host: string;
  /** 0: any free port. */
  port: number;
  /** The database file. */
  database: string;
  /** Folder of the site's data files (`dist/data`). */
  dataDir: string;
  /** Origin of the site, for redirects and links in mails; without a trailing slash. */
  siteUrl: string;
  /** Address under which visitors reach the endpoint; null: the address it listens on. */
  publicUrl: string | null;
  /** Origins whose pages may send applications. */
  allowedOrigins: readonly string[];
  honeypot: string;
  /** null: mails are written as files. */
  smtpUrl: string | null;
  mailFrom: string;
  mailDir: string;
  /** null: the organisers' pages do not exist. */
  adminToken: string | null;
  /** Days after a session until its registrations are deleted. */
  purgeDays: number;
  /** Size of the waiting list, in percent of a session's capacity; 0: none. */
  waitlistPercent: number;
  /** Sessions for `check:endpoint`. */
  dryRun: boolean;
  rates: RateLimits;
};

export const DEFAULT_PORT = 8787;
/** The organisers' token guards personal data: a guessable one is refused. */
const SHORTEST_TOKEN = 24;

/** A site tried on this machine is opened under any of its names. */
function loopbackTwins(siteUrl: string): string[] {
  const match = /^(https?:\/\/)(?:localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.exec(siteUrl);
  if (match === null) return [];
  return ['localhost', '127.0.0.1', '[::1]'].map((host) => `${match[1] ?? ''}${host}${match[2] ?? ''}`);
}

/** Reads the settings. @throws SettingsError naming every wrong value at once, in Russian. */
export function readEndpointSettings(env: Readonly<Record<string, string | undefined>>): EndpointSettings {
  const faults: string[] = [];
  let shared: ReturnType<typeof readSettings> | null = null;
  try {
    shared = readSettings(env);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    faults.push(error.message);
  }
  const fault = (name: string, written: string, wanted: string): void => {
    faults.push(wrongSetting(name, written, wanted));
  };
  const text = (name: string): string | null => {
    const value = env[name]?.trim();
    return value === undefined || value === '' ? null : value;
  };
  const whole = (name: string, otherwise: number, min: number, max: number): number => {
    const value = text(name);
    if (value === null) return otherwise;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : -1;
    if (number >= min && number <= max) return number;
    fault(name, value, `целое число от ${min} до ${max}`);
    return otherwise;
  };
  const origin = (name: string, value: string): string => {
    const url = URL.canParse(value) ? new URL(value) : null;
    if (url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.pathname === '/') {
      return url.origin;
    }
    fault(name, value, 'адрес без пути, например https://example.ru');
    return '';
  };
  const address = (name: string, protocols: RegExp, wanted: string): string | null => {
    const value = text(name);
    if (value === null || (URL.canParse(value) && protocols.test(new URL(value).protocol))) return value;
    // The value may hold a password.
    fault(name, name === 'SMTP_URL' ? '…' : value, wanted);
    return null;
  };

  const site = text('ENDPOINT_SITE');
  const siteUrl = site === null ? (shared?.siteUrl ?? '') : origin('ENDPOINT_SITE', site);
  const origins = (text('ENDPOINT_ALLOWED_ORIGINS') ?? '').split(/[\s,]+/).filter((part) => part !== '');
  const token = text('ADMIN_TOKEN');
  if (token !== null && token.length < SHORTEST_TOKEN) {
    fault('ADMIN_TOKEN', '…', `не короче ${SHORTEST_TOKEN} знаков, например из openssl rand -hex 24`);
  }
  const from = text('MAIL_FROM') ?? 'Открой#Моспром <no-reply@localhost>';
  if (!/^[^\r\n<>]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/.test(from)) {
    fault('MAIL_FROM', from, 'адрес отправителя, например Открой#Моспром <zapis@example.ru>');
  }
  const dryRun = text('ENDPOINT_DRY_RUN') ?? 'on';
  if (dryRun !== 'on' && dryRun !== 'off') fault('ENDPOINT_DRY_RUN', dryRun, 'on или off');
  const publicUrl = address(
    'ENDPOINT_PUBLIC_URL',
    /^https?:$/,
    'адрес, под которым посетители видят приём заявок',
  );

  const settings: EndpointSettings = {
    host: text('ENDPOINT_HOST') ?? '127.0.0.1',
    port: whole('ENDPOINT_PORT', DEFAULT_PORT, 0, 65_535),
    database: path.resolve(text('ENDPOINT_DB') ?? '.run/registrations.sqlite'),
    dataDir: path.resolve(text('ENDPOINT_DATA') ?? path.join(shared?.outDir ?? 'dist', 'data')),
    siteUrl,
    publicUrl: publicUrl?.replace(/\/+$/, '') ?? null,
    allowedOrigins: [
      ...new Set([
        siteUrl,
        ...loopbackTwins(siteUrl),
        ...origins.map((one) => origin('ENDPOINT_ALLOWED_ORIGINS', one)),
      ]),
    ],
    honeypot: shared?.formHoneypot ?? '',
    smtpUrl: address('SMTP_URL', /^smtps?:$/, 'адрес вида smtps://имя:пароль@mail.example.ru:465'),
    mailFrom: from,
    mailDir: path.resolve(text('MAIL_DIR') ?? '.run/mail'),
    adminToken: token,
    purgeDays: whole('PURGE_DAYS', 30, 0, 3650),
    waitlistPercent: whole('WAITLIST_PERCENT', 100, 0, 1000),
    dryRun: dryRun === 'on',
    rates: {
      perAddressBurst: whole('RATE_ADDRESS_BURST', 40, 1, 1_000_000),
      perAddressPerMinute: whole('RATE_ADDRESS_PER_MINUTE', 20, 1, 1_000_000),
      globalBurst: whole('RATE_GLOBAL_BURST', 2000, 1, 10_000_000),
      globalPerMinute: whole('RATE_GLOBAL_PER_MINUTE', 12_000, 1, 10_000_000),
    },
  };
  if (faults.length > 0) throw new SettingsError(faults.join('\n'));
  return settings;
}
