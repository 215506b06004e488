import { createInterface } from 'node:readline/promises';
import { readSettings } from '../../src/settings/settings.ts';
import { dayOf } from '../../src/time/moscow.ts';
import { runCommand } from './command/run.ts';
import { runNew } from './new/command.ts';

await runCommand(async () => {
  const keyboard = process.stdin.isTTY
    ? createInterface({ input: process.stdin, output: process.stdout })
    : undefined;
  try {
    return await runNew(process.argv.slice(2), {
      contentDir: readSettings(process.env).contentDir,
      today: dayOf(Date.now()),
      ask: keyboard === undefined ? undefined : (prompt) => keyboard.question(prompt),
      say: (line) => process.stdout.write(`${line}\n`),
    });
  } finally {
    keyboard?.close();
  }
});
