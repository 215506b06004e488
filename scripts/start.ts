/**
 * `npm start`: the whole site on this machine with a season one can try: real content plus one
 * demonstration season dated from today, search, and the embedded registration endpoint.
 */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { readSettings, SettingsError } from '../src/settings/settings.ts';
import { dayOf } from '../src/time/moscow.ts';
import { buildSite } from './build/build-site.ts';
import { projectRoot, StageError } from './build/stages.ts';
import { serveStatic } from './serve/static-server.ts';

/** Everything that a running site writes; ignored by git. */
const RUN_DIR = path.join(projectRoot, '.run');

async function start(): Promise<void> {
  const wanted = readSettings(process.env);
  const say = (line: string): void => {
    process.stdout.write(`${line}\n`);
  };
  await mkdir(RUN_DIR, { recursive: true });
  const siteDir = path.join(RUN_DIR, 'site');
  // Ports first: the pages carry the addresses of the site and of the endpoint.
  const holder = await serveStatic(wanted.port, { dir: siteDir });
  const port = holder.port;
  await holder.close();
  if (wanted.port !== 0 && port !== wanted.port) say(`Порт ${wanted.port} занят, беру ${port}.`);
  const siteUrl = `http://localhost:${port}`;
  const contentDir = path.join(RUN_DIR, 'content');
  await rm(contentDir, { recursive: true, force: true });
  say('Собираю сайт…');
  const env = { ...process.env, SITE_URL: siteUrl, OUT_DIR: siteDir, CONTENT_DIR: contentDir };
  const report = await buildSite({ settings: readSettings(env), env });
  const server = await serveStatic(port, { dir: siteDir });
  say(`Готово: ${report.pages} страниц.`);
  say(`Сайт: ${server.url}/`);
  say(dayOf(Date.now()));
}

try {
  await start();
} catch (error) {
  if (!(error instanceof StageError) && !(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\nСайт не запущен.\n`);
  process.exitCode = 1;
}
