/** Serves a built site on this machine as a real host would: directory pages, 404 page, compression, headers. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pagefind': 'application/octet-stream',
};
const COMPRESSED = /^(?:text\/|application\/(?:json|xml|geo\+json|manifest\+json|wasm)|image\/svg)/;
const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

export type ServerOptions = {
  dir: string;
  /** Further headers of a path, such as the security headers of the published site. */
  headersFor?: (urlPath: string) => Record<string, string>;
  host?: string;
};

export type RunningServer = { port: number; url: string; close: () => Promise<void> };

type Answer = {
  status: number;
  type: string;
  /** Where the body came from, if from a file. */
  file: string | null;
  body: Buffer;
  /** Names the body: a file that was written anew under the same name is another one. */
  tag: string;
  headers: Record<string, string>;
};

const TWINS = { br: '.br', gzip: '.gz' } as const;

/** The compressed body: the twin that deploy:prepare wrote beside the file, else packed now. */
async function packedTwin({ file, body }: Answer, encoding: keyof typeof TWINS): Promise<Buffer> {
  const twin = file === null ? null : `${file}${TWINS[encoding]}`;
  if (twin !== null && existsSync(twin)) return readFile(twin);
  return encoding === 'br'
    ? brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
    : gzipped(body);
}

function tagOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 22);
}

/** The file behind a path on the site, or null; never outside the folder. */
async function fileFor(dir: string, urlPath: string): Promise<string | null> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
  if (decoded.includes('\0')) return null;
  const file = path.join(dir, path.normalize(decoded), decoded.endsWith('/') ? 'index.html' : '');
  if (file !== dir && !file.startsWith(dir + path.sep)) return null;
  try {
    return (await stat(file)).isFile() ? file : null;
  } catch {
    // Whatever the reason, there is no such file for a visitor.
    return null;
  }
}

/** Starts the server on the first free port from `port` on (0: any). @throws Error when none of 50 is free. */
export async function serveStatic(port: number, options: ServerOptions): Promise<RunningServer> {
  const dir = path.resolve(options.dir);
  const compressed = new Map<string, Promise<Buffer>>();

  const answer = async (urlPath: string): Promise<Answer> => {
    const file = await fileFor(dir, urlPath);
    if (file === null && !urlPath.endsWith('/') && (await fileFor(dir, `${urlPath}/`)) !== null) {
      return {
        status: 308,
        type: 'text/plain; charset=utf-8',
        file: null,
        body: Buffer.alloc(0),
        tag: '',
        headers: { location: `${urlPath}/` },
      };
    }
    const found = file ?? (await fileFor(dir, '/404.html'));
    const status = file === null ? 404 : 200;
    const type = TYPES[path.extname(found ?? '.txt')] ?? 'application/octet-stream';
    const body = found === null ? Buffer.from('404') : await readFile(found);
    return {
      status,
      type,
      file: found,
      body,
      tag: tagOf(body),
      headers: options.headersFor?.(urlPath) ?? {},
    };
  };

  const encode = async (request: IncomingMessage, found: Answer): Promise<[Buffer, string | null]> => {
    const accepted = request.headers['accept-encoding']?.toString() ?? '';
    if (!COMPRESSED.test(found.type) || found.body.length < 512) return [found.body, null];
    const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null;
    if (encoding === null) return [found.body, null];
    const cacheKey = `${encoding} ${found.tag}`;
    let packed = compressed.get(cacheKey);
    if (packed === undefined) {
      packed = packedTwin(found, encoding);
      compressed.set(cacheKey, packed);
    }
    return [await packed, encoding];
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const [urlPath = '/'] = (request.url ?? '/').split('?');
    const found = await answer(urlPath);
    const headers = {
      'cache-control': urlPath.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      // Weak: the same page, however it is packed.
      ...(found.status === 200 ? { etag: `W/"${found.tag}"` } : {}),
      ...found.headers,
    };
    if (found.status === 200 && request.headers['if-none-match'] === `W/"${found.tag}"`) {
      response.writeHead(304, headers).end();
      return;
    }
    const [body, encoding] = await encode(request, found);
    response.writeHead(found.status, {
      'content-type': found.type,
      'content-length': body.length,
      ...(encoding === null ? {} : { 'content-encoding': encoding }),
      ...headers,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const bound = await listen(server, port, options.host ?? '127.0.0.1');
  return {
    port: bound,
    url: `http://localhost:${bound}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error === undefined) resolve();
          else reject(error);
        });
        server.closeAllConnections();
      }),
  };
}

/** Binds the first free port from the wanted one on. */
async function listen(server: Server, wanted: number, host: string): Promise<number> {
  for (let port = wanted; port < wanted + 50; port++) {
    const error = await tryListen(server, port, host);
    if (error === null) {
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    }
    if (error.code !== 'EADDRINUSE') throw error;
  }
  throw new Error(`no free port from ${wanted} on`);
}

function tryListen(server: Server, port: number, host: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      resolve(error);
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      resolve(null);
    });
  });
}
