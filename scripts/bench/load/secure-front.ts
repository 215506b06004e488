/** Puts HTTPS and HTTP/2 before a plain server: as every published site is reached, and as Lighthouse is to see it. */
import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { Http2Session } from 'node:http2';
import { createSecureServer } from 'node:http2';
import path from 'node:path';
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

/**
 * Listens on `port` and passes everything on to the plain server on `plainPort`, its headers untouched. The
 * certificate is made in `dir`. @throws Error when OpenSSL is not installed or the port is taken.
 */
export async function secureFront(port: number, plainPort: number, dir: string): Promise<SecureFront> {
  const server = createSecureServer(await certificate(dir), (asked, answer) => {
    const headers = Object.fromEntries(
      Object.entries(asked.headers).filter(([name]) => !name.startsWith(':')),
    );
    const onward = request({ port: plainPort, method: asked.method, path: asked.url, headers }, (given) => {
      for (const [name, value] of Object.entries(given.headers))
        if (value !== undefined && !CONNECTION.has(name)) answer.setHeader(name, value);
      answer.writeHead(given.statusCode ?? 502);
      given.pipe(answer);
    });
    onward.on('error', () => {
      answer.writeHead(502);
      answer.end();
    });
    asked.pipe(onward);
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
