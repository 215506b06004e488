import { readSettings } from '../../src/settings/settings.ts';
import { dayOf } from '../../src/time/moscow.ts';
import { openKeyboard } from './command/keyboard.ts';
import { runCommand } from './command/run.ts';
import { runNew } from './new/command.ts';

await runCommand(async () => {
  const keyboard = openKeyboard();
  try {
    return await runNew(process.argv.slice(2), {
      contentDir: readSettings(process.env).contentDir,
      today: dayOf(Date.now()),
      ask: keyboard.ask,
      say: (line) => process.stdout.write(`${line}\n`),
    });
  } finally {
    keyboard.close();
  }
});
