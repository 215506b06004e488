import { relative, resolve } from 'node:path';
import { readSettings } from '../../src/settings/settings.ts';
import { CommandError } from './command/command-error.ts';
import { runCommand } from './command/run.ts';
import { parseArguments, USAGE } from './check/arguments.ts';
import { checkFiles } from './check/check-content.ts';
import { fixTree } from './check/fix.ts';
import { report, summary } from './check/output.ts';
import { readTree } from './read/read-tree.ts';
import { placeOf } from './read/place.ts';
import type { RawFile } from './read/entry.ts';

await runCommand(async () => {
  const settings = readSettings(process.env);
  const command = parseArguments(process.argv.slice(2), settings.contentDir);
  if (command === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  const { root, format, fix } = command;
  const shown = shownRoot(root);
  if (fix) {
    const fixed = await fixTree(root, await filesOf(root));
    for (const path of fixed) process.stderr.write(`Исправлен ${shown}/${path}\n`);
  }
  const files = await filesOf(root);
  const faults = checkFiles(files, { now: settings.buildInstant ?? Date.now() });
  const text = report(faults, shown, format);
  if (text !== '') process.stdout.write(`${text}\n`);
  process.stderr.write(`${summary(faults)} Проверено файлов: ${String(files.length)}.\n`);
  return faults.some(({ severity }) => severity === 'error') ? 1 : 0;
});

/** @throws CommandError when there is nothing to check: a mistyped folder must not look like clean content. */
async function filesOf(root: string): Promise<RawFile[]> {
  const files = await readTree(root).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new CommandError(`Папки ${root} нет: проверять нечего.`);
    if (code === 'ENOTDIR') throw new CommandError(`${root} — это файл, а нужна папка с записями.`);
    throw error;
  });
  if (files.some(({ path }) => placeOf(path).kind === 'entry')) return files;
  throw new CommandError(`В папке ${root} нет ни одной записи: проверять нечего.`);
}

/** As an editor would type it: relative to where the command runs, unless it lies elsewhere. */
function shownRoot(root: string): string {
  const path = relative('.', resolve(root));
  if (path === '') return '.';
  return path.startsWith('..') ? root : path;
}
