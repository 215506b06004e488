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

/** What an operator's machine may hold in its environment; none of it is for visitors. */
const SECRETS = {
  ADMIN_TOKEN: 'canary-of-the-office-7f3a91c0',
  SMTP_URL: 'smtps://canary-sender:canary-of-the-mail@mail.invalid:465',
  GITHUB_TOKEN: 'canary-of-the-forge-5d20be',
  NPM_TOKEN: 'canary-of-the-registry-c41e',
  PUBLIC_CANARY: 'canary-of-a-public-name-90ab',
  VITE_CANARY: 'canary-of-a-vite-name-77de',
};

/** Files that hold the text: as it is, in base64, in base64url, in hexadecimal or encoded for an address. */
function filesWith(tree: ReadonlyMap<string, Buffer>, secret: string): string[] {
  const bytes = Buffer.from(secret);
  const forms = [
    secret,
    encodeURIComponent(secret),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
  return [...tree].filter(([, file]) => forms.some((form) => file.includes(form))).map(([name]) => name);
}

async function build(
  zone: string,
  epoch: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Map<string, Buffer>> {
  const name = `${zone.replace('/', '-')}-${epoch}`;
  const outDir = path.join(folder, name);
  const run = await runBuild({
    TZ: zone,
    SOURCE_DATE_EPOCH: epoch,
    OUT_DIR: outDir,
    CACHE_DIR: path.join(folder, `cache-${name}`),
    ...env,
  });
  expect(run.output).toContain('Готово');
  expect(run.output).not.toContain('canary');
  return readTree(outDir);
}

function digests(tree: ReadonlyMap<string, Buffer>): Record<string, string> {
  return Object.fromEntries(
    [...tree].map(([file, bytes]) => [file, createHash('sha256').update(bytes).digest('hex')]),
  );
}

it('builds the same bytes from the same commit and clock in three time zones and folders, whatever secrets stand around', async () => {
  const moscow = digests(await build('Europe/Moscow', EPOCH));
  expect(Object.keys(moscow).length).toBeGreaterThan(100);
  expect(digests(await build('America/Los_Angeles', EPOCH))).toEqual(moscow);
  const among = await build('Asia/Kamchatka', EPOCH, SECRETS);
  for (const [name, secret] of Object.entries(SECRETS)) expect(filesWith(among, secret), name).toEqual([]);
  expect(digests(among)).toEqual(moscow);
});

it('a secret in a file is found however it is written', () => {
  const secret = SECRETS.SMTP_URL;
  const bytes = Buffer.from(secret);
  const forms = [
    secret,
    encodeURIComponent(secret),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
  for (const form of forms)
    expect(filesWith(new Map([['a.js', Buffer.from(`let a='${form}'`)]]), secret)).toEqual(['a.js']);
  expect(filesWith(new Map([['a.js', Buffer.from('let a=1')]]), secret)).toEqual([]);
});
