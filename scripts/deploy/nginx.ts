/** The site for nginx: one file for /etc/nginx/conf.d. */
import { CONTENT_TYPES, DEFAULT_CACHE, HIDDEN, PATH_RULES } from './headers.ts';
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

/** Where the operator's own lines for https stand: they outlive every release. */
const TLS_FILE = '/etc/nginx/mosprom-tls.conf';

const CHALLENGES = '/var/www/letsencrypt';

/** `tls.conf`: what makes the site of `site.conf` one with https, once there is a certificate. */
export function nginxTls({ host }: Pick<SiteConfig, 'host'>): string {
  const name = host.replace(/:\d+$/, '');
  return `${[
    `# Copy to ${TLS_FILE} as soon as there is a certificate:`,
    `# certbot certonly --webroot -w ${CHALLENGES} -d ${name} --deploy-hook "systemctl reload nginx"`,
    'listen 443 ssl http2;',
    `ssl_certificate /etc/letsencrypt/live/${name}/fullchain.pem;`,
    `ssl_certificate_key /etc/letsencrypt/live/${name}/privkey.pem;`,
    'ssl_protocols TLSv1.2 TLSv1.3;',
    'ssl_session_cache shared:mosprom:2m;',
    '# Where the machine speaks IPv6 also: listen [::]:80; listen [::]:443 ssl http2;',
    'set $mosprom_plain $scheme$uri;',
    '# Everything is moved to https, except what renews the certificate.',
    `if ($mosprom_plain ~ "^http/(?!\\.well-known/acme-challenge/)") { return 301 https://${name}$request_uri; }`,
  ].join('\n')}\n`;
}

/** The configuration. `listen` is what nginx listens on: a port, or an address with one. */
export function nginxConfig({ host, root, security, redirects }: SiteConfig, listen = '80'): string {
  return `${[
    '# Made by npm run deploy:prepare; belongs to this very release: the policy names what stands in its pages.',
    '# Link it from /etc/nginx/conf.d/ through «current», and reload nginx with every release.',
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
    '        application/manifest+json webmanifest;',
    '    }',
    '    charset utf-8;',
    '    charset_types text/plain text/css text/xml text/csv text/calendar text/javascript application/javascript application/json application/geo+json;',
    '    gzip_static on;',
    '    gzip_vary on;',
    '    # With the module ngx_brotli (Debian: libnginx-mod-http-brotli-static) also:',
    '    # brotli_static on;',
    ...Object.entries(security).flatMap(([name, value]) => headerLines(name, value)),
    '    add_header Cache-Control $mosprom_cache always;',
    '    add_header Access-Control-Allow-Origin $mosprom_origin always;',
    // With the star it need not exist.
    `    include ${TLS_FILE.replace('.conf', '*.conf')};`,
    '    if ($mosprom_moved) { return 301 $mosprom_moved$is_args$args; }',
    '    location / {',
    '        try_files $uri $uri/ =404;',
    '    }',
    '    location ^~ /.well-known/acme-challenge/ {',
    `        root ${CHALLENGES};`,
    '    }',
    '    location ^~ /.well-known/ {',
    '        try_files $uri =404;',
    '    }',
    // Not for visitors: notes to hosts, and what a program may have left behind.
    `    location ~ ${quoted(HIDDEN)} {`,
    '        return 404;',
    '    }',
    // A folder without a page of its own is no secret, it is nothing.
    '    error_page 403 =404 /404.html;',
    '    error_page 404 /404.html;',
    '}',
  ].join('\n')}\n`;
}
