/** Faults of links in texts: where they lead, and whether the place is there. */
import GithubSlugger from 'github-slugger';
import type { Entry } from '../read/entry.ts';
import { isPublished, isRecord } from '../read/entry.ts';
import type { Body, BodyNode } from './body.ts';
import { plainText } from './body.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';
import { decodedAddress, isUnsafeAddress, tagsOf } from './html-faults.ts';
import { textOf } from './known-values.ts';
import { nearest, suggestion } from './nearest.ts';
import { FIXED_PAGES, GENERATED_FILE } from './site-paths.ts';
import type { Tree } from './tree.ts';
import { sessionsOf } from './session-clashes.ts';

export type SitePages = {
  /** Addresses of all pages, with the entry behind each that has one. */
  pages: ReadonlyMap<string, Entry | undefined>;
  /** Places inside the text of an entry that a link may name. */
  anchors: ReadonlyMap<Entry, ReadonlySet<string>>;
};

/** All addresses that the published content will have. */
export function sitePages(tree: Tree, bodies: ReadonlyMap<Entry, Body>): SitePages {
  const pages = new Map<string, Entry | undefined>(FIXED_PAGES.map((path) => [path, undefined]));
  for (const name of ['industries', 'formats', 'okrugs'] as const) {
    const value = tree.vocabularies.get(name)?.yaml.value;
    const items: unknown[] = Array.isArray(value) ? value : [];
    for (const item of items)
      if (isRecord(item)) pages.set(`/${name}/${textOf(item, 'id') ?? ''}/`, undefined);
  }
  for (const entry of tree.entries) {
    if (!isPublished(entry)) continue;
    pages.set(addressOf(entry), entry);
    if (entry.collection !== 'programmes') continue;
    // A season without index.md is told at its folder, not again at every link.
    if (!pages.has(`/seasons/${entry.season ?? ''}/`))
      pages.set(`/seasons/${entry.season ?? ''}/`, undefined);
    for (const { date, time, item } of sessionsOf(entry)) {
      const suffix = textOf(item, 'suffix');
      const name = `${date}-${time.replace(':', '')}${suffix === undefined ? '' : `-${suffix}`}`;
      pages.set(`${addressOf(entry)}${name}/`, undefined);
    }
  }
  const anchors = new Map([...bodies].map(([entry, body]) => [entry, anchorsOf(body)]));
  return { pages, anchors };
}

/** The address of an entry's page. */
export function addressOf(entry: Pick<Entry, 'collection' | 'id' | 'season'>): string {
  switch (entry.collection) {
    case 'pages':
      return `/${entry.id}/`;
    case 'programmes':
      return `/seasons/${entry.season ?? ''}/${entry.id}/`;
    default:
      return `/${entry.collection}/${entry.id}/`;
  }
}

/** Ids of headings, as Astro makes them, and those written in HTML. */
function anchorsOf(body: Body): Set<string> {
  const slugger = new GithubSlugger();
  if (body.kind !== 'read') return new Set();
  return new Set(
    body.nodes.flatMap(({ node, line }) => {
      if (node.type === 'heading') return [slugger.slug(plainText(node))];
      if (node.type !== 'html') return [];
      return tagsOf(node.value, line).flatMap(({ attributes }) =>
        attributes.flatMap(({ name, value }) => (name === 'id' || name === 'name' ? [value] : [])),
      );
    }),
  );
}

/** Faults of all links in a text. */
export function linkFaults(entry: Entry, body: Body, site: SitePages): Fault[] {
  if (body.kind !== 'read') return [];
  return body.nodes.flatMap((node) =>
    addressesIn(node).flatMap(({ url, line }) => oneLink(entry, url, line, site)),
  );
}

function addressesIn({ node, line }: BodyNode): { url: string; line: number }[] {
  if (node.type === 'link' || node.type === 'definition') return [{ url: node.url, line }];
  if (node.type !== 'html') return [];
  return tagsOf(node.value, line).flatMap((tag) =>
    tag.attributes.flatMap(({ name, value }) =>
      tag.name === 'a' && name === 'href' && !isUnsafeAddress(value) ? [{ url: value, line: tag.line }] : [],
    ),
  );
}

