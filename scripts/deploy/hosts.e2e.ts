/** Real nginx and real Caddy serve the test site with the generated files; a browser looks at every kind of page. */
import { strict as assert } from 'node:assert';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { readSettings } from '../../src/settings/settings.ts';
import { pageKinds } from '../e2e/page-kinds.ts';
import type { Suite, SuiteContext, SuiteTest } from '../e2e/suite.ts';
import { TEST_NOW } from '../e2e/test-site.ts';
import { readEndpointSettings } from '../endpoint/settings.ts';
import { startEndpoint } from '../endpoint/start.ts';
import { freePort } from '../serve/free-port.ts';
import { compressTexts } from './compress.ts';
import { securityHeaders, siteHashes } from './headers.ts';
import type { ServerKind, WebServer } from './run-server.ts';
import { findServer, startWebServer } from './run-server.ts';
import type { SiteConfig } from './site-config.ts';

const KINDS: readonly ServerKind[] = ['nginx', 'caddy'];
const MOVED = { from: '/enterprises/old-name/', to: '/enterprises/' };

type Host = { server: WebServer; config: SiteConfig; endpointUrl: string };

/** The test site behind a real server, with an endpoint of its own that knows the server's address. */
async function withHost(
  kind: ServerKind,
  context: SuiteContext,
  run: (host: Host) => Promise<void>,
): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), `site-${kind}-`));
  try {
    const endpointPort = await freePort(0);
    const endpointUrl = `http://localhost:${endpointPort}`;
    const root = path.join(dir, 'site');
    await cp(context.siteDir, root, { recursive: true });
    for (const name of (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.html'))) {
      const file = path.join(root, name);
      const html = await readFile(file, 'utf8');
      await writeFile(file, html.replaceAll(context.endpointUrl, endpointUrl));
    }
    // One folder is enough to see whether twins are sent.
    await compressTexts(path.join(root, 'about'));
    const settings = readSettings({
      SITE_URL: context.baseUrl,
      FORM_ENDPOINT: `${endpointUrl}/applications`,
      AVAILABILITY_URL: `${endpointUrl}/availability.json`,
    });
    const config: SiteConfig = {
      host: 'localhost',
      root,
      security: securityHeaders(settings, await siteHashes(root)),
      redirects: [MOVED],
    };
    const server = await startWebServer(kind, path.join(dir, 'server'), config);
    const endpoint = await startEndpoint({
      settings: readEndpointSettings({
        SITE_URL: server.url,
        ENDPOINT_PORT: String(endpointPort),
        ENDPOINT_PUBLIC_URL: endpointUrl,
        ENDPOINT_DATA: path.join(root, 'data'),
        ENDPOINT_DB: path.join(dir, 'registrations.sqlite'),
        MAIL_DIR: path.join(dir, 'mail'),
      }),
      clock: () => TEST_NOW,
      log: () => undefined,
    });
    try {
      await run({ server, config, endpointUrl });
    } finally {
      await endpoint.close();
      await server.close();
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Everything that a careful visitor would object to. */
function watch(page: Page, allowed: readonly string[]): string[] {
  const objections: string[] = [];
  page.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) objections.push(message.text());
  });
  page.on('pageerror', (error) => objections.push(`script: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'blob:' && !allowed.includes(url.origin))
      objections.push(`foreign request: ${request.url()}`);
  });
  return objections;
}

async function checkAnswers({ server, config }: Host): Promise<void> {
  const get = (urlPath: string, encoding = 'identity'): Promise<Response> =>
    fetch(server.url + urlPath, { redirect: 'manual', headers: { 'accept-encoding': encoding } });
  const data = JSON.parse(await readFile(path.join(config.root, 'data/site.json'), 'utf8')) as {
    enterprises: { id: string }[];
  };
  const [enterprise] = data.enterprises;
  assert.ok(enterprise !== undefined);
  const astro = (await readdir(path.join(config.root, '_astro'))).find((name) => name.endsWith('.js')) ?? '';
  for (const [urlPath, status, cache] of [
    ['/', 200, 'no-cache'],
    [`/enterprises/${enterprise.id}/`, 200, 'no-cache'],
    ['/there-is-no-such-page/', 404, 'no-cache'],
    [`/_astro/${astro}`, 200, 'public, max-age=31536000, immutable'],
    ['/calendars/all.ics', 200, 'public, max-age=3600'],
    ['/data/site.json', 200, 'no-cache'],
  ] as const) {
    const answer = await get(urlPath);
    assert.equal(answer.status, status, urlPath);
    for (const [name, value] of Object.entries(config.security))
      assert.equal(answer.headers.get(name), value, `${urlPath} ${name}`);
    assert.equal(answer.headers.get('cache-control'), cache, urlPath);
    assert.equal(answer.headers.get('set-cookie'), null, urlPath);
    const server = answer.headers.get('server');
    assert.ok(server === null || !/\d/.test(server), `${urlPath} tells its version: ${server ?? ''}`);
  }
  const missing = await get('/there-is-no-such-page/');
  assert.match(await missing.text(), /<html lang="ru"/);
  assert.equal((await get('/calendars/all.ics')).headers.get('access-control-allow-origin'), '*');
  assert.equal((await get('/')).headers.get('access-control-allow-origin'), null);
  assert.match(
    (await get('/calendars/all.ics')).headers.get('content-type') ?? '',
    /^text\/calendar; ?charset=utf-8$/i,
  );
  assert.match((await get('/')).headers.get('content-type') ?? '', /^text\/html; ?charset=utf-8$/i);
  assert.equal((await get('/about/', 'gzip')).headers.get('content-encoding'), 'gzip');
  const slash = await get('/enterprises');
  assert.ok(slash.status === 301 || slash.status === 308);
  assert.match(slash.headers.get('location') ?? '', /\/enterprises\/$/);
  const moved = await get(MOVED.from);
  assert.equal(moved.status, 301);
  assert.equal(moved.headers.get('location'), MOVED.to);
}

async function checkPages({ server, endpointUrl }: Host, context: SuiteContext): Promise<void> {
  const page = await context.newPage();
  const objections = watch(page, [server.url, endpointUrl]);
  const kinds = await pageKinds(context.siteDir);
  for (const { name, url } of kinds) {
    await page.goto(server.url + url, { waitUntil: 'networkidle' });
    assert.deepEqual(objections, [], name);
  }
  assert.ok(kinds.length > 20);
  assert.deepEqual(await page.context().cookies(), []);
}

async function fillForm(page: Page, email: string): Promise<void> {
  await page.fill('form[method="post"] [name="name"]', 'Анна Пробная');
  await page.fill('form[method="post"] [name="email"]', email);
  await page.fill('form[method="post"] [name="phone"]', '+7 999 123-45-67');
  await page.fill('form[method="post"] [name="party_size"]', '1');
  await page.check('form[method="post"] [name="consent"]');
}

async function checkForm({ server, endpointUrl }: Host, context: SuiteContext): Promise<void> {
  const session = (await pageKinds(context.siteDir)).find((kind) => kind.name === 'session');
  assert.ok(session !== undefined);
  for (const javaScriptEnabled of [true, false]) {
    const page = await context.newPage({ javaScriptEnabled });
    // Tests live on one day; the page asks its own clock.
    if (javaScriptEnabled) await page.clock.setFixedTime(TEST_NOW);
    const objections = watch(page, [server.url, endpointUrl]);
    await page.goto(server.url + session.url);
    await fillForm(page, javaScriptEnabled ? 'anna@example.ru' : 'inna@example.ru');
    await page.click('form[method="post"] [type="submit"]');
    if (javaScriptEnabled)
      await page.waitForSelector('[data-view="accepted"]:not([hidden]), [data-accepted]:not([hidden])');
    else await page.waitForURL(`${server.url}/registration/sent/**`);
    assert.deepEqual(objections, [], javaScriptEnabled ? 'with scripts' : 'without scripts');
    assert.deepEqual(await page.context().cookies(), []);
  }
}

function testsOf(kind: ServerKind): SuiteTest[] {
  if (findServer(kind) === null) {
    process.stdout.write(`${kind} не установлен: его настройку эта проверка не испытала.\n`);
    return [];
  }
  return [
    {
      title: `${kind} sends every header, 404 and redirects; no page violates its policy; the form arrives`,
      run: (context) =>
        withHost(kind, context, async (host) => {
          await checkAnswers(host);
          await checkPages(host, context);
          await checkForm(host, context);
        }),
    },
  ];
}

async function refusesInline(context: SuiteContext): Promise<void> {
  const page = await context.newPage();
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const type = response.headers()['content-type'] ?? '';
    if (!type.startsWith('text/html')) return route.fulfill({ response });
    const body = (await response.text()).replace(
      '</body>',
      '<script>document.title = "foreign"</script></body>',
    );
    return route.fulfill({ response, body });
  });
  const objections = watch(page, [context.baseUrl, context.endpointUrl]);
  await page.goto(`${context.baseUrl}/rules/`);
  assert.notEqual(await page.title(), 'foreign');
  // Header and meta tag carry the policy, and each may object.
  assert.ok(objections.length > 0, 'the violation is seen by the watch of these tests');
}

export const suite: Suite = {
  name: 'hosts',
  tests: [
    {
      title: 'a script that the policy does not name is not run, and the tests would see it',
      run: refusesInline,
    },
    ...KINDS.flatMap(testsOf),
  ],
};
