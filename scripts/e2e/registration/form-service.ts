/** A form service of the Formspree kind: no numbers, no repeats, its own words. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type FormService = { readonly url: string; readonly taken: string[]; close(): Promise<void> };

/** Starts on a free port; a refusing one finds fault with every e-mail address. */
export async function startFormService(refusing: boolean): Promise<FormService> {
  const taken: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Content-Type', 'application/json');
      if (request.method !== 'POST') {
        response.statusCode = 404;
        response.end('{}');
      } else if (refusing) {
        response.statusCode = 422;
        const errors = [{ code: 'TYPE_EMAIL', field: 'email', message: 'should be an email' }];
        response.end(JSON.stringify({ error: 'Validation errors', errors }));
      } else {
        taken.push(body);
        response.end(JSON.stringify({ next: '/thanks', ok: true }));
      }
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
