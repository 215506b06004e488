/** Real nginx and real Caddy serve the test site with the generated files; a browser looks at every kind of page. */
import { strict as assert } from 'node:assert';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { readSettings } from '../../src/settings/settings.ts';
import { pageKinds } from '../e2e/page-kinds.ts';
import type { Suite, SuiteContext, SuiteTest } from '../e2e/suite.ts';
import { TEST_NOW } from '../e2e/test-site.ts';
import { readEndpointSettings } from '../endpoint/settings.ts';
import { startEndpoint } from '../endpoint/start.ts';
import { holdPort } from '../serve/free-port.ts';
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
  // The pages carry the endpoint's address long before it starts: nobody else may take the port meanwhile.
  const port = await holdPort();
  try {
    const endpointUrl = `http://localhost:${port.port}`;
    const config = await siteFor(endpointUrl, path.join(dir, 'site'), context);
    const server = await startWebServer(kind, path.join(dir, 'server'), config);
    try {
      const settings = readEndpointSettings({
        SITE_URL: server.url,
        ENDPOINT_PORT: String(port.port),
        ENDPOINT_PUBLIC_URL: endpointUrl,
        ENDPOINT_DATA: path.join(config.root, 'data'),
        ENDPOINT_DB: path.join(dir, 'registrations.sqlite'),
        MAIL_DIR: path.join(dir, 'mail'),
      });
      await port.release();
      const endpoint = await startEndpoint({ settings, clock: () => TEST_NOW, log: () => undefined });
      try {
        await run({ server, config, endpointUrl });
      } finally {
        await endpoint.close();
      }
    } finally {
      await server.close();
    }
  } finally {
    await port.release();
    await rm(dir, { recursive: true, force: true });
  }
}

/** A copy of the test site in a folder, whose pages know another endpoint. */
async function siteFor(endpointUrl: string, root: string, context: SuiteContext): Promise<SiteConfig> {
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
  return {
    host: 'localhost',
    root,
    security: securityHeaders(settings, await siteHashes(root)),
    redirects: [MOVED],
  };
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

type Get = (urlPath: string, encoding?: string) => Promise<Response>;

async function checkAnswers(host: Host): Promise<void> {
  const { server, config } = host;
  const get: Get = (urlPath, encoding = 'identity') =>
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
  // A cache between must not give one visitor's form of a page to another.
  for (const encoding of ['gzip', 'identity'])
    assert.match((await get('/about/', encoding)).headers.get('vary') ?? '', /accept-encoding/i, encoding);
  const slash = await get('/enterprises');
  assert.ok(slash.status === 301 || slash.status === 308);
  assert.match(slash.headers.get('location') ?? '', /\/enterprises\/$/);
  for (const [asked, to] of [
    [MOVED.from, MOVED.to],
    [`${MOVED.from}?utm_source=mail&q=%D0%B0`, `${MOVED.to}?utm_source=mail&q=%D0%B0`],
  ] as const) {
    const moved = await get(asked);
    assert.equal(moved.status, 301);
    assert.equal(moved.headers.get('location'), to);
    for (const [name, value] of Object.entries(config.security))
      assert.equal(moved.headers.get(name), value, `${asked} ${name}`);
  }
  await checkOpen(host, get);
  await checkHidden(host, get);
}

/** What other sites may read, however deep it lies. */
async function checkOpen({ config }: Host, get: Get): Promise<void> {
  const names = await readdir(config.root, { recursive: true });
  const open = names.filter((name) => /^(?:calendars|data)\/.*\.(?:ics|json|geojson|csv)$/.test(name));
  assert.ok(open.some((name) => name.startsWith('calendars/enterprises/')));
  for (const name of ['calendars', 'data', 'calendars/enterprises'].flatMap(
    (folder) => open.find((file) => path.dirname(file) === folder) ?? [],
  ))
    assert.equal((await get(`/${name}`)).headers.get('access-control-allow-origin'), '*', name);
}

/** What no visitor has to see is not there, and says so with the site's own page. */
async function checkHidden({ config }: Host, get: Get): Promise<void> {
  await mkdir(path.join(config.root, '.git'), { recursive: true });
  await mkdir(path.join(config.root, '.well-known'), { recursive: true });
  for (const name of ['.git/config', '.env', '_headers', '_redirects', '.well-known/security.txt'])
    await writeFile(path.join(config.root, name), 'secret');
  for (const urlPath of ['/.git/config', '/.env', '/_headers', '/_redirects', '/_astro/', '/calendars/']) {
    const answer = await get(urlPath);
    assert.equal(answer.status, 404, urlPath);
    assert.match(await answer.text(), /<html lang="ru"/, urlPath);
  }
  assert.equal((await get('/.well-known/security.txt')).status, 200);
  // A file that is not there must not be remembered for a year.
  assert.equal((await get('/_astro/gone.js')).headers.get('cache-control'), 'no-cache');
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
  const test = (title: string, check: (host: Host, context: SuiteContext) => Promise<void>): SuiteTest => ({
    title: `${kind}: ${title}`,
    run: (context) => withHost(kind, context, (host) => check(host, context)),
  });
  return [
    test('every answer has its headers, 404 and moved addresses too; what is hidden stays so', checkAnswers),
    test('no kind of page violates its policy, asks a stranger or sets a cookie', checkPages),
    test('the form arrives, with scripts and without', checkForm),
  ];
}

async function refusesInline(context: SuiteContext): Promise<void> {
  const page = await context.newPage();
  await page.route('**/rules/', async (route) => {
    const response = await route.fetch();
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