function oneLink(entry: Entry, url: string, line: number, site: SitePages): Fault[] {
  const at = { path: entry.path, line, about: 'ссылка', written: url };
  if (isUnsafeAddress(url)) {
    return [
      fault('link-unsafe', {
        ...at,
        problem: 'она небезопасна',
        wanted: 'адрес, который начинается с https://',
      }),
    ];
  }
  if (/^http:/i.test(url)) {
    return [
      fault('link-http', {
        ...at,
        problem: 'она без защиты',
        wanted: `${url.replace(/^http:/i, 'https:')}, если так сайт открывается`,
      }),
    ];
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return [];
  if (url.startsWith('//')) {
    return [fault('link-broken', { ...at, problem: 'в ней нет https:', wanted: `https:${url}` })];
  }
  if (url === '') {
    const wanted = 'адрес в скобках: [о программе](/about/)';
    return [fault('link-broken', { ...at, written: '()', problem: 'она никуда не ведёт', wanted })];
  }
  const [address = '', anchor = ''] = url.split('#');
  if (address === '') return anchorFault(entry, at, anchor, site.anchors.get(entry));
  const path = address.split('?')[0] ?? '';
  if (!path.startsWith('/')) return [relativeLink(at, path, site)];
  if (GENERATED_FILE.test(path)) return [];
  const page = path.endsWith('/') ? path : `${path}/`;
  if (!site.pages.has(page)) {
    const consent = page.startsWith('/consent/');
    const like = [...site.pages.keys()].filter((known) => known.startsWith('/consent/') === consent);
    const otherwise = consent ? 'версия из папки consent' : 'адрес страницы, которая есть на сайте';
    const wanted = likelyPages(page, like) ?? otherwise;
    return [
      consent
        ? fault('link-consent', { ...at, problem: 'такой версии согласия нет', wanted })
        : fault('link-broken', { ...at, problem: 'такой страницы нет', wanted }),
    ];
  }
  const target = site.pages.get(page);
  return anchor === '' || target === undefined
    ? []
    : anchorFault(target, at, anchor, site.anchors.get(target));
}

/** Pages whose last part is like the last part of the address: the rest is seldom misspelt. */
function likelyPages(page: string, pages: readonly string[]): string | undefined {
  const lastPart = (path: string): string => path.split('/').at(-2) ?? '';
  const byName = Map.groupBy(pages, lastPart);
  const [name] = nearest(lastPart(page), byName.keys(), 1);
  const found = name === undefined ? undefined : nearest(page, byName.get(name) ?? [], 1)[0];
  const likely = found ?? (name === undefined ? undefined : byName.get(name)?.[0]);
  return likely === undefined ? undefined : `возможно, \`${likely}\`?`;
}

type At = { path: string; line: number; about: string; written: string };

function anchorFault(target: Entry, at: At, anchor: string, known: ReadonlySet<string> | undefined): Fault[] {
  const name = decodedAddress(anchor);
  if (name === '' || name === 'top' || name === 'main' || known === undefined || known.has(name)) return [];
  const wanted = suggestion(
    name,
    known,
    `заголовок из ${target.path}: ${[...known].map((id) => `#${id}`).join(', ') || 'их там нет'}`,
  );
  return [fault('link-anchor', { ...at, problem: 'на странице нет такого заголовка', wanted })];
}

function relativeLink(at: At, path: string, site: SitePages): Fault {
  const id = path.replace(/^.*\//, '').replace(/\.mdx?$/, '');
  const page = [...site.pages.keys()].find((known) => known.endsWith(`/${id}/`));
  if (/^[\w.+-]+@[\w-]+\.[\w.-]+$/.test(path)) {
    return fault('link-broken', { ...at, problem: 'она ведёт в никуда', wanted: `mailto:${path}` });
  }
  const domain = /^(?:www\.)?[\w-]+\.(?:ru|com|org|net|moscow|рф)(?:\/|$)/i.test(path);
  const wanted = domain ? `https://${path}` : (page ?? 'адрес от корня сайта, например /enterprises/mikron/');
  return fault('link-broken', { ...at, problem: 'она ведёт в никуда', wanted });
}
