import { connect, createServer } from 'node:net';
import { expect, it } from 'vitest';
import { freePort, holdPort, isPortTaken, onFreePort } from './free-port.ts';

/** Listens on a port like any server. @throws Error when the port is taken. */
function listen(port: number): Promise<() => Promise<void>> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve(
        () =>
          new Promise((closed) => {
            server.close(() => {
              closed();
            });
          }),
      );
    });
  });
}

it('holds a port against everybody until it is let go', async () => {
  const held = await holdPort();
  await expect(listen(held.port)).rejects.toSatisfy(isPortTaken);
  expect(await freePort(held.port)).not.toBe(held.port);
  await held.release();
  const close = await listen(held.port);
  await close();
});

it('starts on another port when the first was taken in the meantime', async () => {
  const ports: number[] = [];
  let closeForeign: (() => Promise<void>) | undefined;
  const close = await onFreePort(async (port) => {
    ports.push(port);
    closeForeign ??= await listen(port);
    return listen(port);
  });
  expect(new Set(ports).size).toBe(2);
  await close();
  await closeForeign?.();
});

it('starts again for no other reason, and not for ever', async () => {
  let starts = 0;
  const broken = onFreePort(() => {
    starts += 1;
    return Promise.reject(new Error('nginx has stopped: unknown directive'));
  });
  await expect(broken).rejects.toThrow('unknown directive');
  expect(starts).toBe(1);
  const taken = onFreePort(() => {
    starts += 1;
    return Promise.reject(new Error('bind() to 127.0.0.1:1 failed (98: Address already in use)'));
  });
  await expect(taken).rejects.toThrow('already in use');
  expect(starts).toBe(6);
});

it('knows a port that nobody listens on from one that is taken', async () => {
  const port = await freePort(0);
  const error = await new Promise<Error>((resolve) => connect(port, '127.0.0.1').once('error', resolve));
  expect(isPortTaken(error)).toBe(false);
});
