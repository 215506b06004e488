import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse as parseCsv } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, it } from 'vitest';
import { inlineHashes } from '../deploy/inline-code.ts';
import { builtFolder, readTree } from './built-folder.ts';
import { checkGraph, graphOf, isNode, readVocabulary } from './structured-data.ts';

const tree = await readTree(builtFolder());
const text = (name: string): string => {
  const bytes = tree.get(name);
  if (bytes === undefined) throw new Error(`no ${name}`);
  return bytes.toString('utf8');
};
const pages = [...tree].filter(([name]) => name.endsWith('.html')).map(([name]) => name);
/** @throws Error when the text is not well-formed. */
function parseXml(xml: string): unknown {
  SyntaxValidator.validate(xml);
  return new XMLParser().parse(xml);
}
/** Pages that forward from an old address have neither a graph nor a place of their own. */
const own = pages.filter((name) => !text(name).includes('http-equiv="refresh"'));

describe('structured data', () => {
  const vocabulary = readVocabulary();

  it('is on every page and speaks the language of schema.org', () => {
    const faults: string[] = [];
    for (const name of own) {
      const graph = graphOf(text(name));
      expect(isNode(graph), name).toBe(true);
      if (isNode(graph))
        faults.push(...checkGraph(vocabulary, graph['@graph']).faults.map((fault) => `${name}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });
});

describe('what search engines read', () => {
  it('lists in the sitemap exactly the pages that may be indexed', () => {
    const xml = text('sitemap.xml');
    expect(() => parseXml(xml)).not.toThrow();
    const listed = [...xml.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map((match) => match[1] ?? '');
    expect(new Set(listed).size).toBe(listed.length);
    const indexed = own
      .filter((name) => !text(name).includes('<meta name="robots" content="noindex'))
      .map((name) => `/${name.replace(/(^|\/)index\.html$/, '$1')}`);
    expect([...listed].sort()).toEqual(indexed.sort());
    expect(xml).not.toContain('/registration/');
  });

  it('keeps parameters out of the index', () => {
    expect(text('robots.txt')).toMatch(/^Clean-param: q&.* \/$/m);
    expect(text('robots.txt')).toMatch(/^Sitemap: https?:\/\/.*\/sitemap\.xml$/m);
    expect(text('404.html')).toContain('content="noindex');
  });

  it('publishes valid Atom with stable, unique ids', () => {
    for (const name of ['news/feed.xml', 'enterprises/feed.xml', 'changes/feed.xml']) {
      const parsed = parseXml(text(name));
      const feed = isNode(parsed) && isNode(parsed.feed) ? parsed.feed : {};
      expect(Object.keys(feed), name).toEqual(expect.arrayContaining(['id', 'title', 'updated', 'author']));
      const ids = [...text(name).matchAll(/<id>([^<]*)<\/id>/g)].map((match) => match[1]);
      expect(new Set(ids).size, name).toBe(ids.length);
    }
  });

  it('publishes calendars that two programs can read', () => {
    const calendars = [...tree.keys()].filter((name) => name.endsWith('.ics'));
    expect(calendars).toContain('calendars/all.ics');
    for (const name of calendars) {
      const component = new ICAL.Component(ICAL.parse(text(name)) as unknown[]);
      const events = component.getAllSubcomponents('vevent').length;
      const others = Object.values(nodeIcal.sync.parseICS(text(name))).filter(
        (item) => item?.type === 'VEVENT',
      );
      expect(others.length, name).toBe(events);
      for (const line of text(name).split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });
});

describe('the picture for messengers', () => {
  const pictureFault = (html: string): string | null => {
    const picture = /<meta property="og:image" content="https?:\/\/[^/]+\/([^"]+)"/.exec(html)?.[1];
    if (picture === undefined) return 'none';
    const bytes = tree.get(picture);
    if (bytes === undefined) return `${picture} is not there`;
    return bytes.subarray(1, 4).toString('latin1') === 'PNG' ? null : `${picture} is no PNG`;
  };

  it('of every page exists', () => {
    expect(own.length).toBeGreaterThan(100);
    const faults = own.map((name) => [name, pictureFault(text(name))]).filter(([, fault]) => fault !== null);
    expect(faults).toEqual([]);
  });

  it('is missed where it is not', () => {
    const html = text('index.html');
    expect(pictureFault(html.replaceAll('og:image"', 'og:picture"'))).toBe('none');
    expect(pictureFault(html.replace(/(og:image" content="[^"]+)\.png/, '$1-no.png'))).toMatch(
      /is not there$/,
    );
    expect(
      pictureFault(html.replace(/(og:image" content="https?:\/\/[^/]+\/)[^"]+/, '$1robots.txt')),
    ).toMatch(/is no PNG$/);
  });
});

describe('open data', () => {
  it('is what its schema says', () => {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(text('data/schema.json')) as object);
    expect(validate(JSON.parse(text('data/site.json'))), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ generatedAt: 'вчера' })).toBe(false);
  });

  it('has tables that a spreadsheet reads', () => {
    for (const name of ['enterprises', 'seasons', 'sessions']) {
      const csv = text(`data/${name}.csv`);
      expect(csv.startsWith('\uFEFF')).toBe(true);
      const rows = parseCsv(csv, { bom: true, delimiter: ';' });
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    }
  });
});

describe('the content security policy', () => {
  it('of every page names all that stands in it and allows nothing unsafe', () => {
    for (const name of pages) {
      const html = text(name);
      const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
      const { scripts, styles } = inlineHashes(html);
      for (const hash of [...scripts, ...styles]) expect(policy, name).toContain(hash);
      expect(policy, name).toMatch(/^default-src 'none'; script-src 'self' /);
      expect(policy, name).not.toMatch(/unsafe-inline|'unsafe-eval'|\*| data:/);
      expect(html.indexOf('content-security-policy'), name).toBeLessThan(
        html.search(/<(?:script|style)\b/) >>> 0,
      );
    }
  });
});

it('the XML reader of these tests refuses what is not well-formed', () => {
  expect(() => parseXml('<a><b></a>')).toThrow();
});
