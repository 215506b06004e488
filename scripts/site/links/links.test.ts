import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { externalLinks } from './external-links.ts';
import type { ClientOptions } from './polite-client.ts';
import { checkAddresses, isGone } from './polite-client.ts';

it('finds every address once, with all its places', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'links-'));
  try {
    writeFileSync(
      path.join(dir, 'a.md'),
      "url: 'https://a.example/x'\n\nСм. [тут](https://b.example/y).\nhttps://a.example/x\n",
    );
    expect(await externalLinks(dir)).toEqual([
      { url: 'https://a.example/x', places: ['a.md:1', 'a.md:4'] },
      { url: 'https://b.example/y', places: ['a.md:3'] },
    ]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

it('asks a host one thing at a time, pauses, and takes only 404 and 410 for gone', async () => {
  const busy = new Map<string, number>();
  const pauses: number[] = [];
  const options: ClientOptions = {
    fetch: async (input, init) => {
      const { host, pathname } = new URL(input instanceof Request ? input.url : input);
      busy.set(host, (busy.get(host) ?? 0) + 1);
      expect(busy.get(host)).toBe(1);
      await Promise.resolve();
      busy.set(host, 0);
      if (pathname === '/broken') throw new TypeError('fetch failed');
      if (pathname === '/no-head') return new Response(null, { status: init?.method === 'HEAD' ? 405 : 200 });
      return new Response(null, { status: pathname === '/gone' ? 404 : 200 });
    },
    now: () => 1,
    wait: (milliseconds) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    },
    hostsAtOnce: 2,
    pauseMs: 1000,
    timeoutMs: 1000,
  };
  const urls = [
    'https://a.example/',
    'https://a.example/gone',
    'https://b.example/no-head',
    'https://c.example/broken',
  ];
  const states = await checkAddresses(urls, options);
  expect(states.map(({ status }) => status)).toEqual([200, 404, 200, null]);
  expect(states.map(isGone)).toEqual([false, true, false, false]);
  expect(pauses).toEqual([1000]);
});
