import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertExact, SEATS, SESSIONS, wishes } from './bench.ts';
import { openSqliteStorage } from './storage/sqlite-storage.ts';
import { application, PLAN } from './storage/storage-conformance.ts';
import { temporaryFolder } from './testing/site-data.ts';

const FIRST = 'winter-2026/works-1/2026-12-10-1030';

let dir: string;
beforeEach(() => {
  dir = temporaryFolder();
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

describe('the rush', () => {
  it('wants more than there is in some sessions and less in others', () => {
    const demand = Array.from({ length: SESSIONS }, () => 0);
    for (const wish of wishes(4000, SESSIONS)) demand[wish] = (demand[wish] ?? 0) + 1;
    expect(Math.max(...demand)).toBeGreaterThan(2 * SEATS);
    expect(Math.min(...demand)).toBeLessThan(SEATS);
  });

  it('fails on a lost application and on an oversold session', async () => {
    const file = path.join(dir, 'r.sqlite');
    const storage = openSqliteStorage(file);
    const samples = [];
    for (let index = 0; index <= SEATS; index += 1) {
      const plan = { ...PLAN, session: FIRST, capacity: SEATS + 1 };
      const outcome = await storage.apply(application({}, { plan }));
      const reference = 'registration' in outcome ? outcome.registration.reference : '';
      samples.push({ status: 201, body: JSON.stringify({ reference }), ms: 1 });
    }
    await storage.close();
    const wanted = samples.map(() => 0);
    await expect(assertExact(file, wanted, samples)).rejects.toThrow('16 seats given, 16 wanted, 15 there');
    const other = openSqliteStorage(file);
    const [last] = [...(await other.list(FIRST))].reverse();
    await other.forgetPerson(last?.answers.email ?? '', 1);
    await other.close();
    await expect(assertExact(file, wanted, samples)).rejects.toThrow('16 acknowledged, 15 stored, 1 lost');
    await assertExact(file, wanted.slice(0, SEATS), samples.slice(0, SEATS));
  });
});
