import { describe, expect, it } from 'vitest';
import { SPECULATION_RULES } from '../../src/seo/speculation.ts';
import { sealPage } from '../build/seal-pages.ts';
import { caddyfile } from './caddy.ts';
import { formTargets, policy } from './csp.ts';
import { headersFor, PATH_RULES, securityHeaders } from './headers.ts';
import { hashOf, inlineHashes } from './inline-code.ts';
import { nginxConfig } from './nginx.ts';
import { headersFile, redirectsFile } from './static-hosts.ts';

const settings = {
  siteUrl: 'https://example.ru',
  formEndpoint: 'https://api.example.ru/applications',
  formMode: 'form',
  availabilityUrl: 'https://api.example.ru/availability.json',
} as const;
const none = { scripts: new Set<string>(), styles: new Set<string>() };

describe('what stands in a page', () => {
  it('is found however it is written', () => {
    const html =
      '<p title="<script>">a</p><!-- <style>no</style> --><script>a</script><SCRIPT type=module>b</SCRIPT >' +
      '<script src="/x.js"></script><script type="application/ld+json">{}</script><style media="print">c</style>';
    const { scripts, styles } = inlineHashes(html);
    // Two of its own, and what every page adds to itself.
    expect([scripts.size, styles.size]).toEqual([3, 1]);
    expect(scripts).toContain(hashOf(SPECULATION_RULES));
    expect(scripts).toContain("'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='");
  });
});

describe('the policy', () => {
  it('names the endpoint for forms and requests, and nobody else', () => {
    const text = policy(settings, none, 'header');
    expect(formTargets(text)).toEqual(["'self'", 'https://api.example.ru']);
    expect(text).toContain("connect-src 'self' https://api.example.ru;");
    expect(text).toContain("frame-ancestors 'none'");
    expect(policy({ ...settings, formMode: 'link' }, none, 'header')).toContain("form-action 'self';");
  });

  it('of the header says less of styles, and who may frame the page, which a meta tag cannot', () => {
    const some = { scripts: new Set(["'sha256-s'"]), styles: new Set(["'sha256-t'"]) };
    const meta = policy(settings, some, 'meta').split('; ');
    const header = policy(settings, some, 'header').split('; ');
    expect(header.filter((part) => !meta.includes(part))).toEqual(
      ['object-src', 'frame-src', 'media-src', 'frame-ancestors'].map((name) => `${name} 'none'`),
    );
    expect(meta.filter((part) => !header.includes(part))).toEqual([
      "default-src 'none'",
      "style-src 'self' 'sha256-t'",
    ]);
    expect(header).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-s'");
  });

  it('is put before everything that it rules, and only once', () => {
    const html = '<html><head><meta charset="utf-8"><style>a</style></head></html>';
    const sealed = sealPage('a.html', html, settings);
    expect(sealed).toMatch(/^<html><head><meta charset="utf-8"><meta http-equiv="content-security-policy"/);
    expect(sealPage('a.html', sealed, settings)).toBe(sealed);
    expect(() => sealPage('a.html', '<html></html>', settings)).toThrow('a.html');
  });
});

/** The rules by which Mozilla's Observatory takes points off or gives them. */
function observatory(headers: Readonly<Record<string, string>>): number {
  const csp = headers['Content-Security-Policy'] ?? '';
  const part = (name: string): string => csp.split('; ').find((text) => text.startsWith(`${name} `)) ?? '';
  const unsafe = /'unsafe-inline'|'unsafe-eval'| data:| https?:(?: |$)|\*/.test(part('script-src'));
  const age = Number(/max-age=(\d+)/.exec(headers['Strict-Transport-Security'] ?? '')?.[1] ?? 0);
  let score = 100;
  if (csp === '') score -= 25;
  else if (unsafe) score -= 20;
  else score += csp.startsWith("default-src 'none'") && !part('style-src').includes('unsafe') ? 10 : 5;
  score += age >= 15_768_000 ? 0 : -20;
  score += headers['X-Content-Type-Options'] === 'nosniff' ? 0 : -5;
  score += part('frame-ancestors') === "frame-ancestors 'none'" ? 5 : -20;
  score += /^(?:no-referrer|same-origin|strict-origin)/.test(headers['Referrer-Policy'] ?? '') ? 5 : 0;
  score += headers['Cross-Origin-Resource-Policy'] === 'same-origin' ? 10 : 0;
  return score;
}

