/** `npm run build [-- --report FILE]`: the production site into OUT_DIR; the report is for the bench. */
import { writeFile } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { buildSite } from './build/build-site.ts';
import { compiledCode, StageError } from './build/stages.ts';
import { readSettings, SettingsError } from '../src/settings/settings.ts';

// Pages are read and dropped faster than V8 sees a need to clean up: left alone, it takes four times what is in use.
setFlagsFromString('--heap-growing-percent=50');

// Most of the build's own code is loaded after this line, compiled once for all builds.
enableCompileCache(compiledCode);

try {
  const { values } = parseArgs({ options: { report: { type: 'string' } } });
  const settings = readSettings(process.env);
  const report = await buildSite({ settings, env: process.env });
  if (values.report !== undefined) await writeFile(values.report, `${JSON.stringify(report)}\n`);
  const seconds = report.stages
    .map((stage) => `${stage.name} ${(stage.milliseconds / 1000).toFixed(1)} с`)
    .join(', ');
  const kept = report.kept === 0 ? '' : `, файлов из прежней сборки: ${report.kept}`;
  if (report.notSaved !== null)
    process.stderr.write(
      `Сайт готов, но запас страниц не сохранён (${report.notSaved}): следующая сборка сделает страницы заново.\n`,
    );
  process.stdout.write(`Готово: ${report.pages} страниц в ${report.outDir} (${seconds}${kept})\n`);
} catch (error) {
  if (!(error instanceof StageError) && !(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\nСборка остановлена; прежний сайт не тронут.\n`);
  process.exitCode = 1;
}
