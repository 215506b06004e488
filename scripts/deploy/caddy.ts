/** The site for Caddy: a Caddyfile. Caddy gets and renews certificates by itself. */
import { CONTENT_TYPES, DEFAULT_CACHE, PATH_RULES } from './headers.ts';
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
  return [
    `\tmap {http.request.orig_uri.path} ${placeholder} {`,
    ...lines,
    `\t\tdefault ${quoted(fallback)}`,
    '\t}',
  ];
}

/** The Caddyfile. `address` is what Caddy serves: a host name, or an address with a scheme and a port. */
export function caddyfile({ host, root, security, redirects }: SiteConfig, address = host): string {
  return `${[
    '# Made by npm run deploy:prepare. Put into /etc/caddy/, then: caddy validate && systemctl reload caddy',
    // What is set before an error is forgotten: the page «404» needs the headers once more.
    '(mosprom_headers) {',
    ...map('{mosprom_cache}', 'Cache-Control', DEFAULT_CACHE),
    '\theader {',
    ...Object.entries(security).map(([name, value]) => `\t\t${name} ${quoted(value)}`),
    '\t\tCache-Control "{mosprom_cache}"',
    '\t\t-Server',
    '\t}',
    '}',
    `${address} {`,
    `\troot * ${quoted(root)}`,
    '\timport mosprom_headers',
    ...PATH_RULES.flatMap(({ prefix, suffix, headers }) => {
      const origin = headers['Access-Control-Allow-Origin'];
      return origin === undefined
        ? []
        : [`\theader ${prefix}*${suffix} Access-Control-Allow-Origin ${quoted(origin)}`];
    }),
    ...Object.entries(CONTENT_TYPES).map(
      ([extension, type]) => `\theader *.${extension} Content-Type ${quoted(type)}`,
    ),
    ...redirects.map(({ from, to }) => `\tredir ${from} ${to} permanent`),
    '\tfile_server {',
    '\t\tprecompressed br gzip',
    '\t}',
    '\thandle_errors {',
    '\t\timport mosprom_headers',
    '\t\t@missing expression `{http.error.status_code} == 404`',
    '\t\trewrite @missing /404.html',
    '\t\tfile_server {',
    '\t\t\tprecompressed br gzip',
    '\t\t}',
    '\t}',
    '}',
  ].join('\n')}\n`;
}
