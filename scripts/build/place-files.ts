/** Puts the files of a site into its folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StageError } from './stages.ts';

/** Writes a file of the site; its name is a path below the site's folder. */
export type PlaceFile = (name: string, content: string | Uint8Array) => void;

/**
 * Places files below `dir`, at once and not in turns: a file is small, and a turn takes longer than the writing.
 * @throws StageError for a file that stands already: what `public/` brings is not written over.
 */
export function placeFiles(dir: string): PlaceFile {
  const made = new Set<string>();
  return (name, content) => {
    const file = path.join(dir, name);
    const folder = path.dirname(file);
    if (!made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      made.add(folder);
    }
    try {
      writeFileSync(file, content, { flag: 'wx' });
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
      throw new StageError(
        `${name}: такой файл уже есть, из папки public/ или от другой страницы. Уберите один из двух.`,
      );
    }
  };
}
