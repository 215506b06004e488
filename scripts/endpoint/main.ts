/**
 * `npm run endpoint`: takes applications until it is stopped. With a command after `--` it does one thing and
 * ends; all of them may run while the endpoint is running:
 *   backup FILE · restore FILE · export EMAIL · forget EMAIL · purge
 */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { SettingsError } from '../../src/settings/settings.ts';
import { HOUR } from '../../src/time/moscow.ts';
import { sweepMails } from './duties.ts';
import { withoutTicket } from './office/routes.ts';
import { SessionsFileError } from './sessions-file.ts';
import { readEndpointSettings } from './settings.ts';
import type { EndpointSettings } from './settings.ts';
import { startEndpoint } from './start.ts';
import { BackupError, restoreDatabase } from './storage/sqlite-backup.ts';
import { openSqliteStorage } from './storage/sqlite-storage.ts';
import { StorageUnavailableError } from './storage/storage.ts';
import type { Storage } from './storage/storage.ts';

const USAGE = `Как пользоваться:
  npm run endpoint                       принимать заявки
  npm run endpoint -- backup ФАЙЛ        снять копию базы (можно на ходу)
  npm run endpoint -- restore ФАЙЛ       вернуть базу из копии (можно на ходу)
  npm run endpoint -- export ПОЧТА       выдать данные человека
  npm run endpoint -- forget ПОЧТА       удалить данные человека
  npm run endpoint -- purge              удалить данные о прошедших посещениях`;

/** A wrong call of the command. */
class UsageError extends Error {
  override name = 'UsageError';
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Links to this machine and a placeholder as the sender would go out to everybody and could not be called back. */
function refuseHalfSetMail(
  env: Readonly<Record<string, string | undefined>>,
  settings: EndpointSettings,
): void {
  if (settings.smtpUrl === null) return;
  const missing = [
    settings.publicUrl === null ? 'ENDPOINT_PUBLIC_URL (адрес приёма заявок для ссылок в письмах)' : '',
    (env.MAIL_FROM ?? '').trim() === '' ? 'MAIL_FROM (адрес отправителя)' : '',
  ].filter((part) => part !== '');
  if (missing.length > 0) throw new UsageError(`Задан SMTP_URL, но не заданы: ${missing.join(', ')}.`);
}

async function serve(settings: EndpointSettings): Promise<void> {
  refuseHalfSetMail(process.env, settings);
  const endpoint = await startEndpoint({ settings });
  say(`Приём заявок: ${endpoint.formUrl}`);
  say(`Места: ${endpoint.availabilityUrl}`);
  say(`База: ${settings.database}`);
  say(
    settings.smtpUrl === null
      ? `Письма складываются в папку ${settings.mailDir}`
      : 'Письма отправляются по SMTP.',
  );
  say(
    settings.adminToken === null
      ? 'Страницы организаторов выключены: задайте ADMIN_TOKEN, чтобы включить.'
      : `Страницы организаторов: ${endpoint.url}/office`,
  );
  const stop = (): void => {
    say('Останавливаюсь…');
    void endpoint.close();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

async function withStorage(
  settings: EndpointSettings,
  work: (storage: Storage) => Promise<void>,
): Promise<void> {
  if (!existsSync(settings.database)) throw new UsageError(`Базы ${settings.database} ещё нет.`);
  const storage = openSqliteStorage(settings.database);
  try {
    await work(storage);
  } finally {
    await storage.close();
  }
}

async function run(args: readonly string[]): Promise<void> {
  const settings = readEndpointSettings(process.env);
  const [command, argument] = args;
  if (command === undefined) {
    await serve(settings);
    return;
  }
  if (command === 'purge') {
    const now = Date.now();
    await withStorage(settings, async (storage) => {
      const deleted = await storage.purge(now - settings.purgeDays * 24 * HOUR, now - 24 * HOUR, now);
      await sweepMails({ storage, settings });
      say(`Удалено записей: ${deleted}`);
    });
    return;
  }
  if (argument === undefined) throw new UsageError(USAGE);
  switch (command) {
    case 'backup':
      await withStorage(settings, (storage) => storage.backup(argument));
      say(`Копия снята и проверена: ${argument}`);
      return;
    case 'restore':
      restoreDatabase(settings.database, argument);
      say(`База восстановлена из ${argument}`);
      return;
    case 'export':
      await withStorage(settings, async (storage) => {
        const found = await storage.findPerson(argument);
        say(JSON.stringify({ registrations: found.map(withoutTicket) }, null, 2));
      });
      return;
    case 'forget':
      await withStorage(settings, async (storage) => {
        const sessions = await storage.forgetPerson(argument, Date.now());
        await sweepMails({ storage, settings });
        say(`Удалено. Посещений: ${sessions.length}. Копии базы, снятые раньше, удалите отдельно.`);
      });
      return;
    default:
      throw new UsageError(USAGE);
  }
}

const EXPECTED = [SettingsError, SessionsFileError, StorageUnavailableError, BackupError, UsageError];

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Error)) throw error;
  const taken = 'code' in error && error.code === 'EADDRINUSE';
  if (!taken && !EXPECTED.some((kind) => error instanceof kind)) throw error;
  const words =
    error instanceof StorageUnavailableError ? `База недоступна (${error.reason}).` : error.message;
  process.stderr.write(`${taken ? 'Порт занят другой программой. Задайте другой: ENDPOINT_PORT.' : words}\n`);
  process.exitCode = 1;
}
