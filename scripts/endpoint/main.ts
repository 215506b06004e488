/** `npm run endpoint`: takes applications until it is stopped. */
import process from 'node:process';
import { SettingsError } from '../../src/settings/settings.ts';
import { SessionsFileError } from './sessions-file.ts';
import { readEndpointSettings } from './settings.ts';
import { startEndpoint } from './start.ts';
import { StorageUnavailableError } from './storage/storage.ts';

async function serve(): Promise<void> {
  const settings = readEndpointSettings(process.env);
  const endpoint = await startEndpoint({ settings });
  process.stdout.write(
    `Приём заявок: ${endpoint.formUrl}\nМеста: ${endpoint.availabilityUrl}\nБаза: ${settings.database}\n`,
  );
  const stop = (): void => {
    process.stdout.write('Останавливаюсь…\n');
    void endpoint.close();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

try {
  await serve();
} catch (error) {
  if (!(
    error instanceof SettingsError ||
    error instanceof SessionsFileError ||
    error instanceof StorageUnavailableError
  ))
    throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