describe('the headers', () => {
  it('are worth an A+ by the rules of the Observatory', () => {
    const headers = securityHeaders(settings, none);
    expect(observatory(headers)).toBeGreaterThanOrEqual(100);
    const weak = { ...headers, 'Content-Security-Policy': "script-src 'self' 'unsafe-inline'" };
    expect(observatory(weak)).toBeLessThan(100);
    const plain = { ...headers, 'Strict-Transport-Security': 'max-age=60' };
    expect(observatory(plain)).toBeLessThan(observatory(headers));
  });

  it('do not make a new tab begin a second process', () => {
    expect(securityHeaders(settings, none)).not.toHaveProperty('Cross-Origin-Opener-Policy');
  });

  it('let caches keep only what has a hash in its name', () => {
    expect(headersFor('/_astro/a.js', settings, none)['Cache-Control']).toContain('immutable');
    expect(headersFor('/enterprises/', settings, none)['Cache-Control']).toBe('no-cache');
    expect(headersFor('/data/site.json', settings, none)['Access-Control-Allow-Origin']).toBe('*');
    expect(headersFor('/', settings, none)['Access-Control-Allow-Origin']).toBeUndefined();
  });

  it('promise https only where the site has it', () => {
    const local = securityHeaders({ ...settings, siteUrl: 'http://localhost:4321' }, none);
    expect(local).not.toHaveProperty('Strict-Transport-Security');
    expect(local['Content-Security-Policy']).not.toContain('upgrade-insecure-requests');
  });
});

describe('the files for hosts', () => {
  const config = {
    host: 'example.ru',
    root: '/srv/site',
    security: securityHeaders(settings, none),
    redirects: [{ from: '/enterprises/old/', to: '/enterprises/new/' }],
  };

  it('carry every header and every old address', () => {
    for (const text of [nginxConfig(config), caddyfile(config), headersFile(config)]) {
      for (const name of Object.keys(config.security)) expect(text).toContain(name);
      for (const { prefix } of PATH_RULES) expect(text.replaceAll('\\', '')).toContain(prefix);
    }
    for (const text of [nginxConfig(config), caddyfile(config), redirectsFile(config)])
      expect(text).toMatch(/\/enterprises\/old\/\S* .*\/enterprises\/new\//);
  });

  it('keep every parameter below the buffer of nginx', () => {
    const security = { 'Content-Security-Policy': `default-src 'none'; ${'x'.repeat(6000)}` };
    const longest = Math.max(
      ...(nginxConfig({ ...config, security }).match(/"(?:[^"\\]|\\.)*"/g) ?? []).map((text) => text.length),
    );
    expect(longest).toBeLessThan(4096);
  });

  it('have no line that a host would drop', () => {
    const many = Array.from({ length: 60 }, (_, index) => `'sha256-${'b'.repeat(43)}${index}='`);
    const headers = (scripts: string[], styles: string[]): string =>
      headersFile({
        ...config,
        security: securityHeaders(settings, { scripts: new Set(scripts), styles: new Set(styles) }),
      });
    expect(headers(many.slice(0, 8), many)).not.toMatch(/unsafe-inline|default-src|style-src/);
    expect(() => headers(many, [])).toThrow('Content-Security-Policy');
  });

  it('are light: they come with every letter, script and picture', () => {
    const hashes = { scripts: new Set([`'sha256-${'b'.repeat(44)}'`]), styles: new Set<string>() };
    const headers = headersFor('/_astro/golos-ru.0f4f29c3.woff2', settings, hashes);
    const bytes = Object.entries(headers).reduce(
      (sum, [name, value]) => sum + `${name}: ${value}\r\n`.length,
      0,
    );
    expect(bytes).toBeLessThan(1500);
  });

  it('name no header twice for one path where hosts would join the values', () => {
    const blocks = headersFile(config).split('\n\n');
    const everywhere = Object.keys(config.security);
    for (const block of blocks.slice(1))
      for (const name of everywhere) expect(block).not.toContain(`  ${name}:`);
  });
});
