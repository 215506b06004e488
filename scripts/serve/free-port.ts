/** Looks for a free port on this machine. */
import { createServer } from 'node:net';
import type { Server } from 'node:net';

const MOST_TRIED = 50;

export class NoFreePortError extends Error {
  override name = 'NoFreePortError';
  readonly wanted: number;
  readonly last: number;

  constructor(wanted: number, last: number) {
    super(`no free port from ${wanted} to ${last}`);
    this.wanted = wanted;
    this.last = last;
  }
}

/** The first free port from the wanted one on; 0: any free one. @throws NoFreePortError when none of 50 is free. */
export async function freePort(wanted: number, host = '127.0.0.1'): Promise<number> {
  const last = wanted === 0 ? 0 : Math.min(wanted + MOST_TRIED, 65_535);
  for (let port = wanted; port <= last; port++) {
    const held = await tryPort(port, host);
    if (held === null) continue;
    await held.release();
    return held.port;
  }
  throw new NoFreePortError(wanted, last);
}

export type HeldPort = {
  port: number;
  /** Lets the port go; whoever wanted it takes it at once. */
  release: () => Promise<void>;
};

/**
 * Any free port, kept from everybody else until it is let go. A port that is only known to have been free may be
 * gone when it is needed: browsers take theirs for outgoing connections from the same range.
 */
export async function holdPort(host = '127.0.0.1'): Promise<HeldPort> {
  const held = await tryPort(0, host);
  if (held === null) throw new Error('no free port');
  return held;
}

const MOST_STARTS = 5;

/** True when an error, or what a program has said before it stopped, means that the port is taken. */
export function isPortTaken(error: unknown): boolean {
  return error instanceof Error && /EADDRINUSE|address already in use/i.test(error.message);
}

/**
 * Starts something on a port that was free a moment ago; on another one when it has been taken in that moment.
 * @throws what `start` throws for any other reason, or when five ports in a row were taken.
 */
export async function onFreePort<T>(start: (port: number) => Promise<T>, host = '127.0.0.1'): Promise<T> {
  for (let left = MOST_STARTS; ; left--) {
    const port = await freePort(0, host);
    try {
      return await start(port);
    } catch (error) {
      if (left <= 1 || !isPortTaken(error)) throw error;
    }
  }
}

/** The port when it could be bound, null when it is taken. */
function tryPort(port: number, host: string): Promise<HeldPort | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      resolve({ port: bound, release: () => released(server) });
    });
  });
}

function released(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
