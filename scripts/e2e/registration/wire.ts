/** The wire between browser and endpoint: counts applications, holds them back, breaks. */
import { createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type WireMode =
  | 'open'
  /** Connections are dropped before anything is read. */
  | 'down'
  /** Applications are handled, their replies wait for `release`. */
  | 'hold';

export type Wire = {
  readonly url: string;
  mode: WireMode;
  /** Where applications go. */
  target: string;
  /** Applications that reached the endpoint. */
  readonly posts: () => number;
  /** Resolves when so many applications have been handled. */
  handled(count: number): Promise<void>;
  /** Lets go of all replies held back. */
  release(): void;
  /** Breaks the connections of all replies held back. */
  cutHeld(): void;
  close(): Promise<void>;
};

/** Starts on a free port. */
export async function startWire(target: string): Promise<Wire> {
  let posts = 0;
  let handled = 0;
  let held: { answer: () => void; drop: () => void }[] = [];
  let watchers: { count: number; done: () => void }[] = [];

  const note = (): void => {
    handled += 1;
    watchers = watchers.filter(({ count, done }) => {
      if (handled < count) return true;
      done();
      return false;
    });
  };

  const pass = (request: IncomingMessage, response: ServerResponse): void => {
    const isApplication = request.method === 'POST';
    if (isApplication) posts += 1;
    const onward = httpRequest(
      `${wire.target}${request.url ?? '/'}`,
      { method: request.method ?? 'GET', headers: request.headers },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('error', () => response.destroy());
        reply.on('end', () => {
          const answer = (): void => {
            // The browser's own cache keeps real time: a row whose clock jumps would read an old snapshot.
            const fresh = isApplication ? {} : { 'cache-control': 'no-store' };
            response.writeHead(reply.statusCode ?? 502, { ...reply.headers, ...fresh });
            response.end(Buffer.concat(chunks));
          };
          if (isApplication) note();
          if (isApplication && wire.mode === 'hold') held.push({ answer, drop: () => response.destroy() });
          else answer();
        });
      },
    );
    onward.on('error', () => {
      if (isApplication) note();
      response.destroy();
    });
    request.pipe(onward);
  };

  const server = createServer((request, response) => {
    if (wire.mode === 'down') {
      if (request.method === 'POST') note();
      request.socket.destroy();
    } else pass(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const wire: Wire = {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    mode: 'open',
    target,
    posts: () => posts,
    handled: (count) =>
      new Promise((done) => {
        if (handled >= count) done();
        else watchers.push({ count, done });
      }),
    release() {
      const waiting = held;
      held = [];
      for (const { answer } of waiting) answer();
    },
    cutHeld() {
      const waiting = held;
      held = [];
      for (const { drop } of waiting) drop();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return wire;
}
