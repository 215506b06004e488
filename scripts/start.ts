/**
 * `npm start`: the whole site on this machine, with a season one can try: real content plus one
 * demonstration season dated from today, search, and the embedded registration endpoint.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { readSettings, SettingsError } from '../src/settings/settings.ts';
import { dayOf } from '../src/time/moscow.ts';
import { buildSite } from './build/build-site.ts';
import { projectRoot, StageError } from './build/stages.ts';
import { CommandError } from './content/command/command-error.ts';
import { writeDemoOverlay } from './content/demo/overlay.ts';
import { readEndpointSettings } from './endpoint/settings.ts';
import { startEndpoint } from './endpoint/start.ts';
import { freePort } from './serve/free-port.ts';
import { serveSite } from './serve/serve-site.ts';

/** Everything that a running site writes; ignored by git. */
const RUN_DIR = path.join(projectRoot, '.run');

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function start(): Promise<void> {
  const wanted = readSettings(process.env);
  await mkdir(RUN_DIR, { recursive: true });
  // Ports first: the pages carry the addresses of the site and of the endpoint.
  const port = await freePort(wanted.port);
  if (wanted.port !== 0 && port !== wanted.port)
    say(`Порт ${wanted.port} занят, беру следующий свободный: ${port}.`);
  const endpointPort = await freePort(port + 1);

  const contentDir = path.join(RUN_DIR, 'content');
  const siteDir = path.join(RUN_DIR, 'site');
  const season = await writeDemoOverlay(
    path.resolve(projectRoot, wanted.contentDir),
    contentDir,
    dayOf(Date.now()),
  );
  const endpointUrl = `http://localhost:${endpointPort}`;
  const env = {
    ...process.env,
    SITE_URL: `http://localhost:${port}`,
    PORT: String(port),
    OUT_DIR: siteDir,
    CONTENT_DIR: contentDir,
    FORM_MODE: 'form',
    FORM_ENDPOINT: `${endpointUrl}/applications`,
    AVAILABILITY_URL: `${endpointUrl}/availability.json`,
    ENDPOINT_PORT: String(endpointPort),
    ENDPOINT_PUBLIC_URL: endpointUrl,
    ENDPOINT_DATA: path.join(siteDir, 'data'),
    ENDPOINT_DB: process.env.ENDPOINT_DB ?? path.join(RUN_DIR, 'registrations.sqlite'),
    MAIL_DIR: process.env.MAIL_DIR ?? path.join(RUN_DIR, 'mail'),
  };
  say('Собираю сайт…');
  const settings = readSettings(env);
  const report = await buildSite({ settings, env });
  const endpointSettings = readEndpointSettings(env);
  const endpoint = await startEndpoint({ settings: endpointSettings });
  const server = await serveSite(port, siteDir, settings);

  say(`Готово: ${report.pages} страниц. Остановить — Ctrl+C.`);
  say(`Сайт:                    ${server.url}/`);
  say(`Запись для пробы:        ${server.url}/seasons/${season}/ (вымышленный сезон, «демонстрация»)`);
  say(`Приём заявок:            ${endpoint.url}`);
  say(
    endpointSettings.smtpUrl === null
      ? `Письма (SMTP не задан):  ${path.relative(process.cwd(), endpointSettings.mailDir)}`
      : 'Письма:                  уходят по SMTP',
  );

  let closing = false;
  const close = (): void => {
    if (closing) return;
    closing = true;
    Promise.all([server.close(), endpoint.close()]).then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
}

function isExplained(error: unknown): error is Error {
  return error instanceof StageError || error instanceof SettingsError || error instanceof CommandError;
}

try {
  await start();
} catch (error) {
  if (isExplained(error)) process.stderr.write(`${error.message}\nСайт не запущен.\n`);
  else if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EROFS')) {
    process.stderr.write(`Нет права записи: ${error.message}\nСайт не запущен.\n`);
  } else throw error;
  process.exitCode = 1;
}
