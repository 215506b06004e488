import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startChild } from './testing/child-process.ts';
import type { Child } from './testing/child-process.ts';
import { postTo } from './testing/running.ts';
import { applicationFields, SESSION_ID, temporaryFolder, writeSiteData } from './testing/site-data.ts';
import { openSqliteStorage } from './storage/sqlite-storage.ts';
import type { StoredRegistration } from './storage/storage.ts';

const SEATS = 15;
const PEOPLE = 300;

let dir: string;
let children: Child[];
beforeEach(() => {
  dir = temporaryFolder();
  children = [];
  writeSiteData(path.join(dir, 'data'), [{ id: SESSION_ID, capacity: SEATS }]);
});
afterEach(async () => {
  await Promise.all(children.map((child) => child.kill()));
  rmSync(dir, { recursive: true, force: true });
});

async function start(mode: 'locked' | 'unlocked', count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) children.push(await startChild(dir, mode));
}

/** Everybody at once, spread over the processes; how many replies there were of each status. */
async function rush(): Promise<Record<number, number>> {
  const replies = await Promise.all(
    Array.from({ length: PEOPLE }, (_, index) => {
      const child = children[index % children.length];
      if (child === undefined) throw new Error('no endpoint');
      return postTo(child.formUrl, applicationFields());
    }),
  );
  const statuses: Record<number, number> = {};
  for (const reply of replies) statuses[reply.status] = (statuses[reply.status] ?? 0) + 1;
  return statuses;
}

async function stored(): Promise<readonly StoredRegistration[]> {
  const storage = openSqliteStorage(path.join(dir, 'registrations.sqlite'));
  const list = await storage.list(SESSION_ID);
  await storage.close();
  return list;
}

describe('300 parallel applications for 15 seats', () => {
  it.each([1, 2])('gives exactly 15 on %i real server process(es) with one database', async (processes) => {
    await start('locked', processes);
    expect(await rush()).toEqual({ 201: SEATS, 409: PEOPLE - SEATS });
    const list = await stored();
    expect(list.map((one) => one.state)).toEqual(Array.from({ length: SEATS }, () => 'confirmed'));
  });

  it('oversells when the lock is taken away', async () => {
    await start('unlocked', 1);
    const statuses = await rush();
    expect(statuses[201]).toBeGreaterThan(SEATS);
    expect((await stored()).length).toBeGreaterThan(SEATS);
  });
});

describe('kill −9 under load', () => {
  it('loses no acknowledged application, and a repeat of the others is stored once', async () => {
    const people = Array.from({ length: 400 }, () => applicationFields());
    writeSiteData(path.join(dir, 'data'), [{ id: SESSION_ID, capacity: 1000 }]);
    await start('locked', 1);
    const [first] = children;
    if (first === undefined) throw new Error('no endpoint');
    const acknowledged = new Set<string>();
    const killed: Promise<void>[] = [];
    await Promise.all(
      people.map(async (fields) => {
        const reply = await postTo(first.formUrl, fields).catch(() => null);
        if (reply?.status === 201) acknowledged.add(String(fields.submission_id));
        if (acknowledged.size >= 100 && killed.length === 0) killed.push(first.kill());
      }),
    );
    await Promise.all(killed);
    expect(acknowledged.size).toBeGreaterThanOrEqual(100);
    // The kill came in the middle, else this test shows nothing.
    expect(acknowledged.size).toBeLessThan(people.length);
    const after = (await stored()).map((one) => one.answers.submissionId);
    expect([...acknowledged].filter((id) => !after.includes(id))).toEqual([]);
    expect(new Set(after).size).toBe(after.length);

    children = [];
    await start('locked', 1);
    const [second] = children;
    if (second === undefined) throw new Error('no endpoint');
    const replies = await Promise.all(people.map((fields) => postTo(second.formUrl, fields)));
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(after.length);
    const all = (await stored()).map((one) => one.answers.submissionId);
    expect(all.sort()).toEqual(people.map((fields) => String(fields.submission_id)).sort());
  });
});
