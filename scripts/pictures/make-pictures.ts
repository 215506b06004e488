/** The `pictures` stage of a build: every card that Astro wrote down becomes a file under `og/`. */
import { copyFile, mkdir, readdir, utimes } from 'node:fs/promises';
import path from 'node:path';
import type { SocialCard } from '../../src/seo/social-cards.ts';
import { currentMakings, keys, prune } from './cache.ts';
import { drawAll } from './draw-all.ts';
import { drawingOf } from './drawing.ts';
import type { Job } from './worker.ts';

export type PicturesPlan = {
  /** What is to be drawn. */
  cards: readonly SocialCard[];
  /** The site that gets the pictures. */
  siteDir: string;
  cacheDir: string;
  /** Ends the drawing after the pictures that are under way. */
  signal?: AbortSignal;
  /** Until it comes true one thread draws, however many there are. */
  quiet?: Promise<void>;
};

export type PicturesReport = { pictures: number; drawn: number; dropped: number };

/** A path of the list, as a path inside the site. @throws Error for one that leads out of it. */
function inside(siteDir: string, sitePath: string): string {
  const file = path.join(siteDir, sitePath);
  if (!file.startsWith(path.join(siteDir, 'og') + path.sep))
    throw new Error(`no path of a picture: ${sitePath}`);
  return file;
}

/** Draws what the cache does not have and copies all into the site. @throws Error when a picture fails. */
export async function makePictures({
  cards,
  siteDir,
  cacheDir,
  signal,
  quiet,
}: PicturesPlan): Promise<PicturesReport> {
  await mkdir(cacheDir, { recursive: true });
  const present = new Set(await readdir(cacheDir));
  const keyOf = keys(currentMakings());
  const missing = new Map<string, Job>();
  const used = new Set<string>();
  const copies = cards.map((card) => {
    const name = `${keyOf(card)}.png`;
    const file = path.join(cacheDir, name);
    used.add(name);
    if (!present.has(name) && !missing.has(name)) missing.set(name, { drawing: drawingOf(card), file });
    return { from: file, to: inside(siteDir, card.path) };
  });
  await drawAll([...missing.values()], { signal, quiet });
  const folders = new Set(copies.map(({ to }) => path.dirname(to)));
  await Promise.all([...folders].map((folder) => mkdir(folder, { recursive: true })));
  const now = new Date();
  await Promise.all(
    copies.map(async ({ from, to }) => {
      await copyFile(from, to);
      await utimes(from, now, now);
    }),
  );
  return { pictures: cards.length, drawn: missing.size, dropped: await prune(cacheDir, used) };
}
