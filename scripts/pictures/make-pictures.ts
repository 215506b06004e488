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
  /** Until it comes true one thread draws, however many there are, and none when many pictures are missing. */
  quiet?: Promise<void>;
};

export type PicturesReport = {
  pictures: number;
  drawn: number;
  dropped: number;
  /** What the work took, without the time in which it waited for quiet. */
  milliseconds: number;
};

/** More are not begun before it is quiet: a large site, whose build has no processor to spare meanwhile, nor memory. */
const MANY = 600;

type Copy = { from: string; to: string };

/** A path of the list, as a path inside the site. @throws Error for one that leads out of it. */
function inside(siteDir: string, sitePath: string): string {
  const file = path.join(siteDir, sitePath);
  if (!file.startsWith(path.join(siteDir, 'og') + path.sep))
    throw new Error(`no path of a picture: ${sitePath}`);
  return file;
}

/** Copies all that the cache has into the site, then draws what it has not. @throws Error when a picture fails. */
export async function makePictures({
  cards,
  siteDir,
  cacheDir,
  signal,
  quiet,
}: PicturesPlan): Promise<PicturesReport> {
  const begunAt = performance.now();
  let waited = 0;
  await mkdir(cacheDir, { recursive: true });
  const present = new Set(await readdir(cacheDir));
  const keyOf = keys(currentMakings());
  const missing = new Map<string, Job>();
  const used = new Set<string>();
  const known: Copy[] = [];
  const others: Copy[] = [];
  for (const card of cards) {
    const name = `${keyOf(card)}.png`;
    const file = path.join(cacheDir, name);
    const copy = { from: file, to: inside(siteDir, card.path) };
    used.add(name);
    if (present.has(name)) {
      known.push(copy);
      continue;
    }
    others.push(copy);
    if (!missing.has(name)) missing.set(name, { drawing: drawingOf(card), file });
  }
  await copyAll(known);
  if (missing.size > MANY && quiet !== undefined) {
    const waitsFrom = performance.now();
    await quiet;
    waited = performance.now() - waitsFrom;
  }
  await drawAll([...missing.values()], { signal, quiet });
  await copyAll(others);
  const dropped = await prune(cacheDir, used);
  const milliseconds = Math.round(performance.now() - begunAt - waited);
  return { pictures: cards.length, drawn: missing.size, dropped, milliseconds };
}

/** Copies pictures of the cache, and marks them as asked for now. */
async function copyAll(copies: readonly Copy[]): Promise<void> {
  const folders = new Set(copies.map(({ to }) => path.dirname(to)));
  await Promise.all([...folders].map((folder) => mkdir(folder, { recursive: true })));
  const now = new Date();
  await Promise.all(
    copies.map(async ({ from, to }) => {
      await copyFile(from, to);
      await utimes(from, now, now);
    }),
  );
}
