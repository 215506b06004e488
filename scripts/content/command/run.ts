import { SettingsError } from '../../../src/settings/settings.ts';
import { CommandError } from './command-error.ts';

/**
 * Runs a command: its result is the exit code; a CommandError or SettingsError becomes one line on stderr and exit code 1.
 * @throws any other error, with its stack.
 */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  // `npm run … | head` closes the pipe early: that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof CommandError || error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
