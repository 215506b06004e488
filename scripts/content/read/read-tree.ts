/** Reads all files of a content root, many at a time. */
import { readFile } from 'node:fs/promises';
import { findFiles } from './find-files.ts';
import type { RawFile } from './entry.ts';

const AT_ONCE = 64;

/** Every file with its bytes, sorted by path; symlinks are listed without bytes. @throws the file system's error. */
export async function readTree(root: string): Promise<RawFile[]> {
  const found = await findFiles(root);
  const files = new Array<RawFile>(found.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < found.length; index = next++) {
      const file = found[index];
      if (file === undefined) return;
      files[index] =
        file.kind === 'symlink'
          ? { path: file.path, bytes: new Uint8Array(), symlink: true }
          : { path: file.path, bytes: await readFile(file.absolute) };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return files;
}
