/** Shares drawings among worker threads. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Job } from './worker.ts';

/** A thread takes about half a second to wake: worth it only for so many pictures. */
const JOBS_PER_THREAD = 12;
const MOST_THREADS = 8;

/**
 * A picture takes sheets of 3 MB and gives them back. What draws it asks the system for each anew, and the
 * system clears it page by page, a fourth of all the time: memory once taken is kept until the process ends,
 * in large pages where there are any. Read when the library is loaded, on the first thread that draws.
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
  const waiting = jobs.values();
  await Promise.all(Array.from({ length: threads }, () => work(waiting, signal)));
}

async function work(waiting: Iterator<Job>, signal: AbortSignal | undefined): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  try {
    for (let next = waiting.next(); next.done !== true; next = waiting.next()) {
      signal?.throwIfAborted();
      const job = next.value;
      await new Promise<void>((resolve, reject) => {
        const failed = (error: Error): void => {
          reject(error);
        };
        worker.once('error', failed);
        worker.once('message', (fault: string | null) => {
          worker.off('error', failed);
          if (fault === null) resolve();
          else reject(new Error(fault));
        });
        worker.postMessage(job);
      });
    }
  } finally {
    await worker.terminate();
  }
}
