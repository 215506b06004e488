import { describe, expect, it } from 'vitest';
import { SettingsError } from '../../src/settings/settings.ts';
import { readEndpointSettings } from './settings.ts';

describe('settings of the endpoint', () => {
  it('are safe when nothing is set: loopback, no office, mails as files, 30 days', () => {
    expect(readEndpointSettings({})).toMatchObject({
      host: '127.0.0.1',
      port: 8787,
      adminToken: null,
      smtpUrl: null,
      purgeDays: 30,
      siteUrl: 'http://localhost:4321',
      allowedOrigins: ['http://localhost:4321', 'http://127.0.0.1:4321', 'http://[::1]:4321'],
    });
  });

  it('take a list of origins and a public address', () => {
    const settings = readEndpointSettings({
      SITE_URL: 'https://example.ru',
      ENDPOINT_ALLOWED_ORIGINS: 'https://www.example.ru, https://example.ru',
      ENDPOINT_PUBLIC_URL: 'https://zapis.example.ru/',
    });
    expect(settings.allowedOrigins).toEqual(['https://example.ru', 'https://www.example.ru']);
    expect(settings.publicUrl).toBe('https://zapis.example.ru');
  });

  it.each([
    ['ENDPOINT_PORT', '70000'],
    ['ENDPOINT_SITE', 'https://example.ru/path'],
    ['ENDPOINT_ALLOWED_ORIGINS', '*'],
    ['ENDPOINT_PUBLIC_URL', 'example.ru'],
    ['SMTP_URL', 'http://mail.example.ru'],
    ['MAIL_FROM', 'no address'],
    ['MAIL_FROM', 'x\r\nBcc: a@b.ru <a@b.ru>'],
    ['ADMIN_TOKEN', 'short'],
    ['PURGE_DAYS', 'never'],
    ['WAITLIST_PERCENT', '-1'],
    ['ENDPOINT_DRY_RUN', 'maybe'],
    ['RATE_GLOBAL_BURST', '0'],
    ['SITE_URL', 'example'],
  ])('%s=%j is refused with one clear line', (name, value) => {
    let message = '';
    try {
      readEndpointSettings({ [name]: value });
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      message = error.message;
    }
    expect(message).toMatch(
      new RegExp(`^Настройка ${name}: неверное значение\\. Написано: «[^]*»\\. Нужно: .+\\.$`),
    );
  });

  it('never repeat a secret', () => {
    const secret = { SMTP_URL: 'ftp://user:hidden-word@mail', ADMIN_TOKEN: 'hidden-word' };
    expect(() => readEndpointSettings(secret)).toThrow(/^(?![^]*hidden-word)/);
  });
});
