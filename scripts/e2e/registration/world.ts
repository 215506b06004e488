/** Everything a row needs besides the browser: site, wire, endpoint, clocks. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Instant } from '../../../src/time/moscow.ts';
import { projectRoot } from '../../build/stages.ts';
import type { Faults } from '../../endpoint/faults.ts';
import { noFaults } from '../../endpoint/faults.ts';
import { readEndpointSettings } from '../../endpoint/settings.ts';
import { startEndpoint } from '../../endpoint/start.ts';
import { StorageUnavailableError } from '../../endpoint/storage/storage.ts';
import type { Storage, StoredRegistration } from '../../endpoint/storage/storage.ts';
import { openSqliteStorage } from '../../endpoint/storage/sqlite-storage.ts';
import { MATRIX_NOW, visitId } from './content.ts';
import { startFormService } from './form-service.ts';
import { startHost } from './host.ts';
import type { Row } from './row.ts';
import { startWire } from './wire.ts';
import type { Wire } from './wire.ts';

export type World = {
  readonly siteUrl: string;
  readonly wire: Wire;
  readonly faults: Faults;
  /** The true time. */
  now: Instant;
  /** The endpoint's clock; follows `now` unless set apart. */
  endpointNow: Instant;
  /** What is stored for the row's visit; of a form service only the count is known. */
  stored(): Promise<readonly Pick<StoredRegistration, 'reference' | 'state' | 'answers' | 'id'>[]>;
  storedCount(): Promise<number>;
  /** Changes the visit in the endpoint's data. */
  changeVisit(change: Readonly<Record<string, unknown>>): void;
  cancelAll(): Promise<void>;
  /** Whether the form's own part of the script stays on its way. */
  scriptIsLate(late: boolean): void;
  kill(): Promise<void>;
  revive(): Promise<void>;
  close(): Promise<void>;
};

/** Starts a row's world around the built site. */
export async function startWorld(row: Row, siteDir: string): Promise<World> {
  const dir = mkdtempSync(path.join(tmpdir(), 'matrix-'));
  const dataDir = path.join(dir, 'data');
  cpSync(path.join(siteDir, 'data'), dataDir, { recursive: true });
  const visit = visitId(row.visit ?? 'plain');
  const start = row.at ?? MATRIX_NOW;
  const faults = noFaults();
  const clocks = { now: start, endpointNow: start };

  let wireUrl = '';
  const host = await startHost({
    siteDir,
    now: () => clocks.now,
    endpoint: () => wireUrl,
    ...(row.host?.headers && { headers: row.host.headers }),
    replace: row.host?.replace,
    ...(row.browser?.scripts === 'form-part-missing' && { missingScript: 'form-session' }),
    ...(row.browser?.scripts === 'blocked' && { missingScript: '.js' }),
    ...(row.browser?.scripts === 'form-part-late' && { lateScript: 'form-session' }),
  });
  const env = {
    ENDPOINT_PORT: '0',
    ENDPOINT_DB: path.join(dir, 'registrations.sqlite'),
    ENDPOINT_DATA: dataDir,
    ENDPOINT_SITE: host.url,
    MAIL_DIR: path.join(dir, 'mail'),
    RATE_ADDRESS_BURST: String(row.endpoint?.rate ?? 1_000_000),
    RATE_GLOBAL_BURST: '1000000',
    ...(row.endpoint?.waitlist === 'none' && { WAITLIST_PERCENT: '0' }),
    // Port 9 is closed on any sane machine: mail servers do not live there.
    ...(row.endpoint?.smtp === 'down' && { SMTP_URL: 'smtp://127.0.0.1:9' }),
    MATRIX_CLOCK: String(start),
  };

  let service: Awaited<ReturnType<typeof startFormService>> | null = null;
  let running: Awaited<ReturnType<typeof startEndpoint>> | null = null;
  let child: ChildProcess | null = null;
  let url: string;
  const kind = row.endpoint?.kind;
  if (kind === 'form-service' || kind === 'form-service-refusing') {
    service = await startFormService(kind === 'form-service-refusing');
    url = service.url;
  } else if (kind === 'process') {
    [child, url] = await startProcess(env);
  } else {
    const settings = readEndpointSettings(env);
    const storage = openSqliteStorage(settings.database);
    running = await startEndpoint({
      settings,
      faults,
      clock: () => clocks.endpointNow,
      log: () => undefined,
      storage: row.endpoint?.storage === undefined ? storage : unavailable(storage, row.endpoint.storage),
    });
    url = running.url;
  }
  const wire = await startWire(url);
  wireUrl = wire.url;

  const world: World = {
    siteUrl: host.url,
    wire,
    faults,
    get now() {
      return clocks.now;
    },
    set now(instant: Instant) {
      clocks.now = instant;
      clocks.endpointNow = instant;
    },
    get endpointNow() {
      return clocks.endpointNow;
    },
    set endpointNow(instant: Instant) {
      clocks.endpointNow = instant;
    },
    async stored() {
      const storage = running?.storage ?? openSqliteStorage(env.ENDPOINT_DB);
      try {
        return (await storage.list(visit)).filter(({ state }) => state !== 'cancelled');
      } finally {
        if (!running) await storage.close();
      }
    },
    async storedCount() {
      return service ? service.taken.length : (await world.stored()).length;
    },
    changeVisit(change) {
      const file = path.join(dataDir, 'site.json');
      const data = JSON.parse(readFileSync(file, 'utf8')) as { sessions: { id: string }[] };
      data.sessions = data.sessions.map((one) => (one.id === visit ? { ...one, ...change } : one));
      writeFileSync(file, JSON.stringify(data));
    },
    async cancelAll() {
      for (const { id } of (await running?.storage.list(visit)) ?? []) {
        await running?.storage.cancel(id, clocks.endpointNow, null);
      }
    },
    scriptIsLate(late) {
      host.late = late;
    },
    async kill() {
      if (child) await killed(child);
    },
    async revive() {
      [child, url] = await startProcess(env);
      wire.target = url;
    },
    async close() {
      await wire.close();
      await host.close();
      await service?.close();
      await running?.close();
      if (child) await killed(child);
      rmSync(dir, { recursive: true, force: true });
    },
  };
  return world;
}

/** A storage that can be read but makes nothing durable. */
function unavailable(storage: Storage, reason: 'full' | 'read-only'): Storage {
  return new Proxy(storage, {
    get(target, name) {
      if (name === 'apply') return () => Promise.reject(new StorageUnavailableError(reason, null));
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** Starts the endpoint as a process; resolves with its address. */
async function startProcess(env: Readonly<Record<string, string>>): Promise<[ChildProcess, string]> {
  const script = path.join(projectRoot, 'scripts/e2e/registration/endpoint-process.ts');
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => {
      resolve(chunk.toString().trim());
    });
    child.once('exit', (code) => {
      reject(new Error(`the endpoint's process ended with ${String(code)}`));
    });
  });
  return [child, url];
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGKILL');
  });
}
