/** What the check of the built site needs to know of one page, read in one pass. */
import { decodedText } from './references.ts';
import type { TagReader } from './scan-tags.ts';
import { scanTags } from './scan-tags.ts';
import type { StartTag } from './start-tag.ts';
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

const RESOURCE_ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
  ['img', ['src', 'srcset']],
  // Modules that wait for the first paint: scripts/build/late-modules.ts.
  ['script', ['src', 'data-src']],
  ['source', ['src', 'srcset']],
  ['video', ['src', 'poster']],
  ['audio', ['src']],
  ['iframe', ['src']],
  ['embed', ['src']],
  ['object', ['data']],
  ['use', ['href']],
  ['image', ['href']],
]);
/** Link relations that make the browser fetch something. */
const FETCHED_RELATIONS =
  /\b(?:stylesheet|icon|apple-touch-icon|preload|modulepreload|manifest|prefetch|preconnect|dns-prefetch)\b/;

/** Elements of which more is asked than what any may have. */
const ASKED = new Set([...RESOURCE_ATTRIBUTES.keys(), ...'html h1 img meta link a area form'.split(' ')]);
/** Tags of which a page has nothing to tell, most of all: those of other elements without an attribute of interest. */
const silent = new WeakSet<StartTag>();

const isTelling = (attribute: string): boolean =>
  attribute === 'id' || attribute === 'style' || attribute.startsWith('on');

function srcsetUrls(value: string): string[] {
  return value.split(',').flatMap((part) => part.trim().split(/\s+/)[0] ?? []);
}

/** Reads one page; pages of one site share the pool, so that a thousand of them keep a common link once. */
export function readPage(path: string, html: string, pool: TextPool = textPool()): PageFacts {
  const { reader, facts } = factsReader(path, pool);
  scanTags(html, reader);
  return facts();
}

/** A reader that gathers the facts of one page; they are whole when the page has been read. */
export function factsReader(path: string, pool: TextPool): { reader: TagReader; facts: () => PageFacts } {
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
  const reader: TagReader = {
    open(tag) {
      if (silent.has(tag)) return;
      if (!ASKED.has(tag.name) && !tag.attributes.some(isTelling)) {
        silent.add(tag);
        return;
      }
      readAttributes(facts, tag, pool);
      readElement(facts, tag, pool);
      for (const attribute of RESOURCE_ATTRIBUTES.get(tag.name) ?? []) {
        const value = tag.get(attribute);
        if (value === undefined) continue;
        for (const target of attribute === 'srcset' ? srcsetUrls(value) : [value]) {
          facts.links.push(pool.link('resource', target));
        }
      }
    },
    raw({ name }, text) {
      if (name === 'title') facts.title += decodedText(text);
    },
  };
  return { reader, facts: () => ({ ...facts, title: pool.text(facts.title) }) };
}

/** What any element may have. */
function readAttributes(facts: PageFacts, tag: StartTag, pool: TextPool): void {
  for (const attribute of tag.attributes) {
    if (attribute === 'id') {
      const id = pool.text(tag.get('id') ?? '');
      if (facts.ids.has(id)) facts.duplicateIds.push(id);
      facts.ids.add(id);
    } else if (attribute === 'style') facts.inlineStyles++;
    else if (attribute.startsWith('on') && /^on[a-z]+$/.test(attribute))
      facts.inlineHandlers.push(pool.text(attribute));
  }
}

function readElement(facts: PageFacts, tag: StartTag, pool: TextPool): void {
  switch (tag.name) {
    case 'html':
      facts.lang = ownOrNull(tag.get('lang'), pool);
      break;
    case 'h1':
      facts.headings1++;
      break;
    case 'img':
      if (tag.get('alt') === undefined) facts.imagesWithoutAlt.push(pool.text(tag.get('src') ?? ''));
      break;
    case 'meta':
      readMeta(facts, tag, pool);
      break;
    case 'link':
      readLink(facts, tag, pool);
      break;
    case 'a':
    case 'area': {
      const href = tag.get('href');
      if (href !== undefined) facts.links.push(pool.link('link', href));
      break;
    }
    case 'form': {
      if (tag.get('method')?.toLowerCase() === 'post') facts.postForms++;
      const action = tag.get('action');
      if (action !== undefined) facts.links.push(pool.link('form', action));
      break;
    }
  }
}

function ownOrNull(value: string | undefined, pool: TextPool): string | null {
  return value === undefined ? null : pool.text(value);
}

function readMeta(facts: PageFacts, tag: StartTag, pool: TextPool): void {
  const name = tag.get('name');
  if (name === 'description') facts.description = ownOrNull(tag.get('content'), pool);
  if (name === 'robots') facts.robots = ownOrNull(tag.get('content'), pool);
}

function readLink(facts: PageFacts, tag: StartTag, pool: TextPool): void {
  const relation = tag.get('rel') ?? '';
  const href = tag.get('href');
  if (href === undefined) return;
  if (relation === 'canonical') facts.canonical = pool.text(href);
  else if (FETCHED_RELATIONS.test(relation)) facts.links.push(pool.link('resource', href));
  else if (/\b(?:alternate|prev|next)\b/.test(relation)) facts.links.push(pool.link('link', href));
}
