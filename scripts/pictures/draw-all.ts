/** Shares drawings among worker threads. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Job } from './worker.ts';

/** A thread takes about half a second to wake: worth it only for so many pictures. */
const JOBS_PER_THREAD = 12;
const MOST_THREADS = 8;
/** A thread takes so many pictures of the same plates at once: it draws the plates for the first of them only. */
const TOGETHER = 24;

/**
 * A plate takes sheets of 1.4 MB and gives them back. What draws it asks the system for each anew, and the
 * system clears it page by page, half of the system's time here: memory once taken is kept until the process
 * ends, in large pages where there are any. Read when the library is loaded, on the first thread that draws.
 */
const ALLOCATOR = {
  MIMALLOC_PURGE_DELAY: '-1',
  MIMALLOC_ALLOW_LARGE_OS_PAGES: '1',
  MIMALLOC_RESERVE_OS_MEMORY: '64MiB',
};

/**
 * Makes all files.
 * @throws Error naming the first picture that could not be drawn; the signal's reason when that ended the work.
 */
export async function drawAll(jobs: readonly Job[], signal?: AbortSignal): Promise<void> {
  const threads = Math.min(availableParallelism(), MOST_THREADS, Math.ceil(jobs.length / JOBS_PER_THREAD));
  Object.assign(process.env, { ...ALLOCATOR, ...process.env });
  const waiting = batches(jobs).values();
  await Promise.all(Array.from({ length: threads }, () => work(waiting, signal)));
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

async function work(waiting: Iterable<Job[]>, signal: AbortSignal | undefined): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  try {
    // All threads take from one list.
    for (const batch of waiting) {
      for (const job of batch) {
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
