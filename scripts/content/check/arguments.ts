/** What the command line of `npm run check:content` says. */
import { CommandError } from '../command/command-error.ts';
import { parseOptions } from '../command/options.ts';
import type { OutputFormat } from './output.ts';
import { OUTPUT_FORMATS } from './output.ts';

export type CheckCommand = { root: string; format: OutputFormat; fix: boolean };

export const USAGE = `Проверка текстов: все ошибки всех файлов сразу.

  npm run check:content                     проверить папку content
  npm run check:content -- --fix            исправить механическое и проверить
  npm run check:content -- --content DIR    проверить другую папку (или CONTENT_DIR=DIR)
  npm run check:content -- --format json    отчёт для программ; github — пометки у строк; text — обычный

Код выхода 0, если ошибок нет; предупреждения публикации не мешают.
`;

/**
 * Reads the command line; `contentDir` is the root unless `--content` names another.
 * @throws CommandError on anything unknown.
 */
export function parseArguments(argv: readonly string[], contentDir: string): CheckCommand | 'help' {
  const { values, rest } = parseOptions(argv, {
    content: 'value',
    format: 'value',
    fix: 'flag',
    help: 'flag',
  });
  if (values.help === true) return 'help';
  const [extra] = rest;
  if (extra !== undefined) {
    throw new CommandError(`Непонятно слово «${extra}». Папку указывают так: --content ${extra}`);
  }
  const format = OUTPUT_FORMATS.find((known) => known === (values.format ?? 'text'));
  if (format === undefined) {
    throw new CommandError(
      `Ключ --format: написано «${values.format ?? ''}», нужно одно из слов: ${OUTPUT_FORMATS.join(', ')}.`,
    );
  }
  return { root: values.content ?? contentDir, format, fix: values.fix === true };
}
