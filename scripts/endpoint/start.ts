/** Starts the endpoint in this process; `npm run endpoint`, `npm start` and the tests all come through here. */
import { mkdirSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { Instant } from '../../src/time/moscow.ts';
import type { Endpoint } from './endpoint.ts';
import type { Faults } from './faults.ts';
import { lookAfterSessions, purgeOld } from './duties.ts';
import { APPLICATIONS_PATH, endpointApp } from './http/app.ts';
import { Mailer } from './mail/mailer.ts';
import { folderTransport, smtpTransport } from './mail/transport.ts';
import { Traffic } from './quiet.ts';
import { RateLimiter } from './rate-limit.ts';
import { watchVisits } from './sessions-file.ts';
import type { EndpointSettings } from './settings.ts';
import { openSqliteStorage } from './storage/sqlite-storage.ts';
import type { Storage } from './storage/storage.ts';

const EVERY_MINUTE_MS = 60_000;
const EVERY_HOUR_MS = 3_600_000;
/** A form of a few kilobytes arrives in this time over the slowest line. */
const HEADERS_TIMEOUT_MS = 20_000;
const REQUEST_TIMEOUT_MS = 60_000;
/** Service managers kill after half a minute or more: a request that hangs must not keep the database open till then. */
const LONGEST_DRAIN_MS = 10_000;

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
  /** One round of duties and mails, as the timer does it every minute; resolves when the mails are out. */
  round(): Promise<void>;
  /** Deletes what is no longer needed, as the timer does it every hour. */
  purge(): Promise<number>;
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
  const transport =
    settings.smtpUrl === null ? folderTransport(settings.mailDir) : smtpTransport(settings.smtpUrl);
  const traffic = new Traffic();
  const endpoint: Endpoint = {
    settings,
    storage,
    visits,
    clock,
    limiter: new RateLimiter(settings.rates, clock()),
    log,
    mailIsWaiting: () => {
      if (listening !== '') run(mailer.run());
    },
    quiet: () => traffic.quiet(),
    answering: () => traffic.begin(),
    publicUrl: () => settings.publicUrl ?? listening,
    faults: options.faults,
  };
  const mailer = new Mailer(endpoint, transport);
  const underWay = new Set<Promise<void>>();
  const run = (work: Promise<unknown>): void => {
    const guarded = work
      .then(
        () => undefined,
        (error: unknown) => {
          const name = error instanceof Error ? error.name : 'ошибка';
          log(`Не получилось: ${name}. Попробуем ещё раз через минуту.`);
        },
      )
      .finally(() => underWay.delete(guarded));
    underWay.add(guarded);
  };
  const round = async (): Promise<void> => {
    await lookAfterSessions(endpoint);
    await mailer.run();
  };
  const server = createAdaptorServer({ fetch: endpointApp(endpoint).fetch }) as Server;
  const closeServer = closer(server);
  // Whoever sends a few bytes a minute holds a connection for ever otherwise.
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  try {
    await listen(server, settings.port, settings.host);
  } catch (error) {
    await storage.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  listening = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`;
  const timers = [
    setInterval(() => {
      run(round());
    }, EVERY_MINUTE_MS),
    setInterval(() => {
      run(purgeOld(endpoint));
    }, EVERY_HOUR_MS),
  ];
  run(purgeOld(endpoint).then(round));

  return {
    url: listening,
    formUrl: `${endpoint.publicUrl()}${APPLICATIONS_PATH}`,
    availabilityUrl: `${endpoint.publicUrl()}/availability.json`,
    storage,
    round,
    purge: () => purgeOld(endpoint),
    async close() {
      for (const timer of timers) clearInterval(timer);
      await closeServer();
      await Promise.all(underWay);
      await mailer.close();
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

/**
 * Requests under way are answered, for some seconds; all other connections are dropped at once. A browser also
 * opens connections that it never uses: Node does not call those idle and would wait a minute and a half for
 * their first word.
 */
function closer(server: Server): () => Promise<void> {
  const silent = new Set<Socket>();
  let closing = false;
  server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    silent.delete(socket);
    response.once('close', () => {
      if (closing) server.closeIdleConnections();
    });
  });
  return () =>
    new Promise((resolve) => {
      closing = true;
      const patience = setTimeout(() => {
        server.closeAllConnections();
      }, LONGEST_DRAIN_MS);
      server.close(() => {
        clearTimeout(patience);
        resolve();
      });
      server.closeIdleConnections();
      for (const socket of silent) socket.destroy();
    });
}
