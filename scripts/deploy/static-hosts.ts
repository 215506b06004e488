/** Files for hosts that read `_headers` and `_redirects` from the site itself. */
import { CONTENT_TYPES, PATH_RULES } from './headers.ts';
import type { SiteConfig } from './site-config.ts';

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
  return [
    ...block('/*', security),
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
