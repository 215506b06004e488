import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from './settings.ts';

it('has a default for everything', () => {
  expect(readSettings({})).toMatchObject({
    contentDir: 'content',
    outDir: 'dist',
    siteUrl: 'http://localhost:4321',
    formEndpoint: null,
    formMode: 'form',
    buildInstant: null,
    port: 4321,
  });
});

it('drops the trailing slash of the site and reads the epoch in seconds', () => {
  const settings = readSettings({ SITE_URL: 'https://example.ru/', SOURCE_DATE_EPOCH: '1795425600' });
  expect(settings.siteUrl).toBe('https://example.ru');
  expect(settings.buildInstant).toBe(1_795_425_600_000);
});

it('lets an endpoint on http pass only on this machine', () => {
  expect(readSettings({ FORM_ENDPOINT: 'http://127.0.0.1:8080/a' }).formEndpoint).toBe(
    'http://127.0.0.1:8080/a',
  );
  expect(readSettings({ FORM_ENDPOINT: 'http://localhost:8080/a' }).formEndpoint).toBe(
    'http://localhost:8080/a',
  );
  expect(() => readSettings({ FORM_ENDPOINT: 'http://forms.example.ru/a' })).toThrow(SettingsError);
});

describe('refuses, naming the setting, what was written and what is wanted', () => {
  it.each([
    ['SITE_URL', 'otkroimosprom'],
    ['SITE_URL', 'https://example.ru/path'],
    ['SITE_URL', 'ftp://example.ru'],
    ['SITE_URL', 'javascript:alert(1)'],
    ['SOURCE_DATE_EPOCH', 'today'],
    ['SOURCE_DATE_EPOCH', '-5'],
    ['SOURCE_DATE_EPOCH', '1e9'],
    ['PORT', '65536'],
    ['PORT', 'abc'],
    ['FORM_MODE', 'mail'],
    ['FORM_ENDPOINT', '/registration'],
    ['FORM_HONEYPOT', 'два слова'],
    ['FORM_EXTRA_FIELDS', '<b>=1'],
    ['AVAILABILITY_URL', 'http://example.ru/a.json'],
    ['EDIT_URL', 'github'],
  ])('%s=%s', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(SettingsError);
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`Настройка ${name}: .*Нужно: `));
  });

  it('all wrong values at once', () => {
    expect(() => readSettings({ SITE_URL: 'x', PORT: 'y' })).toThrow(/SITE_URL[\s\S]*PORT/);
  });

  it('link mode without an address', () => {
    expect(() => readSettings({ FORM_MODE: 'link' })).toThrow(/FORM_LINK_URL/);
  });
});
