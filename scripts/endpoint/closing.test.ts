import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { startTestEndpoint } from './testing/running.ts';
import { applicationFields, SESSION_ID } from './testing/site-data.ts';

/** Node alone would wait for at least a minute. */
const FAR_LESS_MS = 30_000;

it(
  'waits for no connection that never says a word; browsers open such in advance',
  { timeout: FAR_LESS_MS },
  async () => {
    const endpoint = await startTestEndpoint();
    const silent = connect(Number(new URL(endpoint.url).port), '127.0.0.1');
    await once(silent, 'connect');
    // The answer to this one proves that the silent one, which came first, has been taken in.
    expect((await endpoint.post(applicationFields())).status).toBe(201);
    const dropped = once(silent, 'close');
    await endpoint.stop();
    await dropped;
  },
);

it('answers what has arrived before it closes', async () => {
  const endpoint = await startTestEndpoint();
  endpoint.faults.current = { kind: 'delay', ms: 200 };
  endpoint.faults.times = 1;
  const reply = endpoint.post(applicationFields());
  while ((await endpoint.storage.list(SESSION_ID)).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 1));
  const stopped = endpoint.stop();
  expect((await reply).status).toBe(201);
  await stopped;
});
