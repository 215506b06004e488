/** Which pages are indexed, and what the index is told of each: kind, filters, weight. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';

export type SiteFacts = {
  enterprises: {
    id: string;
    industry: string;
    formats: string[];
    okrug: string | null;
    standing: string;
  }[];
};

/**
 * Kinds of pages (`data-kind` of the body) that are indexed, and how much their words weigh: what can be
 * visited before archives. Lists, forms and the pages of single visits repeat what stands elsewhere.
 */
const WEIGHTS: Readonly<Record<string, number>> = {
  enterprise: 1,
  season: 1,
  programme: 0.6,
  event: 0.6,
  page: 0.8,
  'news-item': 0.5,
  'season-archive': 0.4,
};
const FORMERLY = 0.7;

/** All HTML files of a built site, relative to it, sorted. */
export async function pagesToIndex(distDir: string): Promise<string[]> {
  const names = await readdir(distDir, { recursive: true });
  return names
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.split(path.sep).join('/'))
    .sort();
}

/** All that Pagefind reads of a page: its language, and the main element with what is told of it. */
const MAIN = /<main\b([^>]*)>([\s\S]*)<\/main>/;

/** What leads to other pages: the way here, and parts of which components/Block.astro says so. */
const ELSEWHERE = /<nav\b[^]*?<\/nav>|<section\b[^>]* data-pagefind-ignore\b[^]*?<\/section>/g;

/**
 * For the pages of one site: the page's main element with Pagefind's attributes, or null when the page is not
 * to be found. The frame, the same on every page, and what names other pages is left out: Pagefind would read it
 * only to drop it.
 */
export function indexMarks(facts: SiteFacts): (html: string, name: string) => string | null {
  const enterprises = new Map(facts.enterprises.map((one) => [one.id, one]));
  return (html, name) => {
    const kind = /<body[^>]*\bdata-kind="([a-z-]+)"/.exec(html)?.[1];
    const weight = kind === undefined ? undefined : WEIGHTS[kind];
    if (kind === undefined || weight === undefined) return null;
    const main = MAIN.exec(html);
    if (main === null) return null;
    const filters = [`kind:${kind}`];
    let factor = 1;
    const id = /^(?:enterprises|seasons\/[^/]+)\/([^/]+)\/index\.html$/.exec(name)?.[1];
    const enterprise = id === undefined ? undefined : enterprises.get(id);
    if (enterprise !== undefined) {
      filters.push(
        `industry:${enterprise.industry}`,
        ...enterprise.formats.map((format) => `format:${format}`),
      );
      if (enterprise.okrug !== null) filters.push(`okrug:${enterprise.okrug}`);
      if (enterprise.standing !== 'active') factor = FORMERLY;
    }
    // One element a filter: what stands after a colon is taken for one value, commas and all.
    const marks = filters.map((filter) => `<i data-pagefind-filter="${filter}"></i>`).join('');
    const weigh = `data-pagefind-weight="${(weight * factor).toFixed(2)}" data-pagefind-meta="kind:${kind}"`;
    const [, attributes = '', inner = ''] = main;
    return `<!doctype html><html lang="ru"><body><main ${weigh}${attributes}>${marks}${inner.replace(ELSEWHERE, '')}</main></body></html>`;
  };
}
