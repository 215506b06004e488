/** The endpoint as a process of its own with a clock that stands still; killed and started again by a row. */
import process from 'node:process';
import { readEndpointSettings } from '../../endpoint/settings.ts';
import { startEndpoint } from '../../endpoint/start.ts';

const now = Number(process.env.MATRIX_CLOCK);
const endpoint = await startEndpoint({
  settings: readEndpointSettings(process.env),
  clock: () => now,
  log: () => undefined,
});
process.stdout.write(`${endpoint.url}\n`);
