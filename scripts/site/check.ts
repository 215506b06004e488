/** `npm run check:site`: checks the built site in OUT_DIR. */
import path from 'node:path';
import { readSettings, SettingsError } from '../../src/settings/settings.ts';
import { projectRoot } from '../build/stages.ts';
import { checkSite } from './check-site.ts';

try {
  const settings = readSettings(process.env);
  const report = await checkSite(path.resolve(projectRoot, settings.outDir), settings);
  for (const line of report.faults) process.stderr.write(`${line}\n`);
  process.stdout.write(`Проверено страниц: ${report.pages}, ошибок: ${report.faults.length}\n`);
  if (report.faults.length > 0) process.exitCode = 1;
} catch (error) {
  if (error instanceof SettingsError) process.stderr.write(`${error.message}\n`);
  else if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    process.stderr.write('Собранного сайта нет: сначала npm run build.\n');
  } else throw error;
  process.exitCode = 1;
}
