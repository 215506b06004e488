/** A small interface over Pagefind: loaded on first use, tried again after a failure. */
import { words } from './query/normalise.ts';
import { stem } from './query/stem.ts';

interface PagefindData {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
}
interface PagefindResults {
  readonly results: readonly { readonly score: number; readonly data: () => Promise<PagefindData> }[];
  readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
interface Pagefind {
  readonly filters: () => Promise<unknown>;
  readonly options: (options: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly search: (
    query: string,
    options: { filters: Readonly<Record<string, readonly string[]>> },
  ) => Promise<PagefindResults | null>;
}

export interface TextResult {
  readonly url: string;
  readonly title: string;
  readonly kind: string;
  /** The excerpt with the found words in <mark>. */
  readonly excerpt: DocumentFragment;
}

export interface TextResults {
  readonly total: number;
  /** Pages of each kind among all results of the query. */
  readonly kinds: ReadonlyMap<string, number>;
  /** The next results, a few at a time. */
  readonly load: (from: number, to: number) => Promise<TextResult[]>;
}

const EXCERPT_WORDS = 24;

let attempts = 0;
let loading: Promise<Pagefind> | undefined;

function load(): Promise<Pagefind> {
  loading ??= (async () => {
    // A browser may remember a failed module under its address: another attempt needs another one.
    const address = `/pagefind/pagefind.js${attempts === 0 ? '' : `?attempt=${attempts}`}`;
    attempts++;
    const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
    await pagefind.options({ excerptLength: EXCERPT_WORDS });
    // Counts by kind come with a search only after the filters have been loaded once.
    await pagefind.filters();
    return pagefind;
  })();
  return loading;
}

/** Begins to load the index, so that the first search need not wait; failures show at the search itself. */
export function warmUp(): void {
  load().catch(() => {
    loading = undefined;
  });
}

/** Pages whose text answers the query. Rejects when the index cannot be had; the next call tries again. */
export async function searchText(query: string, kind: string | null): Promise<TextResults> {
  try {
    const pagefind = await load();
    const everything = await pagefind.search(query, { filters: {} });
    const found = kind === null ? everything : await pagefind.search(query, { filters: { kind: [kind] } });
    const results = found?.results ?? [];
    return {
      total: results.length,
      kinds: new Map(Object.entries(everything?.filters.kind ?? {})),
      load: async (from, to) => {
        const pages = await Promise.all(results.slice(from, to).map((result) => result.data()));
        return pages
          .filter(({ excerpt }) => answers(excerpt, query))
          .map(({ url, excerpt, meta }) => ({
            url,
            title: meta.title ?? url,
            kind: meta.kind ?? '',
            excerpt: excerptOf(excerpt),
          }));
      },
    };
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

const MARKED = /<mark>([^<]*)<\/mark>/g;

/**
 * Where no page has a word, Pagefind looks for ever shorter beginnings of it (заврд: зав…). Such a page
 * answers another question: its marked words must begin like a word of the query, endings aside.
 */
function answers(excerpt: string, query: string): boolean {
  const stems = words(query).map(stem);
  const marked = [...excerpt.matchAll(MARKED)].flatMap((match) => words(match[1] ?? ''));
  return marked.some((word) =>
    stems.some((root) => word.startsWith(root) || root.startsWith(`${stem(word)}н`)),
  );
}

/** Pagefind gives HTML; only text and <mark> are taken over. */
function excerptOf(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const node of parsed.body.childNodes) {
    const text = node.textContent ?? '';
    if (node.nodeName === 'MARK') {
      const mark = document.createElement('mark');
      mark.textContent = text;
      fragment.append(mark);
    } else fragment.append(text);
  }
  return fragment;
}
