import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/time/moscow.ts';
import { renderFault } from './fault.ts';
import { checkContent, checkFiles } from './check-content.ts';
import { NOW, rawFiles } from './fixtures/base.ts';
import { plantedTree } from './fixtures/planted.ts';

const { files, faults } = plantedTree();

describe('a tree with sixty planted faults in forty files', () => {
  let root = '';
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'planted-'));
    for (const [path, content] of files) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    }
  });
  afterAll(async () => {
    await rm(root, { recursive: true, force: true });
  });

  it('is as large as that', () => {
    expect(faults).toHaveLength(60);
    expect(new Set(faults.map((fault) => fault.replace(/^\S+ (.*):\d+$/, '$1'))).size).toBeGreaterThanOrEqual(
      37,
    );
  });

  it('is reported in one run: every fault at its true line, nothing else', async () => {
    const found = await checkContent(root, { now: NOW });
    const told = found.map(({ rule, path, line }) => `${rule} ${path}:${String(line)}`);
    expect(told.toSorted()).toEqual(faults.toSorted());
  });

  it('is reported in order of path and line', () => {
    const found = checkFiles(rawFiles(files), { now: NOW });
    const order = found.map(({ path, line }) => `${path}:${String(line).padStart(6, '0')}`);
    expect(order).toEqual(order.toSorted());
  });
});

describe('the real content', () => {
  const root = fileURLToPath(new URL('../../../content', import.meta.url));
  it('has no errors, and the guide not even warnings', async () => {
    const faults = await checkContent(root, { now: instantOf('2026-11-23', '12:00') });
    const told = faults.filter(({ severity, path }) => severity === 'error' || path === 'README.md');
    expect(told.map((fault) => renderFault(fault, 'content'))).toEqual([]);
  });
});
