/** Starts the endpoint in this process; `npm run endpoint`, `npm start` and the tests all come through here. */
import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { Instant } from '../../src/time/moscow.ts';
import type { Endpoint } from './endpoint.ts';
import type { Faults } from './faults.ts';
import { APPLICATIONS_PATH, endpointApp } from './http/app.ts';
import { RateLimiter } from './rate-limit.ts';
import { watchVisits } from './sessions-file.ts';
import type { EndpointSettings } from './settings.ts';
import { openSqliteStorage } from './storage/sqlite-storage.ts';
import type { Storage } from './storage/storage.ts';

export type EndpointOptions = {
  readonly settings: EndpointSettings;
  /** The endpoint's clock; the machine's own when absent. */
  readonly clock?: () => Instant;
  readonly log?: (line: string) => void;
  /** Another storage than the database of the settings; it is closed with the endpoint. */
  readonly storage?: Storage;
  /** Tests only. */
  readonly faults?: Faults;
};

export type RunningEndpoint = {
  /** Address without a trailing slash, with the real port. */
  readonly url: string;
  /** What FORM_ENDPOINT is to be. */
  readonly formUrl: string;
  readonly availabilityUrl: string;
  readonly storage: Storage;
  /** Answers what has arrived, stops the mails, closes the database. */
  close(): Promise<void>;
};

/**
 * Starts listening. @throws SessionsFileError without the site's data, StorageUnavailableError when the
 * database cannot be written, and what the system says when the port is taken.
 */
export async function startEndpoint(options: EndpointOptions): Promise<RunningEndpoint> {
  const { settings } = options;
  const clock = options.clock ?? Date.now;
  const log = options.log ?? ((line) => process.stdout.write(`${line}\n`));
  const visits = watchVisits(settings.dataDir, log);
  mkdirSync(path.dirname(settings.database), { recursive: true });
  const storage = options.storage ?? openSqliteStorage(settings.database);

  let listening = '';
  const endpoint: Endpoint = {
    settings,
    storage,
    visits,
    clock,
    limiter: new RateLimiter(settings.rates, clock()),
    log,
    mailIsWaiting: () => undefined,
    publicUrl: () => settings.publicUrl ?? listening,
    faults: options.faults,
  };
  const server = createAdaptorServer({ fetch: endpointApp(endpoint).fetch }) as Server;
  try {
    await listen(server, settings.port, settings.host);
  } catch (error) {
    await storage.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  listening = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`;

  return {
    url: listening,
    formUrl: `${endpoint.publicUrl()}${APPLICATIONS_PATH}`,
    availabilityUrl: `${endpoint.publicUrl()}/availability.json`,
    storage,
    async close() {
      await closed(server);
      await storage.close();
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Requests under way are answered; idle connections are dropped at once. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeIdleConnections();
  });
}
