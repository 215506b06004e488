import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../build/stages.ts';

const SITE_URL = 'https://example.ru';
const FORM_ENDPOINT = 'https://api.example.ru/applications';
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'prepare-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const home = (url: string): string =>
  `<!doctype html><html lang="ru"><head><meta charset="utf-8"><link rel="canonical" href="${url}/"><style>p{color:red}</style></head><body>${'<p>Завод</p>'.repeat(200)}</body></html>`;

/** A built site of one page. */
async function writeSite(builtFor = SITE_URL, demo = false): Promise<void> {
  const dist = path.join(folder, 'dist');
  await mkdir(path.join(dist, 'data'), { recursive: true });
  await writeFile(path.join(dist, 'index.html'), home(builtFor));
  const season = { id: demo ? 'demo-2026' : '2026-osen', demo };
  const data = { enterprises: [{ id: 'zavod', demo: false }], seasons: [season], sessions: [] };
  await writeFile(path.join(dist, 'data/site.json'), JSON.stringify(data));
  const redirects = [{ from: '/enterprises/old/', to: '/enterprises/zavod/' }];
  await writeFile(path.join(dist, 'data/redirects.json'), JSON.stringify(redirects));
}

/** Runs the command as an operator would. */
function prepare(env: Readonly<Record<string, string>> = {}, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/deploy/prepare.ts', ...args], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH ?? '',
      OUT_DIR: path.join(folder, 'dist'),
      SITE_URL,
      FORM_ENDPOINT,
      ...env,
    },
  });
  return { status, stdout, stderr };
}

describe('a site that may be published', () => {
  it('becomes a folder with its files, their packed twins and the headers of every host', async () => {
    await writeSite();
    const run = prepare();
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toMatch(/^Готово: .*dist-deploy\nСжато текстов: \d+, /);
    const out = path.join(folder, 'dist-deploy');
    const site = path.join(out, 'site');
    const packed = await readFile(path.join(site, 'index.html.br'));
    expect(brotliDecompressSync(packed).toString('utf8')).toBe(home(SITE_URL));
    expect(await readdir(site)).toEqual(expect.arrayContaining(['index.html.gz', '_headers', '_redirects']));
    for (const file of ['nginx/site.conf', 'caddy/Caddyfile', 'site/_headers']) {
      const text = await readFile(path.join(out, file), 'utf8');
      expect(text, file).toContain("form-action 'self' https://api.example.ru");
      expect(text, file).toContain('max-age=');
    }
    expect(await readFile(path.join(site, '_redirects'), 'utf8')).toContain('/enterprises/old/');
    expect(await readFile(path.join(out, 'ПРОЧТИТЕ.txt'), 'utf8')).toContain('example.ru');
  });

  it('replaces what an earlier run left', async () => {
    await writeSite();
    const stale = path.join(folder, 'dist-deploy', 'site', 'old.html');
    await mkdir(path.dirname(stale), { recursive: true });
    await writeFile(stale, 'old');
    expect(prepare().status).toBe(0);
    expect(await readdir(path.dirname(stale))).not.toContain('old.html');
  });
});

describe('refuses with one clear line and makes nothing', () => {
  const refused = async (run: ReturnType<typeof prepare>, said: RegExp): Promise<void> => {
    expect(run.stderr).toMatch(said);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(run).toMatchObject({ status: 1, stdout: '' });
    const left = await readdir(folder);
    expect(left).not.toContain('dist-deploy');
  };

  it.each([
    ['no address of the site', ''],
    ['an address of this machine', 'http://localhost:4321'],
    ['an address of this machine with https', 'https://localhost'],
    ['an address by number of this machine', 'https://127.0.0.1:8443'],
    ['an address without https', 'http://example.ru'],
  ])('%s', async (_title, address) => {
    await writeSite(address === '' ? 'http://localhost:4321' : address);
    await refused(
      prepare({ SITE_URL: address }),
      /^Настройка SITE_URL: с таким адресом сайт не публикуют\. Написано: «.+»\. Нужно: .+https:\/\/\.$/m,
    );
  });

  it('a site that was built for another address', async () => {
    await writeSite('https://other.ru');
    await refused(
      prepare(),
      /^Сайт собран для другого адреса: https:\/\/other\.ru\/\. .*«https:\/\/example\.ru»/,
    );
  });

  it('a site with invented entries', async () => {
    await writeSite(SITE_URL, true);
    await refused(prepare(), /^В сайте есть вымышленные записи \(demo-2026\): такой не публикуют\./);
  });

  it('a site that has not been built', async () => {
    await refused(prepare(), /^В .*dist нет index\.html: сначала соберите сайт \(npm run build\)\./);
  });

  it('to write over the built site', async () => {
    await writeSite();
    await refused(
      prepare({}, '--out', path.join(folder, 'dist')),
      /^--out: в этой папке лежит собранный сайт\./,
    );
    expect(await readdir(path.join(folder, 'dist'))).toContain('index.html');
  });
});
