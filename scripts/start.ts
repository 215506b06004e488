/**
 * `npm start`: the whole site on this machine, with a season one can try: real content plus one
 * demonstration season dated from today, search, and the embedded registration endpoint.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../src/settings/settings.ts';
import { readSettings, SettingsError } from '../src/settings/settings.ts';
import { dayOf } from '../src/time/moscow.ts';
import { buildSite } from './build/build-site.ts';
import { explainDisk, projectRoot, StageError } from './build/stages.ts';
import { takeTurn } from './build/turn.ts';
import { CommandError } from './content/command/command-error.ts';
import { writeDemoOverlay } from './content/demo/overlay.ts';
import { readEndpointSettings } from './endpoint/settings.ts';
import { startEndpoint } from './endpoint/start.ts';
import { StorageUnavailableError } from './endpoint/storage/storage.ts';
import { freePort, NoFreePortError } from './serve/free-port.ts';
import { serveSite } from './serve/serve-site.ts';

/** Everything that a running site writes; ignored by git. */
const RUN_DIR = path.join(projectRoot, '.run');

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Two starts at once would choose the same port; each waits until the one before it serves its site. */
async function start(): Promise<void> {
  const wanted = readSettings(process.env);
  await mkdir(RUN_DIR, { recursive: true });
  const turn = await takeTurn({
    folder: RUN_DIR,
    work: 'start',
    onWait: () => {
      say('Этот проект запускают ещё раз в другом окне. Жду, пока тот сайт откроется…');
    },
  });
  try {
    await buildAndServe(wanted);
  } finally {
    turn.end();
  }
}

async function buildAndServe(wanted: Settings): Promise<void> {
  // Ports first: the pages carry the addresses of the site and of the endpoint.
  const port = await freePort(wanted.port);
  if (wanted.port !== 0 && port !== wanted.port)
    say(`Порт ${wanted.port} занят, беру следующий свободный: ${port}.`);
  const endpointPort = await freePort(port + 1);

  // A folder of its own for each port: a second start may not change the pages under a site that is open.
  const folder = path.join(RUN_DIR, 'start', String(port));
  const contentDir = path.join(folder, 'content');
  const siteDir = path.join(folder, 'site');
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
  const endpointSettings = readEndpointSettings(env);
  const report = await buildSite({ settings, env, say });
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

/** One line for what the person who starts the site can mend; null for a fault of ours. */
function explained(error: unknown): string | null {
  if (error instanceof NoFreePortError) {
    return `Порты с ${error.wanted} по ${error.last} заняты. Укажите другой: PORT=8080 npm start`;
  }
  if (error instanceof Error && 'syscall' in error && error.syscall === 'listen') {
    return `Порт занять не удалось (${error.message}). Укажите другой: PORT=8080 npm start`;
  }
  if (error instanceof StorageUnavailableError) {
    return `База заявок не открывается (${error.reason}). Её файл называет настройка ENDPOINT_DB.`;
  }
  const known = explainDisk(error);
  return known instanceof StageError || known instanceof SettingsError || known instanceof CommandError
    ? known.message
    : null;
}

try {
  await start();
} catch (error) {
  const line = explained(error);
  if (line === null) throw error;
  process.stderr.write(`${line}\nСайт не запущен.\n`);
  process.exitCode = 1;
}
