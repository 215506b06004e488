/** Shares drawings among worker threads. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Job } from './worker.ts';

/** A thread takes about half a second to wake: worth it only for so many pictures. */
const JOBS_PER_THREAD = 12;
const MOST_THREADS = 8;
/** A thread takes so many pictures of the same plates at once: it draws the plates for the first of them only. */
const TOGETHER = 24;

/** A thread needs little of its own; V8 left alone would take three times as much. */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 };

/**
 * Makes all files. One thread begins at once, the others when `quiet` comes true: until then another process needs
 * their processors and their memory.
 * @throws Error naming the first picture that could not be drawn; the signal's reason when that ended the work.
 */
export async function drawAll(
  jobs: readonly Job[],
  { signal, quiet }: { signal?: AbortSignal | undefined; quiet?: Promise<void> | undefined } = {},
): Promise<void> {
  const threads = Math.min(availableParallelism(), MOST_THREADS, Math.ceil(jobs.length / JOBS_PER_THREAD));
  const waiting = batches(jobs).values();
  const first = work(waiting, signal);
  const others = Array.from({ length: threads - 1 }, async () => {
    await Promise.race([quiet, first]);
    await work(waiting, signal);
  });
  await Promise.all([first, ...others]);
}

/** The jobs by what stands at the right of the picture. */
export function batches(jobs: readonly Job[]): Job[][] {
  const byPlates = Map.groupBy(jobs, ({ drawing }) => drawing.plates.join('\0'));
  return [...byPlates.values()].flatMap((alike) =>
    Array.from({ length: Math.ceil(alike.length / TOGETHER) }, (_, index) =>
      alike.slice(index * TOGETHER, (index + 1) * TOGETHER),
    ),
  );
}

async function work(waiting: Iterator<Job[]>, signal: AbortSignal | undefined): Promise<void> {
  // All threads take from one list; who finds it empty need not wake.
  let batch = waiting.next();
  if (batch.done === true) return;
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits: LIMITS });
  try {
    for (; batch.done !== true; batch = waiting.next()) {
      for (const job of batch.value) {
        signal?.throwIfAborted();
        await draw(worker, job);
      }
    }
  } finally {
    await worker.terminate();
  }
}

function draw(worker: Worker, job: Job): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (fault: string | null) => {
      worker.off('error', reject);
      if (fault === null) resolve();
      else reject(new Error(fault));
    });
    worker.postMessage(job);
  });
}
