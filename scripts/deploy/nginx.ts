/** The site for nginx: one file for /etc/nginx/conf.d. */
import { CONTENT_TYPES, DEFAULT_CACHE, PATH_RULES } from './headers.ts';
import type { SiteConfig } from './site-config.ts';

/** nginx reads a parameter into a buffer of 4096 bytes: a long policy is put together from parts. */
const PART = 1500;

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function pattern(prefix: string, suffix: string): string {
  const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return suffix === '' ? `~^${literal(prefix)}` : `~^${literal(prefix)}.*${literal(suffix)}$`;
}

function map(variable: string, header: string, fallback: string): string[] {
  const lines = PATH_RULES.flatMap(({ prefix, suffix, headers }) => {
    const value = headers[header];
    return value === undefined ? [] : [`    ${quoted(pattern(prefix, suffix))} ${quoted(value)};`];
  });
  return [`map $uri ${variable} {`, `    default ${quoted(fallback)};`, ...lines, '}'];
}

function headerLines(name: string, value: string): string[] {
  if (value.length <= PART) return [`    add_header ${name} ${quoted(value)} always;`];
  const parts = value.match(new RegExp(`.{1,${PART}}`, 'gs')) ?? [];
  const variable = (index: number): string => `$mosprom_${name.toLowerCase().replaceAll('-', '_')}_${index}`;
  return [
    ...parts.map((part, index) => `    set ${variable(index)} ${quoted(part)};`),
    `    add_header ${name} "${parts.map((_, index) => variable(index)).join('')}" always;`,
  ];
}

/** The configuration. `listen` is what nginx listens on: a port, or an address with one. */
export function nginxConfig({ host, root, security, redirects }: SiteConfig, listen = '80'): string {
  return `${[
    '# Made by npm run deploy:prepare. Put into /etc/nginx/conf.d/, then: nginx -t && systemctl reload nginx',
    '# For https: certbot --nginx, or your own ssl_certificate lines.',
    // Headers in a location would drop those of the server: what depends on the path is a variable instead.
    ...map('$mosprom_cache', 'Cache-Control', DEFAULT_CACHE),
    ...map('$mosprom_origin', 'Access-Control-Allow-Origin', ''),
    'map $uri $mosprom_moved {',
    '    default "";',
    ...redirects.map(({ from, to }) => `    ${quoted(`~^${from}$`)} ${quoted(to)};`),
    '}',
    'server {',
    `    listen ${listen};`,
    `    server_name ${host.replace(/:\d+$/, '')};`,
    `    root ${quoted(root)};`,
    '    index index.html;',
    '    server_tokens off;',
    '    absolute_redirect off;',
    '    include mime.types;',
    '    types {',
    ...Object.entries(CONTENT_TYPES).map(
      ([extension, type]) => `        ${type.split(';')[0] ?? type} ${extension};`,
    ),
    '        application/wasm wasm;',
    '        application/manifest+json webmanifest;',
    '    }',
    '    charset utf-8;',
    '    charset_types text/html text/plain text/css text/xml text/csv text/calendar text/javascript application/javascript application/json application/geo+json;',
    '    gzip_static on;',
    '    gzip_vary on;',
    '    # With the module ngx_brotli (Debian: libnginx-mod-http-brotli-static) also:',
    '    # brotli_static on;',
    ...Object.entries(security).flatMap(([name, value]) => headerLines(name, value)),
    '    add_header Cache-Control $mosprom_cache always;',
    '    add_header Access-Control-Allow-Origin $mosprom_origin always;',
    '    if ($mosprom_moved) { return 301 $mosprom_moved; }',
    '    location / {',
    '        try_files $uri $uri/ =404;',
    '    }',
    '    error_page 404 /404.html;',
    '}',
  ].join('\n')}\n`;
}
