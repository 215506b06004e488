/**
 * Puts HTTPS and HTTP/2 before a plain server: as every published site is reached, and as Lighthouse is to see it.
 * What was given once is kept and given again without asking: a published site's server does not take its time from
 * the visitor's processor, as one on this machine does, and tasks of a page would seem longer than they are.
 */
import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import type { OutgoingHttpHeaders } from 'node:http';
import { request } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse, Http2Session } from 'node:http2';
import { createSecureServer } from 'node:http2';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';

export type SecureFront = { url: string; close: () => Promise<void> };

/** For a browser that is to trust the certificate made here. */
export const TRUSTING = '--ignore-certificate-errors';

/** Of one connection alone, which HTTP/2 forbids to name. */
const CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade']);

/** Whether a certificate can be made here. */
export async function hasOpenSsl(): Promise<boolean> {
  try {
    await promisify(execFile)('openssl', ['version']);
    return true;
  } catch {
    return false;
  }
}

/** A certificate for this machine and this day. @throws Error when OpenSSL is not installed. */
async function certificate(dir: string): Promise<{ key: Buffer; cert: Buffer }> {
  await mkdir(dir, { recursive: true });
  const [key, cert] = [path.join(dir, 'key.pem'), path.join(dir, 'cert.pem')];
  await promisify(execFile)('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'],
    ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert],
  ]);
  return { key: await readFile(key), cert: await readFile(cert) };
}

type Answer = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

/** What makes two askings the same; null for one whose answer may be another the next time. */
function sameness({ method, url, headers }: Http2ServerRequest): string | null {
  if (method !== 'GET' || headers.range !== undefined || headers['if-none-match'] !== undefined) return null;
  return `${url} ${headers['accept-encoding'] ?? ''}`;
}

/** Asks the plain server. @throws Error when it cannot be reached or breaks off. */
async function askPlain(asked: Http2ServerRequest, port: number): Promise<Answer> {
  const headers = Object.fromEntries(Object.entries(asked.headers).filter(([name]) => !name.startsWith(':')));
  return new Promise((resolve, reject) => {
    const onward = request({ port, method: asked.method, path: asked.url, headers }, (given) => {
      const own = Object.entries(given.headers).filter(
        ([name, value]) => value !== undefined && !CONNECTION.has(name),
      );
      buffer(given).then((body) => {
        resolve({ status: given.statusCode ?? 502, headers: Object.fromEntries(own), body });
      }, reject);
    });
    onward.on('error', reject);
    asked.pipe(onward);
  });
}

/**
 * Listens on `port` and passes everything on to the plain server on `plainPort`, its headers untouched. The
 * certificate is made in `dir`. @throws Error when OpenSSL is not installed or the port is taken.
 */
export async function secureFront(port: number, plainPort: number, dir: string): Promise<SecureFront> {
  const kept = new Map<string, Answer>();
  async function answerTo(asked: Http2ServerRequest, answer: Http2ServerResponse): Promise<void> {
    const key = sameness(asked);
    const before = key === null ? undefined : kept.get(key);
    const { status, headers, body } = before ?? (await askPlain(asked, plainPort));
    if (key !== null && status === 200) kept.set(key, { status, headers, body });
    answer.writeHead(status, headers);
    answer.end(body);
  }
  const server = createSecureServer(await certificate(dir), (asked, answer) => {
    answerTo(asked, answer).catch(() => {
      if (!answer.headersSent) answer.writeHead(502);
      answer.end();
    });
  });
  const sessions = new Set<Http2Session>();
  server.on('session', (session) => {
    sessions.add(session);
    session.once('close', () => sessions.delete(session));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `https://localhost:${String(port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const session of sessions) session.destroy();
      }),
  };
}
