import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readTree } from './built-folder.ts';
import { runBuild } from './run-build.ts';

const EPOCH = '1795425600';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'build-zones-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function digests(zone: string, epoch: string): Promise<Record<string, string>> {
  const name = `${zone.replace('/', '-')}-${epoch}`;
  const outDir = path.join(folder, name);
  const run = await runBuild({
    TZ: zone,
    SOURCE_DATE_EPOCH: epoch,
    OUT_DIR: outDir,
    CACHE_DIR: path.join(folder, `cache-${name}`),
  });
  expect(run.output).toContain('Готово');
  const tree = await readTree(outDir);
  return Object.fromEntries(
    [...tree].map(([file, bytes]) => [file, createHash('sha256').update(bytes).digest('hex')]),
  );
}

it('builds the same bytes from the same commit and clock in three time zones and folders', async () => {
  const moscow = await digests('Europe/Moscow', EPOCH);
  expect(Object.keys(moscow).length).toBeGreaterThan(100);
  expect(await digests('America/Los_Angeles', EPOCH)).toEqual(moscow);
  expect(await digests('Asia/Kamchatka', EPOCH)).toEqual(moscow);
});
