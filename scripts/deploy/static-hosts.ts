/** Files for hosts that read `_headers` and `_redirects` from the site itself. */
import { CONTENT_TYPES, PATH_RULES } from './headers.ts';
import type { SiteConfig } from './site-config.ts';

/** Cloudflare Pages leaves out a longer line without a word. */
const LONGEST_LINE = 2000;

/** What `default-src` has said, without saying it of styles. */
const INSTEAD_OF_DEFAULT = ["object-src 'none'", "frame-src 'none'", "media-src 'none'"];

/**
 * The policy, short enough for such hosts. Each style sheet in a page has a hash, and all pages together have too
 * many: then the header leaves styles to the `<meta>` of each page, which has the whole policy anyway.
 */
export function shortPolicy(policy: string, room: number): string {
  if (policy.length <= room) return policy;
  const kept = policy.split('; ').filter((part) => !/^(?:default|style)-src /.test(part));
  return [...kept, ...INSTEAD_OF_DEFAULT].join('; ');
}

/**
 * `_headers`. Such hosts join the values of all rules that match a path, so no header may stand in two of them;
 * pages need no Cache-Control here: these hosts revalidate them by default.
 */
export function headersFile({ security }: SiteConfig): string {
  const block = (pattern: string, headers: Readonly<Record<string, string>>): string[] => [
    pattern,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    '',
  ];
  const name = 'Content-Security-Policy';
  const room = LONGEST_LINE - `  ${name}: `.length;
  return [
    ...block('/*', { ...security, [name]: shortPolicy(security[name] ?? '', room) }),
    ...PATH_RULES.flatMap(({ prefix, suffix, headers }) => block(`${prefix}*${suffix}`, headers)),
    ...Object.entries(CONTENT_TYPES).flatMap(([extension, type]) =>
      block(`/*.${extension}`, { 'Content-Type': type }),
    ),
  ].join('\n');
}

/** `_redirects`: old addresses for good. */
export function redirectsFile({ redirects }: SiteConfig): string {
  return redirects.map(({ from, to }) => `${from} ${to} 301\n`).join('');
}
