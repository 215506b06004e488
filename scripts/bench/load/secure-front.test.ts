import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:http2';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { onFreePort } from '../../serve/free-port.ts';
import { hasOpenSsl, secureFront } from './secure-front.ts';

it.skipIf(!(await hasOpenSsl()))(
  'passes the headers and the body of the plain server on over HTTP/2',
  async () => {
    const plain = createServer((request, response) => {
      response.writeHead(404, {
        'x-own': request.headers['accept-language'] ?? '',
        'content-type': 'text/plain',
      });
      response.end(`${request.method ?? ''} ${request.url ?? ''}`);
    });
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const address = plain.address();
    const dir = mkdtempSync(path.join(os.tmpdir(), 'front-'));
    const plainPort = typeof address === 'object' && address !== null ? address.port : 0;
    const front = await onFreePort((port) => secureFront(port, plainPort, dir));
    const session = connect(front.url, { rejectUnauthorized: false });
    try {
      const stream = session.request({ ':path': '/a/?b', 'accept-language': 'ru' });
      const [headers, body] = await new Promise<[Record<string, unknown>, string]>((resolve, reject) => {
        let text = '';
        let got: Record<string, unknown> = {};
        stream.on('response', (given) => (got = given));
        stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
        stream.on('end', () => {
          resolve([got, text]);
        });
        stream.on('error', reject);
      });
      expect(headers).toMatchObject({ ':status': 404, 'x-own': 'ru', 'content-type': 'text/plain' });
      expect(headers).not.toHaveProperty('connection');
      expect(body).toBe('GET /a/?b');
    } finally {
      session.destroy();
      await front.close();
      plain.close();
      rmSync(dir, { recursive: true, force: true });
    }
  },
);
