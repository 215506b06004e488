/** Takes each file that Astro hands over into the site: as it was made now, or as the build before left it. */
import { setImmediate as breath } from 'node:timers/promises';
import type { PageFinisher } from '../finish-pages.ts';
import type { MadeFile } from '../follow/messages.ts';
import { textOf } from '../follow/messages.ts';
import type { SiteFolder } from '../place-files.ts';
import { StageError } from '../stages.ts';
import type { KeptFiles } from './kept-files.ts';
import type { FinishedPage } from './packed-page.ts';
import { unpackPage } from './packed-page.ts';

/** So many pages at most are placed ahead: each stays in memory until its turn. */
const AHEAD = 1000;

/** A picture that Astro makes for the page that names it: a page that is not made again would leave it out. */
const MADE_PICTURE = /\/_astro\/[^"'\s]+\.(?:avif|webp|png|jpe?g|gif|svg)/;

export type FileTaker = {
  /** @throws StageError when the file cannot be finished or placed, or is not the one that was kept. */
  take: (name: string, file: MadeFile) => Promise<void>;
  /** Places what is kept and likely to be so again, until `stop` or the first file is taken. */
  placeAhead: (stop: AbortSignal) => Promise<void>;
  /** So many files were taken over from the build before. */
  kept: () => number;
};

export type Taking = { store: Promise<KeptFiles>; folder: SiteFolder; finisher: PageFinisher };

export function fileTaker({ store, folder, finisher }: Taking): FileTaker {
  const ahead = new Map<string, FinishedPage>();
  let taken = 0;
  let kept = 0;

  const pageOf = (files: KeptFiles, name: string): FinishedPage => {
    const page = ahead.get(name) ?? unpackPage(files.read(name), finisher.pool);
    ahead.delete(name);
    return page;
  };
  const takeOver = (files: KeptFiles, name: string): Promise<void> => {
    kept++;
    files.keep(name);
    const stands = folder.keep(name);
    if (name.endsWith('.html')) {
      const page = pageOf(files, name);
      return stands ? finisher.know(name, page) : finisher.place(name, page);
    }
    if (!stands) folder.place(name, files.read(name));
    return Promise.resolve();
  };
  return {
    take: async (name, { body, from, again }) => {
      taken++;
      const files = await store;
      if (body === null) return takeOver(files, name);
      ahead.delete(name);
      if (!name.endsWith('.html')) {
        const bytes = typeof body === 'string' ? Buffer.from(body) : body;
        if (again) sameAgain(name, bytes, files.read(name));
        if (from !== null) files.put(name, from, bytes);
        folder.place(name, bytes);
        return;
      }
      const page = await finisher.finish(name, textOf(body));
      const madeFrom = MADE_PICTURE.test(page.markup) ? null : from;
      if (again) sameAgain(name, page.packed, files.read(name));
      if (madeFrom !== null) files.put(name, madeFrom, page.packed);
      await finisher.place(name, page);
    },
    placeAhead: async (stop) => {
      const files = await store;
      if (files.known.check) return;
      for (const name of files.known.files.keys()) {
        if (stop.aborted || taken > 0 || ahead.size === AHEAD) return;
        const bytes = files.read(name);
        if (name.endsWith('.html')) {
          const page = unpackPage(bytes, finisher.pool);
          ahead.set(name, page);
          folder.placeAhead(name, page.bytes);
        } else folder.placeAhead(name, bytes);
        // Astro is heard between two files.
        await breath();
      }
    },
    kept: () => kept,
  };
}

/** @throws StageError for a file that was taken for the same and is not. */
function sameAgain(name: string, made: Uint8Array, kept: Uint8Array): void {
  if (Buffer.compare(made, kept) === 0) return;
  throw new StageError(
    `${name}: страница из запаса прежней сборки не та, что получается заново. Сообщите разработчикам; чтобы собрать сайт без запаса: KEPT_PAGES=off.`,
  );
}
