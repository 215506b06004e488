/** Reads every built page and checks what only the finished site can show: links, anchors, twins, strangers. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../../src/settings/settings.ts';
import type { PageFacts } from './page-facts.ts';
import { readPage } from './page-facts.ts';
import type { SiteFault, SiteRule } from './rules.ts';
import { renderSiteFaults } from './rules.ts';
import { textPool } from './text-pool.ts';

export type SiteReport = { pages: number; faults: string[] };

/** Checks the built site in a folder. All faults at once, each one line. */
export async function checkSite(
  dir: string,
  settings: Pick<Settings, 'siteUrl' | 'formEndpoint'>,
): Promise<SiteReport> {
  const { pages, files } = await readSite(dir);
  const faults = siteFaults(pages, files, settings.siteUrl);
  return { pages: pages.length, faults: renderSiteFaults(faults) };
}

/** All pages and all files of a built site; paths as on the site. */
export async function readSite(dir: string): Promise<{ pages: PageFacts[]; files: Set<string> }> {
  const names = await siteFiles(dir);
  const pool = textPool();
  const pages: PageFacts[] = [];
  for (const name of names.filter((file) => file.endsWith('.html'))) {
    pages.push(readPage(pagePath(name), await readFile(path.join(dir, name), 'utf8'), pool));
  }
  return { pages, files: new Set(names.map((name) => `/${name}`)) };
}

/** The names of all files of a built site, relative to it, sorted; without those of the folder `leftOut`. */
export async function siteFiles(dir: string, leftOut?: string): Promise<string[]> {
  const top = await readdir(dir, { withFileTypes: true });
  const folders = top.filter((entry) => entry.isDirectory() && entry.name !== leftOut);
  const inside = await Promise.all(
    folders.map(({ name }) => readdir(path.join(dir, name), { recursive: true, withFileTypes: true })),
  );
  return [...top, ...inside.flat()]
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** The path on the site of a page's file. */
export function pagePath(name: string): string {
  return `/${name.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** The faults of the pages given; pure. */
export function siteFaults(
  pages: readonly PageFacts[],
  files: ReadonlySet<string>,
  siteUrl: string,
): SiteFault[] {
  const faults: SiteFault[] = [];
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const fault = (page: string, rule: SiteRule, written: string): void => {
    faults.push({ page, rule, written });
  };
  const where = resolver(siteUrl);
  if (pages.length === 0) fault(siteUrl, 'no-pages', '0');
  for (const page of pages) {
    onePageFaults(page, fault);
    for (const { kind, target } of page.links) {
      const leads = where(target, page.path);
      if (leads === 'unsafe') fault(page.path, 'unsafe-link', target);
      else if (leads === 'elsewhere') {
        if (kind === 'resource') fault(page.path, 'third-party', target);
      } else {
        const linked = byPath.get(leads.path);
        if (linked === undefined && !files.has(leads.path)) {
          fault(page.path, kind === 'resource' ? 'missing-resource' : 'broken-link', target);
        } else if (linked !== undefined && leads.fragment !== '' && !linked.ids.has(leads.fragment)) {
          fault(page.path, 'broken-anchor', target);
        }
      }
    }
  }
  const indexed = pages.filter((page) => !(page.robots ?? '').includes('noindex'));
  twins(indexed, (page) => page.title, 'twin-title', fault);
  twins(indexed, (page) => page.description ?? '', 'twin-description', fault);
  return faults;
}

/** Where a link leads: a path and an anchor of this site, another site, or somewhere no link may lead. */
type Destination = { path: string; fragment: string } | 'elsewhere' | 'unsafe';

/** Most links are the same on every page: those that do not depend on the page are worked out once. */
function resolver(siteUrl: string): (target: string, from: string) => Destination {
  const { origin, host } = new URL(siteUrl);
  const known = new Map<string, Destination>();
  const resolve = (target: string, from: string): Destination => {
    const url = URL.parse(target, siteUrl + from);
    if (url === null || !/^(?:https?|mailto|tel|geo|webcal|data):$/.test(url.protocol)) return 'unsafe';
    // A subscription to a calendar of this site: programs fetch it by https from the same host.
    const own = url.protocol === 'webcal:' ? url.host === host : url.origin === origin;
    if (!own) return 'elsewhere';
    return { path: decodeURI(url.pathname), fragment: decodeURIComponent(url.hash.slice(1)) };
  };
  return (target, from) => {
    if (!/^(?:\/|[a-z]+:)/i.test(target)) return resolve(target, from);
    const earlier = known.get(target);
    if (earlier !== undefined) return earlier;
    const destination = resolve(target, from);
    known.set(target, destination);
    return destination;
  };
}

type Report = (page: string, rule: SiteRule, written: string) => void;

function onePageFaults(page: PageFacts, fault: Report): void {
  if (page.title.trim() === '') fault(page.path, 'no-title', page.title);
  if (page.description === null || page.description.trim() === '') fault(page.path, 'no-description', '');
  if (page.lang !== 'ru') fault(page.path, 'no-language', page.lang ?? '');
  if (page.headings1 !== 1) fault(page.path, 'heading', String(page.headings1));
  for (const id of page.duplicateIds) fault(page.path, 'twin-id', id);
  for (const image of page.imagesWithoutAlt) fault(page.path, 'no-alt', image);
  if (page.inlineStyles > 0) fault(page.path, 'inline-style', String(page.inlineStyles));
  for (const handler of page.inlineHandlers) fault(page.path, 'inline-handler', handler);
  if (page.postForms > 1) fault(page.path, 'two-forms', String(page.postForms));
}

function twins(
  pages: readonly PageFacts[],
  key: (page: PageFacts) => string,
  rule: SiteRule,
  fault: Report,
): void {
  const first = new Map<string, string>();
  for (const page of pages) {
    const text = key(page);
    if (text === '') continue;
    const earlier = first.get(text);
    if (earlier === undefined) first.set(text, page.path);
    else fault(page.path, rule, `${text} (как у ${earlier})`);
  }
}
