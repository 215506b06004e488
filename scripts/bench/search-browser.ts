/** What a visitor's browser has to do and to fetch: scripting per key, bytes counted at the server. */
import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import type { CatalogueList } from '../../src/search/list.ts';
import { packList } from '../../src/search/pack-list.ts';
import { serveStatic } from '../serve/static-server.ts';

export type CountingServer = {
  url: string;
  /** Bytes of bodies sent so far for paths that match. */
  sent: (paths: RegExp) => number;
  close: () => Promise<void>;
};

/** Serves a folder and counts what leaves, per path; requests of workers count like all others. */
export async function countingServer(dir: string): Promise<CountingServer> {
  const inner = await serveStatic(0, { dir });
  const bytes = new Map<string, number>();
  const outer = createServer((incoming, outgoing) => {
    const path = (incoming.url ?? '/').split('?')[0] ?? '/';
    const target = new URL(incoming.url ?? '/', inner.url.replace('localhost', '127.0.0.1'));
    const passed = ask(target, { headers: incoming.headers, method: incoming.method }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.on('data', (chunk: Buffer) => bytes.set(path, (bytes.get(path) ?? 0) + chunk.length));
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => outer.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(outer.address() as AddressInfo).port}`,
    sent: (paths) =>
      [...bytes].filter(([path]) => paths.test(path)).reduce((sum, [, count]) => sum + count, 0),
    close: async () => {
      outer.closeAllConnections();
      await new Promise((resolve) => outer.close(resolve));
      await inner.close();
    },
  };
}

/** Rounds per key: the best counts, because on a shared machine other programs interrupt at random. */
const ROUNDS = 3;

/**
 * Milliseconds of scripting (search and drawing of the suggestions, layout included) at every key of every
 * query, in the header's box over the list given: per key the best of a few rounds.
 */
export async function keyTimes(
  browser: Browser,
  url: string,
  list: CatalogueList,
  queries: readonly string[],
): Promise<number[]> {
  const page = await browser.newPage();
  try {
    await page.route('**/search/list.json', (route) => route.fulfill({ json: packList(list) }));
    await page.goto(`${url}/`);
    await page.focus('#site-search');
    await page.fill('#site-search', 'завод');
    await page.locator('#search-suggestions [role=option]').first().waitFor();
    return await page.evaluate(
      ({ all, rounds }) => {
        const box = document.querySelector<HTMLInputElement>('#site-search');
        const best = new Map<string, number>();
        for (let round = 0; round < rounds && box !== null; round++) {
          for (const query of all) {
            for (let length = 1; length <= query.length; length++) {
              box.value = query.slice(0, length);
              const start = performance.now();
              box.dispatchEvent(new InputEvent('input', { bubbles: true }));
              // Reading a size makes the browser lay the list out now, within the time measured.
              document.body.getBoundingClientRect();
              const time = performance.now() - start;
              best.set(box.value, Math.min(time, best.get(box.value) ?? Infinity));
            }
          }
        }
        return [...best.values()];
      },
      { all: queries, rounds: ROUNDS },
    );
  } finally {
    await page.close();
  }
}

/** Answers of a Pagefind index to every query: addresses of the first pages, and milliseconds each, warm. */
export async function askPagefind(
  browser: Browser,
  url: string,
  folder: string,
  queries: readonly string[],
): Promise<{ urls: string[][]; milliseconds: number[] }> {
  const page = await browser.newPage();
  try {
    await page.goto(`${url}/404.html`);
    return await page.evaluate(
      async ({ address, all }) => {
        type Found = { results: { data: () => Promise<{ url: string }> }[] };
        const pagefind = (await import(address)) as { search: (query: string) => Promise<Found> };
        await pagefind.search('завод');
        const urls: string[][] = [];
        const milliseconds: number[] = [];
        for (const query of all) {
          const start = performance.now();
          const { results } = await pagefind.search(query);
          const data = await Promise.all(results.slice(0, 5).map((result) => result.data()));
          milliseconds.push(performance.now() - start);
          urls.push(data.map((one) => new URL(one.url, location.href).pathname));
        }
        return { urls, milliseconds };
      },
      { address: `/${folder}/pagefind.js`, all: queries },
    );
  } finally {
    await page.close();
  }
}
