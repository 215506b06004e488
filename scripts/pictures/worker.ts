/** Draws pictures on a thread of its own: takes a drawing and a file, answers when the file is whole. */
import { rename, writeFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import type { Drawing } from './drawing.ts';
import { renderCard } from './render.ts';

export type Job = { drawing: Drawing; file: string };

const port = parentPort;
if (port === null) throw new Error('worker.ts runs on a worker thread only');
port.on('message', ({ drawing, file }: Job) => {
  draw(drawing, file).then(
    () => {
      port.postMessage(null);
    },
    (error: unknown) => {
      port.postMessage(`${drawing.card.path}: ${error instanceof Error ? error.message : String(error)}`);
    },
  );
});

/** Written aside and renamed: a build that is killed leaves no half picture in the cache. */
async function draw(drawing: Drawing, file: string): Promise<void> {
  const aside = `${file}.${process.pid}.part`;
  await writeFile(aside, renderCard(drawing));
  await rename(aside, file);
}
