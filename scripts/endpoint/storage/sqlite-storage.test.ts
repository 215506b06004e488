import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestEndpoint } from '../testing/running.ts';
import { applicationFields, SESSION_ID, temporaryFolder } from '../testing/site-data.ts';
import { BackupError, restoreDatabase } from './sqlite-backup.ts';
import { SqliteDatabase } from './sqlite-database.ts';
import { openSqliteStorage, storageOn } from './sqlite-storage.ts';
import { application, describeStorage, PLAN } from './storage-conformance.ts';
import { StorageUnavailableError } from './storage.ts';

let dir: string;
beforeEach(() => {
  dir = temporaryFolder();
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

describeStorage('SQLite', () => Promise.resolve(openSqliteStorage(':memory:')));

describe('a database that cannot be written', () => {
  it.each([
    ['full', 'PRAGMA max_page_count = 1'],
    ['read-only', 'PRAGMA query_only = ON'],
  ])('%s: 503, nothing stored, readable again afterwards', async (reason, pragma) => {
    const db = new SqliteDatabase(path.join(dir, 'full.sqlite'));
    const endpoint = await startTestEndpoint({ storage: storageOn(db) });
    const first = applicationFields();
    expect((await endpoint.post(first)).status).toBe(201);
    db.db.exec(pragma);
    const refused: number[] = [];
    // A page that still has room may take a few more rows: those are acknowledged and stored.
    for (let index = 0; index < 60 && !refused.includes(503); index += 1) {
      const reply = await endpoint.post(applicationFields({ comment: 'длинно '.repeat(60) }));
      refused.push(reply.status);
      if (reply.status !== 503) continue;
      expect(reply.headers.get('access-control-allow-origin')).not.toBeNull();
      expect(reply.headers.get('retry-after')).toBe('30');
      expect(await reply.json()).toMatchObject({ ok: false, code: 'unavailable' });
    }
    expect(refused.at(-1)).toBe(503);
    const plain = await endpoint.post(applicationFields({ comment: 'длинно '.repeat(60) }), { json: false });
    expect(plain.headers.get('location')).toMatch(/\/registration\/failed\/$/);
    expect(endpoint.lines.join('\n')).toContain(`(${reason})`);
    const acknowledged = 1 + refused.filter((status) => status === 201).length;
    expect(await endpoint.storage.list(SESSION_ID)).toHaveLength(acknowledged);
    db.db.exec('PRAGMA max_page_count = 1000000; PRAGMA query_only = OFF');
    expect((await endpoint.post(applicationFields())).status).toBe(201);
    await endpoint.stop();
  });

  it('refuses to start on a file that is no database', () => {
    const file = path.join(dir, 'broken.sqlite');
    writeFileSync(file, 'not a database, '.repeat(100));
    expect(() => openSqliteStorage(file)).toThrow(StorageUnavailableError);
  });
});

describe('applications that share a commit', () => {
  it('fail alone when one of them is broken', async () => {
    const storage = openSqliteStorage(':memory:');
    // Seats below one break a rule of the table.
    const results = await Promise.allSettled([
      storage.apply(application()),
      storage.apply(application({}, { seats: 0 })),
      storage.apply(application()),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await storage.list(PLAN.session)).toHaveLength(2);
    await storage.close();
  });

  it('all fail when the commit does', async () => {
    const db = new SqliteDatabase(path.join(dir, 'group.sqlite'));
    const storage = storageOn(db);
    db.db.exec('PRAGMA query_only = ON');
    const results = await Promise.allSettled([storage.apply(application()), storage.apply(application())]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
    db.db.exec('PRAGMA query_only = OFF');
    expect(await storage.list(PLAN.session)).toEqual([]);
    await storage.close();
  });
});

describe('backup', () => {
  it('copies while others write, and restores everything into a running endpoint’s database', async () => {
    const file = path.join(dir, 'live.sqlite');
    const copy = path.join(dir, 'copy.sqlite');
    const live = openSqliteStorage(file);
    await live.apply(application());
    const before = await live.list(PLAN.session);
    await Promise.all([live.apply(application()), live.backup(copy), live.apply(application())]);
    await live.forgetPerson(before[0]?.answers.email ?? '', 1);
    const saved = openSqliteStorage(copy);
    const inCopy = await saved.list(PLAN.session);
    await saved.close();
    expect(inCopy.length).toBeGreaterThanOrEqual(1);
    await live.closeByHand('other', 1);
    restoreDatabase(file, copy);
    expect(await live.list(PLAN.session)).toEqual(inCopy);
    expect([...(await live.closedByHand())]).toEqual([]);
    await live.apply(application());
    await live.close();
  });

  it('never overwrites a copy and refuses a damaged one without touching the database', async () => {
    const file = path.join(dir, 'live.sqlite');
    const copy = path.join(dir, 'copy.sqlite');
    const live = openSqliteStorage(file);
    await live.apply(application());
    await live.backup(copy);
    await expect(live.backup(copy)).rejects.toThrow(BackupError);
    const bytes = readFileSync(copy);
    writeFileSync(copy, bytes.fill(7, 4096, bytes.length));
    expect(() => {
      restoreDatabase(file, copy);
    }).toThrow(BackupError);
    expect(() => {
      restoreDatabase(file, path.join(dir, 'none'));
    }).toThrow(/нет/);
    expect(await live.list(PLAN.session)).toHaveLength(1);
    await live.close();
  });

  it('leaves no trace of deleted people in the files', async () => {
    const file = path.join(dir, 'live.sqlite');
    const live = openSqliteStorage(file);
    await live.apply(application({ email: 'deleted@example.org', name: 'Удалённый Человек' }));
    await live.forgetPerson('deleted@example.org', 1);
    await live.purge(0, 0, 1);
    const bytes = readFileSync(file).toString('utf8') + readFileSync(`${file}-wal`).toString('utf8');
    expect(bytes).not.toMatch(/deleted@example|Удалённый/);
    await live.close();
  });
});
