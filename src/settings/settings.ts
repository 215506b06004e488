/**
 * All settings from the environment, read in one typed place. Used by astro.config.mjs, pages (at build
 * time) and scripts; never shipped to the browser.
 */
import type { Instant } from '../time/moscow.ts';

export const FORM_MODES = ['form', 'link', 'off'] as const;
export type FormMode = (typeof FORM_MODES)[number];

export type Settings = {
  /** Root folder of the content, relative to the project or absolute. */
  contentDir: string;
  /** Where the finished site goes. */
  outDir: string;
  /** Origin of the published site, without a trailing slash. */
  siteUrl: string;
  /** Address that registration forms post to; null: there is none. */
  formEndpoint: string | null;
  formMode: FormMode;
  /** Where `link` mode leads; null otherwise. */
  formLinkUrl: string | null;
  formHoneypot: string;
  /** Name of the hidden field that tells a form service where to return to; null: none is sent. */
  formRedirectField: string | null;
  formExtraFields: Record<string, string>;
  /** Address of the dated snapshot of seats; null: pages claim nothing about seats. */
  availabilityUrl: string | null;
  /** Base address for «Исправить на этой странице», the file's path is appended; null: no link. */
  editUrl: string | null;
  verification: { google: string | null; yandex: string | null };
  /** The build's clock, from SOURCE_DATE_EPOCH; null: the machine's clock. */
  buildInstant: Instant | null;
  port: number;
  /** The page /styleguide/ is built: for tests and for those who work on the look. */
  styleguide: boolean;
};

/** One or more settings are wrong; the message names each, what was written and what is wanted, in Russian. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** What is wrong with the value of a setting, for the operator. */
export function wrongSetting(name: string, written: string, wanted: string): string {
  return `Настройка ${name}: неверное значение. Написано: «${written}». Нужно: ${wanted}.`;
}

type Env = Readonly<Record<string, string | undefined>>;

const LOOPBACK = /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** True of the names and numbers by which a machine calls itself; `hostname` as `URL` gives it. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** Reads the settings. @throws SettingsError naming every wrong value at once. */
export function readSettings(env: Env): Settings {
  const faults: string[] = [];
  const fault = (name: string, written: string, wanted: string): void => {
    faults.push(wrongSetting(name, written, wanted));
  };
  const text = (name: string): string | null => {
    const value = env[name]?.trim();
    return value === undefined || value === '' ? null : value;
  };
  const address = (name: string, wanted: string): string | null => {
    const value = text(name);
    if (value === null) return null;
    const url = parseUrl(value);
    if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '') {
      fault(name, value, wanted);
      return null;
    }
    return value;
  };
  const safeAddress = (name: string): string | null => {
    const wanted = 'адрес, который начинается с https:// (http:// — только для этого компьютера)';
    const value = address(name, wanted);
    if (value === null) return null;
    const url = new URL(value);
    if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
      fault(name, value, wanted);
      return null;
    }
    return value;
  };

  const site = address('SITE_URL', 'адрес сайта без пути, например https://example.ru');
  if (site !== null && !/^https?:\/\/[^/?#]+\/?$/.test(site)) {
    fault('SITE_URL', site, 'адрес сайта без пути, например https://example.ru');
  }

  const mode = text('FORM_MODE') ?? 'form';
  const formMode = FORM_MODES.find((known) => known === mode);
  if (formMode === undefined) fault('FORM_MODE', mode, FORM_MODES.join(', '));
  const formLinkUrl = safeAddress('FORM_LINK_URL');
  if (formMode === 'link' && formLinkUrl === null && text('FORM_LINK_URL') === null) {
    fault('FORM_LINK_URL', '', 'адрес страницы записи, когда FORM_MODE=link');
  }

  const fieldName = (name: string): string | null => {
    const value = text(name);
    if (value === null || /^[A-Za-z_][\w.-]{0,63}$/.test(value)) return value;
    fault(name, value, 'имя поля: латинские буквы, цифры, _ и -');
    return null;
  };

  const formExtraFields: Record<string, string> = {};
  for (const [key, value] of new URLSearchParams(text('FORM_EXTRA_FIELDS') ?? '')) {
    if (!/^[A-Za-z_][\w.-]{0,63}$/.test(key)) fault('FORM_EXTRA_FIELDS', key, 'пары имя=значение через &');
    else formExtraFields[key] = value;
  }

  const epoch = text('SOURCE_DATE_EPOCH');
  let buildInstant: Instant | null = null;
  if (epoch !== null) {
    if (/^\d{1,11}$/.test(epoch)) buildInstant = Number(epoch) * 1000;
    else fault('SOURCE_DATE_EPOCH', epoch, 'целое число секунд с 1 января 1970 года');
  }

  const portText = text('PORT') ?? '4321';
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : -1;
  if (port < 0 || port > 65_535) fault('PORT', portText, 'целое число от 0 до 65535');

  const guide = text('STYLEGUIDE') ?? '0';
  if (guide !== '0' && guide !== '1') fault('STYLEGUIDE', guide, '1 или 0');

  const settings: Settings = {
    contentDir: text('CONTENT_DIR') ?? 'content',
    outDir: text('OUT_DIR') ?? 'dist',
    siteUrl: (site ?? 'http://localhost:4321').replace(/\/$/, ''),
    formEndpoint: safeAddress('FORM_ENDPOINT'),
    formMode: formMode ?? 'form',
    formLinkUrl,
    formHoneypot: fieldName('FORM_HONEYPOT') ?? 'company_fax',
    formRedirectField: fieldName('FORM_REDIRECT_FIELD'),
    formExtraFields,
    availabilityUrl: safeAddress('AVAILABILITY_URL'),
    editUrl: address('EDIT_URL', 'адрес папки проекта на сайте хранения кода'),
    verification: { google: text('GOOGLE_SITE_VERIFICATION'), yandex: text('YANDEX_VERIFICATION') },
    buildInstant,
    port,
    styleguide: guide === '1',
  };
  if (faults.length > 0) throw new SettingsError(faults.join('\n'));
  return settings;
}
