import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort, NoFreePortError } from './free-port.ts';
import type { RunningServer } from './static-server.ts';
import { serveStatic } from './static-server.ts';

let folder = '';
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'serve-'));
  const site = path.join(folder, 'site');
  await mkdir(path.join(site, 'about'), { recursive: true });
  await mkdir(path.join(site, '_astro'));
  await writeFile(path.join(site, 'index.html'), `<p>${'главная '.repeat(200)}</p>`);
  await writeFile(path.join(site, 'about/index.html'), 'about');
  await writeFile(path.join(site, '404.html'), 'no such page');
  await writeFile(path.join(site, '_astro/a.js'), 'x');
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  await symlink(path.join(folder, 'secret.txt'), path.join(folder, 'outside'));
  server = await serveStatic(0, { dir: site, headersFor: () => ({ 'x-test': 'yes' }) });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** As written on the wire: fetch would tidy the path first. */
function raw(target: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    request({ port: server.port, path: target }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body });
      });
    })
      .on('error', reject)
      .end();
  });
}

it('serves directory pages, adds the slash, and answers 404 with the 404 page', async () => {
  const home = await fetch(`${server.url}/`, { headers: { 'accept-encoding': 'br' } });
  expect([home.status, home.headers.get('content-encoding'), home.headers.get('x-test')]).toEqual([
    200,
    'br',
    'yes',
  ]);
  expect(await home.text()).toContain('главная');
  const bare = await fetch(`${server.url}/about`, { redirect: 'manual' });
  expect([bare.status, bare.headers.get('location')]).toEqual([308, '/about/']);
  const missing = await fetch(`${server.url}/nothing/`);
  expect([missing.status, await missing.text()]).toEqual([404, 'no such page']);
});

it('keeps hashed files for ever and asks again for pages', async () => {
  expect((await fetch(`${server.url}/_astro/a.js`)).headers.get('cache-control')).toContain('immutable');
  expect((await fetch(`${server.url}/about/`)).headers.get('cache-control')).toBe('no-cache');
});

it('says that a page has not changed, and never sends the old one for a new one of the same length', async () => {
  const page = path.join(folder, 'site', 'changing.html');
  const old = `<p>${'а'.repeat(900)}</p>`;
  await writeFile(page, old);
  const get = (headers: Record<string, string> = {}) =>
    fetch(`${server.url}/changing.html`, { headers: { 'accept-encoding': 'br', ...headers } });
  const first = await get();
  const etag = first.headers.get('etag') ?? '';
  expect(await first.text()).toBe(old);
  expect((await get({ 'if-none-match': etag })).status).toBe(304);
  await writeFile(page, old.replaceAll('а', 'б'));
  const second = await get({ 'if-none-match': etag });
  expect([second.status, await second.text()]).toEqual([200, old.replaceAll('а', 'б')]);
});

it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%00', '/%ff'])(
  'gives nothing away for %s',
  async (target) => {
    const answer = await raw(target);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  },
);

it('refuses to be posted to', async () => {
  expect((await fetch(`${server.url}/`, { method: 'POST' })).status).toBe(405);
});

it('takes the next free port when the wanted one is busy', async () => {
  const free = await freePort(server.port);
  expect(free).toBeGreaterThan(server.port);
  const second = await serveStatic(server.port, { dir: folder });
  expect(second.port).toBeGreaterThan(server.port);
  await second.close();
});

it('says from where to where every port is taken', async () => {
  const last = createServer();
  // Somebody else's server there does as well.
  await new Promise<void>((resolve) => {
    last.once('error', () => {
      resolve();
    });
    last.listen(65_535, '127.0.0.1', resolve);
  });
  const refusal = await freePort(65_535).catch((error: unknown) => error);
  last.close();
  expect(refusal).toBeInstanceOf(NoFreePortError);
  expect(refusal).toMatchObject({ wanted: 65_535, last: 65_535 });
});
