/** Files for hosts that read `_headers` and `_redirects` from the site itself. */
import { CONTENT_TYPES, PATH_RULES } from './headers.ts';
import type { SiteConfig } from './site-config.ts';

/** Cloudflare Pages leaves out a longer line without a word. */
const LONGEST_LINE = 2000;

/**
 * `_headers`. Such hosts join the values of all rules that match a path, so no header may stand in two of them;
 * pages need no Cache-Control here: these hosts revalidate them by default.
 * @throws RangeError for a line that such a host would drop.
 */
export function headersFile({ security }: SiteConfig): string {
  const block = (pattern: string, headers: Readonly<Record<string, string>>): string[] => [
    pattern,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    '',
  ];
  const lines = [
    ...block('/*', security),
    ...PATH_RULES.flatMap(({ prefix, suffix, headers }) => block(`${prefix}*${suffix}`, headers)),
    ...Object.entries(CONTENT_TYPES).flatMap(([extension, type]) =>
      block(`/*.${extension}`, { 'Content-Type': type }),
    ),
  ];
  const long = lines.find((line) => line.length > LONGEST_LINE);
  if (long !== undefined) throw new RangeError(`_headers: a line of ${long.length}: ${long.slice(0, 60)}…`);
  return lines.join('\n');
}

/** `_redirects`: old addresses for good. */
export function redirectsFile({ redirects }: SiteConfig): string {
  return redirects.map(({ from, to }) => `${from} ${to} 301\n`).join('');
}
