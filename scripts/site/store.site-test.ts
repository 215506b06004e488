import { cp, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../build/stages.ts';
import { runBuild } from './run-build.ts';

const PAGES = ['enterprises/mikron', 'enterprises/babaevskiy'];

it('a build takes no path from the store of another content folder that held the same texts', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'store-'));
  try {
    const build = async (contentDir: string): Promise<string[]> => {
      const run = await runBuild({
        CONTENT_DIR: contentDir,
        OUT_DIR: path.join(folder, 'dist'),
        CACHE_DIR: path.join(folder, 'cache'),
        EDIT_URL: 'https://example.ru/edit/',
      });
      expect(run.output).toContain('Готово');
      return Promise.all(
        PAGES.map((page) => readFile(path.join(folder, 'dist', page, 'index.html'), 'utf8')),
      );
    };
    const [first, second] = [path.join(folder, 'first'), path.join(folder, 'second')];
    await cp(path.join(projectRoot, 'content'), first, { recursive: true });
    for (const html of await build(first)) expect(html).toContain('/first/enterprises/');
    await rename(first, second);
    for (const html of await build(second)) {
      expect(html).toContain('/second/enterprises/');
      expect(html).not.toContain('/first/');
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
