import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { refuseForeignFolder, refuseWorkFolder } from './target-folder.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'target-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

it.each(['/', '/srv', '/srv/project', '/srv/project/content'])(
  '%s is refused: it holds the sources',
  async (target) => {
    await expect(refuseForeignFolder(target, ['/srv/project', '/srv/project/content'])).rejects.toThrow(
      /^Настройка OUT_DIR: .*заменяет папку целиком.* Написано: «\/.*Нужно: /,
    );
  },
);

it('a neighbour whose name begins like the project is no part of it', async () => {
  await refuseForeignFolder(`${folder}/project-site`, [`${folder}/project`]);
});

it('the folder in which sites are made is refused with all that lies in it, a neighbour is not', () => {
  const work = '/srv/project/.cache/pages';
  for (const target of [work, `${work}/site`])
    expect(() => {
      refuseWorkFolder(target, work);
    }).toThrow(/^Настройка OUT_DIR: .*очищает её\. Написано: «\/srv.*Нужно: /);
  refuseWorkFolder(`${work}-2`, work);
  refuseWorkFolder('/srv/project/.cache', work);
});

it('a folder with files and no site is refused and named', async () => {
  await writeFile(path.join(folder, 'diploma.docx'), 'the only copy');
  await expect(refuseForeignFolder(folder, [])).rejects.toThrow(/лежит не сайт \(diploma\.docx\)/);
});

it('an earlier site, an empty folder, a mount point and a folder that is not there are fine', async () => {
  await refuseForeignFolder(path.join(folder, 'none'), []);
  await refuseForeignFolder(folder, []);
  await writeFile(path.join(folder, '.gitkeep'), '');
  await mkdir(path.join(folder, 'lost+found'));
  await refuseForeignFolder(folder, []);
  await writeFile(path.join(folder, 'index.html'), 'the last good build');
  await refuseForeignFolder(folder, []);
});
