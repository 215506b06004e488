import { expect, it } from 'vitest';
import { readPage } from '../../site/page-facts.ts';
import { textPool } from '../../site/text-pool.ts';
import { packPage, unpackPage } from './packed-page.ts';

const HTML = `<!doctype html><html lang="ru"><head><title>Завод</title><meta name="description" content="О заводе">
<link rel="canonical" href="https://example.ru/a/"><meta name="robots" content="noindex"></head>
<body><h1 id="a" style="x" onclick="y">Завод</h1><p id="a"><a href="/b/#c">дальше</a><img src="/d.svg">
<form method="post" action="/e"></form></body></html>`;

it('gives back the page and all that was known of it', () => {
  const page = { html: HTML, bytes: Buffer.from(HTML), facts: readPage('/a/', HTML) };
  const pool = textPool();
  const again = unpackPage(packPage(page), pool);
  expect(again).toEqual(page);
  expect(again.facts.duplicateIds).toEqual(['a']);
  // Of a link that stands on many pages there is one.
  expect(unpackPage(packPage(page), pool).facts.links[0]).toBe(again.facts.links[0]);
});

it('refuses bytes that are no page', () => {
  expect(() => unpackPage(Buffer.from('{"path":"/"}\n<html>'), textPool())).toThrow();
});
