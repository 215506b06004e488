import { readSettings } from '../../src/settings/settings.ts';
import { openKeyboard } from './command/keyboard.ts';
import { runCommand } from './command/run.ts';
import { runImport } from './import/command.ts';

await runCommand(async () => {
  const keyboard = openKeyboard();
  try {
    return await runImport(process.argv.slice(2), {
      contentDir: readSettings(process.env).contentDir,
      ask: keyboard.ask,
      say: (line) => process.stdout.write(`${line}\n`),
    });
  } finally {
    keyboard.close();
  }
});
