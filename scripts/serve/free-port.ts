/** Looks for a free port on this machine. */
import { createServer } from 'node:net';

const MOST_TRIED = 50;

/** The first free port from the wanted one on; 0: any free one. @throws Error when none of 50 is free. */
export async function freePort(wanted: number, host = '127.0.0.1'): Promise<number> {
  const last = wanted === 0 ? 0 : Math.min(wanted + MOST_TRIED, 65_535);
  for (let port = wanted; port <= last; port++) {
    const bound = await tryPort(port, host);
    if (bound !== null) return bound;
  }
  throw new Error(`no free port from ${wanted} on`);
}

/** The port when it could be bound (and was let go again), null when it is taken. */
function tryPort(port: number, host: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  });
}
