/**
 * An endpoint as a process of its own, for tests that need a real one: it can be killed, and several can share
 * a database. Arguments: the folder, and `unlocked` for the storage without a lock. Prints its form's address.
 */
import path from 'node:path';
import process from 'node:process';
import { startEndpoint } from '../start.ts';
import { testSettings } from './running.ts';
import { OPEN_NOW } from './site-data.ts';
import { unlockedStorage } from './unlocked-storage.ts';

const [dir = '.', mode = 'locked'] = process.argv.slice(2);
const settings = testSettings(dir, { waitlistPercent: 0 });
/** One more than the seats of the race: enough to oversell. */
const TOGETHER = 16;

const endpoint = await startEndpoint({
  settings,
  clock: () => OPEN_NOW,
  log: () => undefined,
  ...(mode === 'unlocked'
    ? { storage: unlockedStorage(path.join(dir, 'registrations.sqlite'), TOGETHER) }
    : {}),
});
process.stdout.write(`${endpoint.formUrl}\n`);
