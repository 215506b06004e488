import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeDemoOverlay } from './overlay.ts';
import { assertApart, freshFolder, writeFiles } from './write-tree.ts';

const REAL_CONTENT = new URL('../../../content', import.meta.url).pathname;
let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'demo-'));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

describe('freshFolder', () => {
  it('empties a folder that it made itself', async () => {
    await freshFolder(join(dir, 'out'));
    await writeFiles(join(dir, 'out'), [{ path: 'a/b.md', text: 'x' }]);
    await freshFolder(join(dir, 'out'));
    expect(await readdir(join(dir, 'out'))).toEqual(['.demo-content']);
  });

  it('refuses a folder with files of others and leaves them alone', async () => {
    await writeFile(join(dir, 'mine.md'), 'important');
    await expect(freshFolder(dir)).rejects.toThrow('не пуста');
    expect(await readFile(join(dir, 'mine.md'), 'utf8')).toBe('important');
  });
});

describe('assertApart', () => {
  it.each([
    ['content', 'content/demo'],
    ['content/demo', 'content'],
    ['content', './content'],
  ])('refuses %s and %s', (content, out) => {
    expect(() => {
      assertApart(content, out);
    }).toThrow('одна в другой');
  });

  it('allows neighbours, also with a common beginning', () => {
    expect(() => {
      assertApart('content', 'content-demo');
    }).not.toThrow();
  });
});

describe('writeDemoOverlay', () => {
  it('copies the content and adds one season, twice with the same result', async () => {
    const content = join(dir, 'content');
    await mkdir(join(content, 'vocabulary'), { recursive: true });
    for (const name of ['industries', 'formats', 'okrugs']) {
      const text = await readFile(join(REAL_CONTENT, 'vocabulary', `${name}.yaml`), 'utf8');
      await writeFile(join(content, 'vocabulary', `${name}.yaml`), text);
    }
    await mkdir(join(content, 'enterprises'));
    await writeFile(join(content, 'enterprises', 'mine.md'), 'kept');
    const out = join(dir, 'out');
    expect(await writeDemoOverlay(content, out, '2026-11-23')).toBe('demo-2026-11');
    const first = await readdir(out, { recursive: true });
    await writeDemoOverlay(content, out, '2026-11-23');
    expect(await readdir(out, { recursive: true })).toEqual(first);
    expect(await readFile(join(out, 'enterprises', 'mine.md'), 'utf8')).toBe('kept');
    expect(await readdir(join(out, 'seasons'))).toEqual(['demo-2026-11']);
    expect(await readdir(join(content, 'enterprises'))).toEqual(['mine.md']);
  });
});
