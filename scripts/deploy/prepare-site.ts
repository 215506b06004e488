/** Makes a folder that is ready to be published from a built site. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Settings } from '../../src/settings/settings.ts';
import { isLoopback } from '../../src/settings/settings.ts';
import { StageError } from '../build/stages.ts';
import { caddyfile } from './caddy.ts';
import type { Compression } from './compress.ts';
import { compressTexts } from './compress.ts';
import { securityHeaders, siteHashes } from './headers.ts';
import { hostNotes } from './hosts.ts';
import { nginxConfig, nginxTls } from './nginx.ts';
import type { SiteConfig } from './site-config.ts';
import { headersFile, redirectsFile } from './static-hosts.ts';

export type PrepareOptions = {
  /** The built site. */
  siteDir: string;
  /** Where the prepared folder goes; replaced. */
  outDir: string;
  settings: Settings;
  /** Folder of the site on the server. */
  serverRoot?: string;
};

const SERVER_ROOT = '/var/www/otkroy-mosprom/current/site';

const marked = z.array(z.object({ id: z.string(), demo: z.boolean() }));
const builtData = z.object({ enterprises: marked, seasons: marked, sessions: marked });
const redirectList = z.array(z.object({ from: z.string(), to: z.string() }));

async function read(siteDir: string, name: string): Promise<string> {
  try {
    return await readFile(path.join(siteDir, name), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new StageError(`В ${siteDir} нет ${name}: сначала соберите сайт (npm run build).`);
    throw error;
  }
}

/** @throws StageError when the site is not one to publish: invented entries, another address, a local one. */
async function assertPublishable(siteDir: string, settings: Settings): Promise<void> {
  const { hostname, protocol } = new URL(settings.siteUrl);
  if (protocol !== 'https:' || isLoopback(hostname)) {
    throw new StageError(
      `Настройка SITE_URL: с таким адресом сайт не публикуют. Написано: «${settings.siteUrl}». Нужно: адрес сайта, который начинается с https://.`,
    );
  }
  const home = await read(siteDir, 'index.html');
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(home)?.[1];
  if (canonical !== `${settings.siteUrl}/`) {
    throw new StageError(
      `Сайт собран для другого адреса: ${canonical ?? 'неизвестного'}. Соберите его с той же настройкой SITE_URL: «${settings.siteUrl}».`,
    );
  }
  const data = builtData.parse(JSON.parse(await read(siteDir, 'data/site.json')));
  const demo = [...data.enterprises, ...data.seasons, ...data.sessions].find((entry) => entry.demo);
  if (demo !== undefined)
    throw new StageError(
      `В сайте есть вымышленные записи (${demo.id}): такой не публикуют. Соберите его из content.`,
    );
}

/** Prepares the folder. @throws StageError when there is nothing to publish. */
export async function prepareSite(options: PrepareOptions): Promise<Compression> {
  const { siteDir, outDir, settings, serverRoot = SERVER_ROOT } = options;
  await assertPublishable(siteDir, settings);
  const redirects = redirectList.parse(JSON.parse(await read(siteDir, 'data/redirects.json')));
  const config: SiteConfig = {
    host: new URL(settings.siteUrl).host,
    root: serverRoot,
    security: securityHeaders(settings, await siteHashes(siteDir)),
    redirects,
  };
  const target = path.join(outDir, 'site');
  await rm(outDir, { recursive: true, force: true });
  for (const folder of ['site', 'nginx', 'caddy'])
    await mkdir(path.join(outDir, folder), { recursive: true });
  await cp(siteDir, target, { recursive: true });
  const compression = await compressTexts(target);
  await Promise.all([
    writeFile(path.join(outDir, 'nginx', 'site.conf'), nginxConfig(config)),
    writeFile(path.join(outDir, 'nginx', 'tls.conf'), nginxTls(config)),
    writeFile(path.join(outDir, 'caddy', 'Caddyfile'), caddyfile(config)),
    writeFile(path.join(target, '_headers'), headersFile(config)),
    writeFile(path.join(target, '_redirects'), redirectsFile(config)),
    writeFile(path.join(outDir, 'ПРОЧТИТЕ.txt'), hostNotes(config.host)),
  ]);
  return compression;
}
