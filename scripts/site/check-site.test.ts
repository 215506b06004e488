import { describe, expect, it } from 'vitest';
import { siteFaults } from './check-site.ts';
import { readPage } from './page-facts.ts';
import { renderSiteFaults, SITE_RULES } from './rules.ts';

const SITE = 'https://example.ru';

function page(path: string, body: string, head = ''): ReturnType<typeof readPage> {
  return readPage(
    path,
    `<!doctype html><html lang="ru"><head><title>Страница ${path}</title><meta name="description" content="О ${path}">${head}</head><body><h1>Да</h1>${body}</body></html>`,
  );
}

function rulesOf(pages: ReturnType<typeof readPage>[], files: string[] = []): string[] {
  return siteFaults(pages, new Set(files), SITE).map((fault) => `${fault.rule} ${fault.written}`);
}

it('says nothing of a good site', () => {
  const home = page(
    '/',
    '<a href="/about/#team">О нас</a><img src="/a.svg" alt=""><a href="https://other.ru/">другие</a>' +
      '<a href="webcal://example.ru/all.ics">подписаться</a><a href="geo:55.7,37.6">на карте</a>',
  );
  const about = page(
    '/about/',
    '<p id="team"></p><a href="/">Главная</a><a href="#team">команда</a><a href="mailto:a@b.ru">почта</a>',
  );
  expect(rulesOf([home, about], ['/a.svg', '/all.ics'])).toEqual([]);
});

describe('refuses', () => {
  it.each([
    ['a link to a page that is not there', '<a href="/nothing/">нет</a>', 'broken-link /nothing/'],
    ['a link without the closing slash of its page', '<a href="/about">нет</a>', 'broken-link /about'],
    [
      'a subscription to a calendar that is not there',
      '<a href="webcal://example.ru/none.ics">нет</a>',
      'broken-link webcal://example.ru/none.ics',
    ],
    ['an anchor that is not there', '<a href="#nowhere">нет</a>', 'broken-anchor #nowhere'],
    ['a picture that is not there', '<img src="/none.png" alt="">', 'missing-resource /none.png'],
    [
      'one of several pictures that is not there',
      '<img src="/a.svg" srcset="/a.svg 1x, /none.png 2x" alt="">',
      'missing-resource /none.png',
    ],
    [
      'a picture from elsewhere',
      '<img src="https://cdn.ru/a.png" alt="">',
      'third-party https://cdn.ru/a.png',
    ],
    ['a script from elsewhere', '<script src="//cdn.ru/a.js"></script>', 'third-party //cdn.ru/a.js'],
    ['a link that runs a script', '<a href="javascript:alert(1)">нет</a>', 'unsafe-link javascript:alert(1)'],
    ['a picture without alt', '<img src="/a.svg">', 'no-alt /a.svg'],
    ['a style attribute', '<p style="color:red">', 'inline-style 1'],
    ['a handler in the markup', '<p onclick="a()">', 'inline-handler onclick'],
    ['two elements with one id', '<p id="a"></p><p id="a"></p>', 'twin-id a'],
    ['a second heading of the first level', '<h1>Ещё</h1>', 'heading 2'],
    ['two forms that post', '<form method="post"></form><form method="POST"></form>', 'two-forms 2'],
  ])('%s', (_title, body, fault) => {
    expect(rulesOf([page('/', body), page('/about/', '')], ['/a.svg'])).toEqual([fault]);
  });

  it('a font from elsewhere in the head', () => {
    const head = '<link rel="preload" href="https://fonts.ru/a.woff2" as="font">';
    expect(rulesOf([page('/', '', head)])).toEqual(['third-party https://fonts.ru/a.woff2']);
  });

  it('a page without title, description, language or heading', () => {
    expect(rulesOf([readPage('/', '<!doctype html><html><body></body></html>')]).sort()).toEqual([
      'heading 0',
      'no-description ',
      'no-language ',
      'no-title ',
    ]);
  });

  it('two pages with one title or one description, unless they are kept from search engines', () => {
    const twin = (path: string, head = '') =>
      readPage(
        path,
        `<html lang="ru"><title>А</title><meta name="description" content="Б">${head}<h1>В</h1></html>`,
      );
    expect(rulesOf([twin('/a/'), twin('/b/')])).toEqual([
      'twin-title А (как у /a/)',
      'twin-description Б (как у /a/)',
    ]);
    expect(rulesOf([twin('/a/'), twin('/b/', '<meta name="robots" content="noindex">')])).toEqual([]);
  });

  it('a site without pages', () => {
    expect(rulesOf([])).toEqual(['no-pages 0']);
  });
});

it('says the same finding once, with the number of pages, and renders every rule', () => {
  const faults = ['/a/', '/b/', '/b/', '/c/'].map((path) => ({
    page: path,
    rule: 'broken-link' as const,
    written: '/x/',
  }));
  expect(renderSiteFaults(faults)).toEqual([
    '/a/ (и ещё на страницах: 2) — broken-link: найдено «/x/». Нужно: ссылка на страницу или файл, который есть на сайте.',
  ]);
  for (const rule of Object.keys(SITE_RULES) as (keyof typeof SITE_RULES)[]) {
    expect(renderSiteFaults([{ page: '/', rule, written: 'а' }])[0]).toMatch(
      /^\/ — [a-z0-9-]+: найдено «а»\. Нужно: .+\.$/,
    );
  }
});
