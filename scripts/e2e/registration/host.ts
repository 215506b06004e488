/** Serves the matrix's site to one row: its own endpoint's address, its own headers, its own clock. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Instant } from '../../../src/time/moscow.ts';
import { httpDate } from '../../endpoint/http/origin.ts';
import { ENDPOINT_PLACE } from './matrix-site.ts';

export type HostOptions = {
  readonly siteDir: string;
  /** The server's clock: what is true, whatever the visitor's clock says. */
  readonly now: () => Instant;
  /** Origin of the row's endpoint, known once it runs. */
  readonly endpoint: () => string;
  /** More headers on every page; `ENDPOINT` in them stands for the endpoint's origin. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Text of pages and scripts that is served as another. */
  readonly replace?: readonly [string, string] | undefined;
  /** Scripts whose address holds this word are not found. */
  readonly missingScript?: string;
  /** Scripts whose address holds this word stay on their way while `late` is set. */
  readonly lateScript?: string;
};

export type Host = {
  readonly url: string;
  /** A slow line: setting it to false lets everything arrive that is on its way. */
  late: boolean;
  close(): Promise<void>;
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/** Starts on a free port. */
export async function startHost(options: HostOptions): Promise<Host> {
  let late = options.lateScript !== undefined;
  let onTheWay: (() => void)[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const [urlPath = '/'] = (request.url ?? '/').split('?');
      const file = path.join(options.siteDir, urlPath.endsWith('/') ? `${urlPath}index.html` : urlPath);
      const missing = options.missingScript !== undefined && urlPath.includes(options.missingScript);
      const body = missing ? null : await readFile(file).catch(() => null);
      const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
      for (const [name, value] of Object.entries(options.headers ?? {})) {
        response.setHeader(name, value.replaceAll('ENDPOINT', options.endpoint()));
      }
      if (late && urlPath.includes(options.lateScript ?? '')) {
        await new Promise<void>((arrive) => onTheWay.push(arrive));
      }
      response.setHeader('Date', httpDate(options.now()));
      response.setHeader('Cache-Control', 'no-cache');
      response.setHeader('Content-Type', type);
      response.statusCode = body === null ? 404 : 200;
      const isText = /html|javascript/.test(type);
      const [from, to] = options.replace ?? ['', ''];
      const served = (text: string): string =>
        (from === '' ? text : text.replaceAll(from, to)).replaceAll(ENDPOINT_PLACE, options.endpoint());
      response.end(isText && body !== null ? served(body.toString()) : body);
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    get late() {
      return late;
    },
    set late(value: boolean) {
      late = value;
      if (late) return;
      const arriving = onTheWay;
      onTheWay = [];
      for (const arrive of arriving) arrive();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
