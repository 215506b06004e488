/** The site for Caddy: a Caddyfile. Caddy gets and renews certificates by itself. */
import { CONTENT_TYPES, DEFAULT_CACHE, HIDDEN, PATH_RULES } from './headers.ts';
import type { SiteConfig } from './site-config.ts';

/** Between backticks nothing has a second meaning. */
function quoted(text: string): string {
  return `\`${text.replaceAll('`', '')}\``;
}

function pattern(prefix: string, suffix: string): string {
  const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return suffix === '' ? `~^${literal(prefix)}` : `~^${literal(prefix)}.*${literal(suffix)}$`;
}

function map(placeholder: string, header: string, fallback: string): string[] {
  const lines = PATH_RULES.flatMap(({ prefix, suffix, headers }) => {
    const value = headers[header];
    return value === undefined ? [] : [`\t\t${quoted(pattern(prefix, suffix))} ${quoted(value)}`];
  });
  return [`\tmap {path} ${placeholder} {`, ...lines, `\t\tdefault ${quoted(fallback)}`, '\t}'];
}

/** A star in a path matcher stops at the next slash: calendars lie deeper, so that these are patterns. */
function openPaths(): string[] {
  return PATH_RULES.flatMap(({ prefix, suffix, headers }, index) => {
    const origin = headers['Access-Control-Allow-Origin'];
    if (origin === undefined) return [];
    return [
      `\t@open${index} path_regexp ${quoted(pattern(prefix, suffix).slice(1))}`,
      `\theader @open${index} Access-Control-Allow-Origin ${quoted(origin)}`,
    ];
  });
}

/** Old addresses; what stood behind a question mark goes along. */
function moved(redirects: SiteConfig['redirects']): string[] {
  if (redirects.length === 0) return [];
  return [
    '\tmap {path} {mosprom_moved} {',
    ...redirects.map(({ from, to }) => `\t\t${quoted(from)} ${quoted(to)}`),
    '\t\tdefault ""',
    '\t}',
    '\t@moved_query expression `{mosprom_moved} != "" && {query} != ""`',
    '\tredir @moved_query {mosprom_moved}?{query} permanent',
    '\t@moved expression `{mosprom_moved} != ""`',
    '\tredir @moved {mosprom_moved} permanent',
  ];
}

/** The Caddyfile. `address` is what Caddy serves: a host name, or an address with a scheme and a port. */
export function caddyfile({ host, root, security, redirects }: SiteConfig, address = host): string {
  return `${[
    '# Made by npm run deploy:prepare; belongs to this very release: the policy names what stands in its pages.',
    '# Import it from /etc/caddy/Caddyfile through «current», and reload Caddy with every release.',
    // What is set before an error is forgotten: the page «404» needs the headers once more.
    '(mosprom_headers) {',
    '\theader {',
    ...Object.entries(security).map(([name, value]) => `\t\t${name} ${quoted(value)}`),
    '\t\t-Server',
    '\t}',
    '}',
    `${address} {`,
    `\troot * ${quoted(root)}`,
    '\timport mosprom_headers',
    ...map('{mosprom_cache}', 'Cache-Control', DEFAULT_CACHE),
    '\theader Cache-Control "{mosprom_cache}"',
    // Older versions say so only of what they have compressed.
    '\theader ?Vary Accept-Encoding',
    ...openPaths(),
    ...Object.entries(CONTENT_TYPES).map(
      ([extension, type]) => `\theader *.${extension} Content-Type ${quoted(type)}`,
    ),
    ...moved(redirects),
    '\t@hidden {',
    `\t\tpath_regexp ${quoted(HIDDEN)}`,
    '\t\tnot path /.well-known/*',
    '\t}',
    '\terror @hidden 404',
    '\tfile_server {',
    '\t\tprecompressed br gzip',
    '\t}',
    '\thandle_errors {',
    '\t\timport mosprom_headers',
    // Whatever the path: a file that is missing for a moment must not be missing for a year.
    `\t\theader Cache-Control ${quoted(DEFAULT_CACHE)}`,
    '\t\t@missing expression `{http.error.status_code} == 404`',
    '\t\trewrite @missing /404.html',
    '\t\tfile_server {',
    '\t\t\tprecompressed br gzip',
    '\t\t}',
    '\t}',
    '}',
  ].join('\n')}\n`;
}
