/** What the check of the built site needs to know of one page, read in one pass. */
import { Parser } from 'htmlparser2';

export type Link = { kind: 'link' | 'resource' | 'form'; target: string };

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
  script: ['src'],
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

/** Reads one page. */
export function readPage(path: string, html: string): PageFacts {
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
  let inTitle = false;
  let svgDepth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'html') facts.lang = attributes.lang ?? null;
      if (name === 'svg') svgDepth++;
      if (name === 'title' && svgDepth === 0) inTitle = true;
      if (name === 'h1') facts.headings1++;
      const id = attributes.id;
      if (id !== undefined) {
        if (facts.ids.has(id)) facts.duplicateIds.push(id);
        facts.ids.add(id);
      }
      for (const attribute of Object.keys(attributes)) {
        if (/^on[a-z]+$/.test(attribute)) facts.inlineHandlers.push(attribute);
      }
      if ('style' in attributes) facts.inlineStyles++;
      if (name === 'img' && attributes.alt === undefined) {
        facts.imagesWithoutAlt.push(attributes.src ?? '');
      }
      if (name === 'meta') readMeta(facts, attributes);
      if (name === 'link') readLink(facts, attributes);
      if ((name === 'a' || name === 'area') && attributes.href !== undefined) {
        facts.links.push({ kind: 'link', target: attributes.href });
      }
      if (name === 'form') {
        if (attributes.method?.toLowerCase() === 'post') facts.postForms++;
        if (attributes.action !== undefined) facts.links.push({ kind: 'form', target: attributes.action });
      }
      for (const attribute of RESOURCE_ATTRIBUTES[name] ?? []) {
        const value = attributes[attribute];
        if (value === undefined) continue;
        for (const target of attribute === 'srcset' ? srcsetUrls(value) : [value]) {
          facts.links.push({ kind: 'resource', target });
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
  return facts;
}

function readMeta(facts: PageFacts, attributes: Record<string, string>): void {
  if (attributes.name === 'description') facts.description = attributes.content ?? null;
  if (attributes.name === 'robots') facts.robots = attributes.content ?? null;
}

function readLink(facts: PageFacts, attributes: Record<string, string>): void {
  const relation = attributes.rel ?? '';
  const href = attributes.href;
  if (href === undefined) return;
  if (relation === 'canonical') facts.canonical = href;
  else if (FETCHED_RELATIONS.test(relation)) facts.links.push({ kind: 'resource', target: href });
  else if (/\b(?:alternate|prev|next)\b/.test(relation)) facts.links.push({ kind: 'link', target: href });
}
