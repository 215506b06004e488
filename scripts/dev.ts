/** `npm run dev`: Astro's own server for people who work on the site; drafts are shown, with a badge. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { readSettings, SettingsError } from '../src/settings/settings.ts';
import { projectRoot } from './build/stages.ts';

try {
  const settings = readSettings(process.env);
  const astro = path.join(projectRoot, 'node_modules', '.bin', 'astro');
  const child = spawn(astro, ['dev', '--port', String(settings.port), ...process.argv.slice(2)], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, STYLEGUIDE: '1' },
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
