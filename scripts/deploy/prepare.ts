/** `npm run deploy:prepare [-- --out DIR]`: a folder with the built site and what hosts need to serve it. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings, SettingsError } from '../../src/settings/settings.ts';
import { projectRoot, StageError } from '../build/stages.ts';
import { prepareSite } from './prepare-site.ts';

try {
  const settings = readSettings(process.env);
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  const siteDir = path.resolve(projectRoot, settings.outDir);
  const outDir = path.resolve(projectRoot, values.out ?? `${settings.outDir}-deploy`);
  if (outDir === siteDir || siteDir.startsWith(outDir + path.sep))
    throw new StageError(
      `--out: в этой папке лежит собранный сайт. Написано: «${outDir}». Нужно: другая папка.`,
    );
  const { files, bytes, brotliBytes, gzipBytes } = await prepareSite({ siteDir, outDir, settings });
  const kilobytes = (size: number): string => `${Math.round(size / 1024)} КБ`;
  process.stdout.write(
    `Готово: ${outDir}\nСжато текстов: ${files}, ${kilobytes(bytes)} → br ${kilobytes(brotliBytes)}, gz ${kilobytes(gzipBytes)}\n`,
  );
} catch (error) {
  if (error instanceof StageError || error instanceof SettingsError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else if (
    error instanceof TypeError &&
    'code' in error &&
    String(error.code).startsWith('ERR_PARSE_ARGS')
  ) {
    process.stderr.write(`Непонятно: ${error.message}\nНужно: npm run deploy:prepare -- --out ПАПКА\n`);
    process.exitCode = 1;
  } else throw error;
}
