/** The headers of the published site: one list, from which every host's configuration is made. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { policy } from './csp.ts';
import type { PolicySettings } from './csp.ts';
import type { InlineHashes } from './inline-code.ts';
import { inlineHashes, unionOf } from './inline-code.ts';

export type Headers = Record<string, string>;

const YEAR = 31_536_000;

/**
 * What tells of the visitor or reaches a device, and a brochure with a form never needs. No more: every name travels
 * in the first flight of every page. Sharing and the clipboard keep their defaults.
 */
const PERMISSIONS = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'usb']
  .map((name) => `${name}=()`)
  .join(', ');

/**
 * Headers of every answer, whatever its path. Cross-Origin-Opener-Policy is not among them: in a new tab a browser
 * would throw the process away which it has made ready, and begin another when the page is already there (the first
 * row of `npm run bench -- load`). It guards sessions and secrets, and these pages have none; those of the endpoint
 * have, and send it.
 */
export function securityHeaders(settings: PolicySettings, hashes: InlineHashes): Headers {
  return {
    'Content-Security-Policy': policy(settings, hashes, 'header'),
    // Only over https: browsers ignore it elsewhere, and a trial on http must not look protected.
    ...(settings.siteUrl.startsWith('https:') ? { 'Strict-Transport-Security': `max-age=${YEAR}` } : {}),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': PERMISSIONS,
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}

export type PathRule = {
  /** Paths that begin so … */
  prefix: string;
  /** … and end so. */
  suffix: string;
  headers: Headers;
};

const IMMUTABLE = { 'Cache-Control': `public, max-age=${YEAR}, immutable` };
const HOURLY = { 'Cache-Control': 'public, max-age=3600' };
const OPEN = { 'Access-Control-Allow-Origin': '*' };

/** Headers that depend on the path. No two rules for one path name the same header. */
export const PATH_RULES: readonly PathRule[] = [
  // The name of each of these files contains a hash of its content.
  { prefix: '/_astro/', suffix: '', headers: IMMUTABLE },
  { prefix: '/pagefind/fragment/', suffix: '', headers: IMMUTABLE },
  { prefix: '/pagefind/index/', suffix: '', headers: IMMUTABLE },
  { prefix: '/og/', suffix: '', headers: { 'Cache-Control': 'public, max-age=86400' } },
  { prefix: '/calendars/', suffix: '.ics', headers: { ...HOURLY, ...OPEN } },
  { prefix: '/data/', suffix: '.json', headers: OPEN },
  { prefix: '/data/', suffix: '.csv', headers: OPEN },
  { prefix: '/data/', suffix: '.geojson', headers: OPEN },
  { prefix: '/news/feed.xml', suffix: '', headers: OPEN },
  { prefix: '/enterprises/feed.xml', suffix: '', headers: OPEN },
  { prefix: '/changes/feed.xml', suffix: '', headers: OPEN },
];

/** What browsers and caches do with everything else: ask whether it has changed. */
export const DEFAULT_CACHE = 'no-cache';

/** Paths that servers answer with 404 even where there is a file (RE2 and PCRE read this alike). */
export const HIDDEN = String.raw`/\.|^/_(?:headers|redirects)$`;

export const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ics: 'text/calendar; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  pagefind: 'application/octet-stream',
};

/** All headers of a path on the site. */
export function headersFor(urlPath: string, settings: PolicySettings, hashes: InlineHashes): Headers {
  const headers: Headers = { ...securityHeaders(settings, hashes), 'Cache-Control': DEFAULT_CACHE };
  for (const rule of PATH_RULES) {
    if (urlPath.startsWith(rule.prefix) && urlPath.endsWith(rule.suffix))
      Object.assign(headers, rule.headers);
  }
  return headers;
}

/** The hashes of everything inlined in any page of a built site. */
export async function siteHashes(dir: string): Promise<InlineHashes> {
  const names = (await readdir(dir, { recursive: true })).filter((name) => name.endsWith('.html'));
  const all: InlineHashes[] = [];
  for (const name of names) all.push(inlineHashes(await readFile(path.join(dir, name), 'utf8')));
  return unionOf(all);
}
