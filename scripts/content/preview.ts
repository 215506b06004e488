import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readSettings } from '../../src/settings/settings.ts';
import { CommandError } from './command/command-error.ts';
import { parseOptions } from './command/options.ts';
import { runCommand } from './command/run.ts';
import { previewOf } from './check/preview.ts';
import { readTree } from './read/read-tree.ts';

// Used by the workflow of pull requests: the preview is built from what can be built.
await runCommand(async () => {
  const settings = readSettings(process.env);
  const { values } = parseOptions(process.argv.slice(2), { out: 'value' });
  const out = values.out;
  if (out === undefined) throw new CommandError('Укажите, куда положить: --out ПАПКА.');
  const preview = previewOf(await readTree(settings.contentDir), {
    now: settings.buildInstant ?? Date.now(),
  });
  for (const { path, bytes, symlink } of preview.files) {
    if (symlink === true) continue;
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), bytes);
  }
  for (const path of preview.leftOut)
    process.stdout.write(`В предпросмотр не вошёл ${path}: сначала исправьте его.\n`);
  return 0;
});
