/** So many people at once against one address, over connections that are kept. */
import { Agent, request } from 'node:http';

export type Sample = { readonly status: number; readonly body: string; readonly ms: number };

function post(url: URL, agent: Agent, body: string): Promise<Sample> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const outgoing = request(url, {
      agent,
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': Buffer.byteLength(body),
        Accept: 'application/json',
      },
    });
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        resolve({ status: response.statusCode ?? 0, body: text, ms: performance.now() - started });
      });
    });
    outgoing.end(body);
  });
}

/** Sends all bodies, so many at a time; samples in the order of the bodies, and the seconds it took. */
export async function rush(
  url: string,
  bodies: readonly string[],
  atOnce: number,
): Promise<{ readonly samples: readonly Sample[]; readonly seconds: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const target = new URL(url);
  const samples: Sample[] = [];
  let next = 0;
  const started = performance.now();
  const visitor = async (): Promise<void> => {
    for (let index = next++; index < bodies.length; index = next++) {
      samples[index] = await post(target, agent, bodies[index] ?? '');
    }
  };
  await Promise.all(Array.from({ length: atOnce }, visitor));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return { samples, seconds };
}
