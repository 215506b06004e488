/** Puts the files of a site into its folder. */
import { mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StageError } from './stages.ts';

/** Writes a file of the site; its name is a path below the site's folder. */
export type PlaceFile = (name: string, content: string | Uint8Array) => void;

export type SiteFolder = {
  /** @throws StageError for a file that stands already: what `public/` brings is not written over. */
  place: PlaceFile;
  /** Places a file that is likely to come out like this; it counts only when it has been kept. */
  placeAhead: PlaceFile;
  /** True when the file was placed ahead and has not been placed anew since: it stays. */
  keep: (name: string) => boolean;
  /** Removes the files that were placed ahead and neither kept nor placed anew, and folders that held nothing else. */
  dropAhead: () => void;
};

/** The folder of a site, in which files are placed at once and not in turns: a file is small, and a turn takes longer. */
export function siteFolder(dir: string): SiteFolder {
  const folders = new Set<string>();
  const ahead = new Set<string>();
  const write = (name: string, content: string | Uint8Array, flag: 'w' | 'wx'): void => {
    const file = path.join(dir, name);
    const folder = path.dirname(file);
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      folders.add(folder);
    }
    try {
      writeFileSync(file, content, { flag });
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
      throw new StageError(
        `${name}: такой файл уже есть, из папки public/ или от другой страницы. Уберите один из двух.`,
      );
    }
  };
  return {
    place: (name, content) => {
      write(name, content, ahead.delete(name) ? 'w' : 'wx');
    },
    placeAhead: (name, content) => {
      write(name, content, 'wx');
      ahead.add(name);
    },
    keep: (name) => ahead.delete(name),
    dropAhead: () => {
      for (const name of ahead) {
        rmSync(path.join(dir, name));
        removeEmpty(path.dirname(path.join(dir, name)), dir);
      }
      ahead.clear();
    },
  };
}

/** Removes a folder and those above it, up to `top`, as long as they are empty. */
function removeEmpty(folder: string, top: string): void {
  for (let at = folder; at.startsWith(top + path.sep); at = path.dirname(at)) {
    try {
      rmdirSync(at);
    } catch (error) {
      // Something else stands in it.
      if (error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY') return;
      throw error;
    }
  }
}
