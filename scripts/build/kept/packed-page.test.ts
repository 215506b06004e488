import { expect, it } from 'vitest';
import { readPage } from '../../site/page-facts.ts';
import { textPool } from '../../site/text-pool.ts';
import { pagePacker, unpackPage } from './packed-page.ts';

const HTML = `<!doctype html><html lang="ru"><head><title>Завод</title><meta name="description" content="О заводе">
<link rel="canonical" href="https://example.ru/a/"><meta name="robots" content="noindex"></head>
<body><h1 id="a" style="x" onclick="y">Завод</h1><p id="a"><a href="/b/#c">дальше</a><img src="/d.svg">
<form method="post" action="/e"></form></body></html>`;

it('gives back the page and all that was known of it', () => {
  const facts = readPage('/a/', HTML);
  const pool = textPool();
  const { packed, bytes } = pagePacker()([HTML], facts);
  expect(Buffer.from(bytes).toString()).toBe(HTML);
  const again = unpackPage(Buffer.from(packed), pool);
  expect(again).toMatchObject({ markup: HTML, facts });
  expect(Buffer.from(again.bytes).toString()).toBe(HTML);
  expect(again.facts.duplicateIds).toEqual(['a']);
  // Of a link that stands on many pages there is one.
  expect(unpackPage(Buffer.from(packed), pool).facts.links[0]).toBe(again.facts.links[0]);
});

it('packs pages of any length one after another', () => {
  const pack = pagePacker();
  for (const html of [HTML, 'ё€'.repeat(100_000), '', '😀', HTML]) {
    const { bytes, packed } = pack([html], readPage('/a/', HTML));
    expect(Buffer.from(bytes).toString()).toBe(html);
    expect(Buffer.from(packed).toString().endsWith(`\n${html}`)).toBe(true);
  }
});

it('puts pages together of their pieces, and hands on their markup without the style sheets', () => {
  const pack = pagePacker();
  const sheet = '.a::before{content:"№"}';
  for (const start of ['<style>', '<p>Завод</p><style>']) {
    const { bytes, markup } = pack(
      [start, sheet, '</style><style>', 'p{top:0}', '</style>'],
      readPage('/a/', HTML),
    );
    expect(Buffer.from(bytes).toString()).toBe(`${start}${sheet}</style><style>p{top:0}</style>`);
    expect(markup).toBe(`${start}</style><style></style>`);
  }
});

it('refuses bytes that are no page', () => {
  expect(() => unpackPage(Buffer.from('{"path":"/"}\n<html>'), textPool())).toThrow();
});
