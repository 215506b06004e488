import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { missingEntries } from './complete-lockfile.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');
const lockfile = z.object({ packages: z.record(z.string(), z.record(z.string(), z.unknown())) });

function packages() {
  return lockfile.parse(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))).packages;
}

it('the lockfile names the optional packages of every system: npm ci refuses it otherwise', () => {
  expect(missingEntries(packages())).toEqual({});
});

it('sees when one is missing, and knows what it is for', () => {
  const { 'node_modules/@pagefind/darwin-arm64': removed, ...rest } = packages();
  expect(removed).toBeDefined();
  expect(missingEntries(rest)).toEqual({
    'node_modules/@pagefind/darwin-arm64': {
      version: '1.6.0',
      cpu: ['arm64'],
      optional: true,
      os: ['darwin'],
    },
  });
});

it('every dependency is pinned to one exact version', () => {
  const manifest = z
    .object({
      dependencies: z.record(z.string(), z.string()),
      devDependencies: z.record(z.string(), z.string()),
    })
    .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  }
});
