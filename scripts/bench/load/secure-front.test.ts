import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { ClientHttp2Session } from 'node:http2';
import { connect } from 'node:http2';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onFreePort } from '../../serve/free-port.ts';
import type { SecureFront } from './secure-front.ts';
import { hasOpenSsl, secureFront } from './secure-front.ts';

type Answer = { headers: Record<string, unknown>; body: string };

function ask(session: ClientHttp2Session, headers: Record<string, string>, body = ''): Promise<Answer> {
  const stream = session.request(headers, { endStream: false });
  stream.end(body);
  return new Promise((resolve, reject) => {
    stream.on('response', (given) => {
      text(stream).then((whole) => {
        resolve({ headers: given, body: whole });
      }, reject);
    });
    stream.on('error', reject);
  });
}

describe.skipIf(!(await hasOpenSsl()))('secureFront', () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'front-'));
  /** What reached the plain server. */
  const reached: string[] = [];
  let plain: Server;
  let front: SecureFront;
  let session: ClientHttp2Session;

  beforeAll(async () => {
    plain = createServer((request, response) => {
      const url = request.url ?? '';
      if (url === '/gone') {
        request.destroy();
        return;
      }
      void text(request).then((sent) => {
        reached.push(`${request.method ?? ''} ${url} ${sent}`.trim());
        response.writeHead(url.startsWith('/a') ? 200 : 404, {
          'x-own': request.headers['accept-language'] ?? '',
          'content-type': 'text/plain',
        });
        response.end(`${request.method ?? ''} ${url} ${String(request.headers['accept-encoding'])} ${sent}`);
      });
    });
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const address = plain.address();
    const plainPort = typeof address === 'object' && address !== null ? address.port : 0;
    front = await onFreePort((port) => secureFront(port, plainPort, dir));
    session = connect(front.url, { rejectUnauthorized: false });
  });
  beforeEach(() => {
    reached.length = 0;
  });
  afterAll(async () => {
    session.destroy();
    await front.close();
    plain.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('passes the headers and the body of the plain server on over HTTP/2', async () => {
    const { headers, body } = await ask(session, { ':path': '/b?c', 'accept-language': 'ru' });
    expect(headers).toMatchObject({ ':status': 404, 'x-own': 'ru', 'content-type': 'text/plain' });
    expect(headers).not.toHaveProperty('connection');
    expect(body).toBe('GET /b?c undefined ');
  });

  it('asks once for what was found, and once more for another packing', async () => {
    const first = await ask(session, { ':path': '/a', 'accept-encoding': 'br', 'accept-language': 'ru' });
    const second = await ask(session, { ':path': '/a', 'accept-encoding': 'br' });
    const other = await ask(session, { ':path': '/a', 'accept-encoding': 'gzip' });
    expect(reached).toEqual(['GET /a', 'GET /a']);
    expect(second.body).toBe(first.body);
    expect(second.headers).toMatchObject({ ':status': 200, 'x-own': 'ru' });
    expect(other.body).toBe('GET /a gzip ');
  });

  it('asks each time for what was not found, for a part, for what may be unchanged, and for what is sent', async () => {
    for (const headers of [
      { ':path': '/b' },
      { ':path': '/a-part', range: 'bytes=0-1' },
      { ':path': '/a-same', 'if-none-match': '"1"' },
    ]) {
      await ask(session, headers);
      await ask(session, headers);
    }
    await ask(session, { ':path': '/a-form', ':method': 'POST' }, 'name=1');
    await ask(session, { ':path': '/a-form', ':method': 'POST' }, 'name=2');
    expect(reached).toEqual([
      ...['GET /b', 'GET /b', 'GET /a-part', 'GET /a-part', 'GET /a-same', 'GET /a-same'],
      ...['POST /a-form name=1', 'POST /a-form name=2'],
    ]);
  });

  it('says of a plain server that breaks off that the gate is bad', async () => {
    expect((await ask(session, { ':path': '/gone' })).headers[':status']).toBe(502);
  });
});
