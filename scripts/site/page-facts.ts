/** What the check of the built site needs to know of one page, read in one pass. */
import { Parser } from 'htmlparser2';
import type { Link, TextPool } from './text-pool.ts';
import { textPool } from './text-pool.ts';

export type PageFacts = {
  /** Path on the site: `/enterprises/` or `/404.html`. */
  path: string;
  title: string;
  description: string | null;
  lang: string | null;
  robots: string | null;
  canonical: string | null;
  headings1: number;
  ids: Set<string>;
  duplicateIds: string[];
  links: Link[];
  imagesWithoutAlt: string[];
  inlineStyles: number;
  inlineHandlers: string[];
  postForms: number;
};

const RESOURCE_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  img: ['src', 'srcset'],
  // Modules that wait for the first paint: scripts/build/late-modules.ts.
  script: ['src', 'data-src'],
  source: ['src', 'srcset'],
  video: ['src', 'poster'],
  audio: ['src'],
  iframe: ['src'],
  embed: ['src'],
  object: ['data'],
  use: ['href'],
  image: ['href'],
};
/** Link relations that make the browser fetch something. */
const FETCHED_RELATIONS =
  /\b(?:stylesheet|icon|apple-touch-icon|preload|modulepreload|manifest|prefetch|preconnect|dns-prefetch)\b/;

function srcsetUrls(value: string): string[] {
  return value.split(',').flatMap((part) => part.trim().split(/\s+/)[0] ?? []);
}

/** Reads one page; pages of one site share the pool, so that a thousand of them keep a common link once. */
export function readPage(path: string, html: string, pool: TextPool = textPool()): PageFacts {
  const own = pool.text;
  const facts: PageFacts = {
    path,
    title: '',
    description: null,
    lang: null,
    robots: null,
    canonical: null,
    headings1: 0,
    ids: new Set(),
    duplicateIds: [],
    links: [],
    imagesWithoutAlt: [],
    inlineStyles: 0,
    inlineHandlers: [],
    postForms: 0,
  };
  const ownOrNull = (value: string | undefined): string | null => (value === undefined ? null : own(value));
  let inTitle = false;
  let svgDepth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'html') facts.lang = ownOrNull(attributes.lang);
      if (name === 'svg') svgDepth++;
      if (name === 'title' && svgDepth === 0) inTitle = true;
      if (name === 'h1') facts.headings1++;
      const id = attributes.id;
      if (id !== undefined) {
        if (facts.ids.has(id)) facts.duplicateIds.push(own(id));
        facts.ids.add(own(id));
      }
      for (const attribute of Object.keys(attributes)) {
        if (/^on[a-z]+$/.test(attribute)) facts.inlineHandlers.push(own(attribute));
      }
      if ('style' in attributes) facts.inlineStyles++;
      if (name === 'img' && attributes.alt === undefined) {
        facts.imagesWithoutAlt.push(own(attributes.src ?? ''));
      }
      if (name === 'meta') readMeta(facts, attributes, ownOrNull);
      if (name === 'link') readLink(facts, attributes, pool);
      if ((name === 'a' || name === 'area') && attributes.href !== undefined) {
        facts.links.push(pool.link('link', attributes.href));
      }
      if (name === 'form') {
        if (attributes.method?.toLowerCase() === 'post') facts.postForms++;
        if (attributes.action !== undefined) facts.links.push(pool.link('form', attributes.action));
      }
      for (const attribute of RESOURCE_ATTRIBUTES[name] ?? []) {
        const value = attributes[attribute];
        if (value === undefined) continue;
        for (const target of attribute === 'srcset' ? srcsetUrls(value) : [value]) {
          facts.links.push(pool.link('resource', target));
        }
      }
    },
    ontext(text) {
      if (inTitle) facts.title += text;
    },
    onclosetag(name) {
      if (name === 'title') inTitle = false;
      if (name === 'svg') svgDepth--;
    },
  });
  parser.write(html);
  parser.end();
  facts.title = own(facts.title);
  return facts;
}

function readMeta(
  facts: PageFacts,
  attributes: Record<string, string>,
  own: (value: string | undefined) => string | null,
): void {
  if (attributes.name === 'description') facts.description = own(attributes.content);
  if (attributes.name === 'robots') facts.robots = own(attributes.content);
}

function readLink(facts: PageFacts, attributes: Record<string, string>, pool: TextPool): void {
  const relation = attributes.rel ?? '';
  const href = attributes.href;
  if (href === undefined) return;
  if (relation === 'canonical') facts.canonical = pool.text(href);
  else if (FETCHED_RELATIONS.test(relation)) facts.links.push(pool.link('resource', href));
  else if (/\b(?:alternate|prev|next)\b/.test(relation)) facts.links.push(pool.link('link', href));
}
