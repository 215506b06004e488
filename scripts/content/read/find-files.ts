/** Finds every file under the content root, following no symlink. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

export type FoundFile = {
  /** Path inside the content root, with `/`, spelt as the disk spells it. */
  path: string;
  absolute: string;
  kind: 'file' | 'symlink';
};

/**
 * All files, sorted by path. Names that begin with a dot are left out (editors' and systems' own files);
 * symlinks are listed and never followed.
 * @throws the file system's error when the root cannot be read.
 */
export async function findFiles(root: string): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const visit = async (folder: string): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    await Promise.all(
      entries.map(async (entry) => {
        if (entry.name.startsWith('.')) return;
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) await visit(path);
        else {
          const kind = entry.isSymbolicLink() ? 'symlink' : 'file';
          found.push({ path, absolute: join(root, path), kind });
        }
      }),
    );
  };
  await visit('');
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}
