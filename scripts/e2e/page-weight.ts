/** What a first visit of a page costs over the wire, counted in a real browser from an empty cache. */
import type { Browser, Response } from 'playwright-core';
import { blockingResources, brotliBytes } from './first-flight.ts';
import { WAIT_LIMIT_MS } from './limits.ts';

export type Part = 'html' | 'css' | 'script' | 'font' | 'picture' | 'other';

export type PageWeight = {
  url: string;
  /** Bytes after decompression, by part. */
  raw: Record<Part, number>;
  /** Bytes after brotli (quality 11) where the type compresses, as is elsewhere, by part. */
  brotli: Record<Part, number>;
  requests: number;
  /** What the first view waits for (see first-flight.ts); brotli. */
  firstFlight: number;
  /** That and all scripts that load before any interaction; brotli. */
  withScripts: number;
  /** Everything loaded until the page is still; brotli. */
  total: number;
};

const COMPRESSES = /^(?:text\/|application\/(?:json|javascript|xml|manifest\+json|geo\+json)|image\/svg)/;

function partOf(response: Response): Part {
  switch (response.request().resourceType()) {
    case 'document':
      return 'html';
    case 'stylesheet':
      return 'css';
    case 'script':
      return 'script';
    case 'font':
      return 'font';
    case 'image':
      return 'picture';
    default:
      return 'other';
  }
}

const empty = (): Record<Part, number> => ({ html: 0, css: 0, script: 0, font: 0, picture: 0, other: 0 });

/** Loads a page on a phone's screen and adds up what came. */
export async function pageWeight(browser: Browser, origin: string, url: string): Promise<PageWeight> {
  const context = await browser.newContext({ viewport: { width: 375, height: 720 }, locale: 'ru-RU' });
  context.setDefaultTimeout(WAIT_LIMIT_MS);
  try {
    const page = await context.newPage();
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    await page.goto(origin + url, { waitUntil: 'networkidle' });
    const weight: PageWeight = {
      url,
      raw: empty(),
      brotli: empty(),
      requests: 0,
      firstFlight: 0,
      withScripts: 0,
      total: 0,
    };
    const blocking = new Set<string>();
    for (const response of responses) {
      // A question about the head of a page, such as what time it is, brings no body.
      if (!response.url().startsWith(origin) || response.request().method() === 'HEAD') continue;
      // The browser forgets some bodies, those of styles for paper among them; the server has them still.
      const body = Buffer.from(await (await fetch(response.url())).arrayBuffer());
      const part = partOf(response);
      const packs = COMPRESSES.test(response.headers()['content-type'] ?? '');
      weight.requests++;
      weight.raw[part] += body.length;
      const bytes = packs ? brotliBytes(body) : body.length;
      weight.brotli[part] += bytes;
      if (part === 'html') {
        for (const each of blockingResources(body.toString('utf8')))
          blocking.add(new URL(each, response.url()).href);
      }
      if (part === 'html' || blocking.has(response.url())) weight.firstFlight += bytes;
    }
    const { html, css, script } = weight.brotli;
    weight.withScripts = html + css + script;
    weight.total = Object.values(weight.brotli).reduce((sum, bytes) => sum + bytes, 0);
    return weight;
  } finally {
    await context.close();
  }
}
