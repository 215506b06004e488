/** An endpoint for one test: its own folder, database, clock and fault switches. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Instant } from '../../../src/time/moscow.ts';
import type { Faults } from '../faults.ts';
import { noFaults } from '../faults.ts';
import { APPLICATIONS_PATH } from '../http/app.ts';
import { readEndpointSettings } from '../settings.ts';
import type { EndpointSettings } from '../settings.ts';
import { startEndpoint } from '../start.ts';
import type { EndpointOptions, RunningEndpoint } from '../start.ts';
import { OPEN_NOW, SESSION_ID, temporaryFolder, writeSiteData } from './site-data.ts';
import type { TestSession } from './site-data.ts';

export const SITE = 'http://localhost:4321';

export type TestEndpoint = RunningEndpoint & {
  readonly dir: string;
  readonly settings: EndpointSettings;
  readonly faults: Faults;
  /** Everything it has logged. */
  readonly lines: string[];
  /** The endpoint's clock; move it at will. */
  now: Instant;
  /** Posts as the page's script does, or as a plain form when `json` is false. */
  post(fields: Readonly<Record<string, string>>, options?: PostOptions): Promise<Response>;
  /** Closes it and removes its folder. */
  stop(): Promise<void>;
};

export type PostOptions = { json?: boolean; headers?: Record<string, string> };

/** Settings for a folder; rates are high enough never to matter unless a test lowers them. */
export function testSettings(dir: string, over: Partial<EndpointSettings> = {}): EndpointSettings {
  const read = readEndpointSettings({
    ENDPOINT_PORT: '0',
    ENDPOINT_DB: path.join(dir, 'registrations.sqlite'),
    ENDPOINT_DATA: path.join(dir, 'data'),
    ENDPOINT_SITE: SITE,
    MAIL_DIR: path.join(dir, 'mail'),
    MAIL_FROM: 'Открой#Моспром <zapis@example.org>',
    RATE_ADDRESS_BURST: '1000000',
    RATE_GLOBAL_BURST: '1000000',
  });
  return { ...read, ...over };
}

/** Sends an application. */
export function postTo(
  url: string,
  fields: Readonly<Record<string, string>>,
  { json = true, headers = {} }: PostOptions = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers: { Origin: SITE, Accept: json ? 'application/json' : 'text/html', ...headers },
  });
}

/** Starts an endpoint in this process. */
export async function startTestEndpoint(
  options: {
    sessions?: readonly TestSession[];
    settings?: Partial<EndpointSettings>;
    now?: Instant;
  } & Pick<EndpointOptions, 'storage'> = {},
): Promise<TestEndpoint> {
  const dir = temporaryFolder();
  writeSiteData(path.join(dir, 'data'), options.sessions ?? [{ id: SESSION_ID }]);
  const faults = noFaults();
  const lines: string[] = [];
  const settings = testSettings(dir, options.settings);
  let now = options.now ?? OPEN_NOW;
  const running = await startEndpoint({
    settings,
    faults,
    clock: () => now,
    log: (line) => lines.push(line),
    ...(options.storage === undefined ? {} : { storage: options.storage }),
  });
  return {
    ...running,
    dir,
    settings,
    faults,
    lines,
    get now() {
      return now;
    },
    set now(instant: Instant) {
      now = instant;
    },
    post: (fields, postOptions) => postTo(`${running.url}${APPLICATIONS_PATH}`, fields, postOptions),
    async stop() {
      await running.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
