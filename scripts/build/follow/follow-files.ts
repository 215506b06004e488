/** Takes up the files of a site one after another while they are being written. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { StageError } from '../stages.ts';

export type Follower = {
  /** A file will stand soon. Files are taken in the order of these calls. */
  expect: (name: string) => void;
  /** It will not. */
  forget: (name: string) => void;
  /** The writer has ended: waits until all is taken. @throws what a file was refused with; StageError for one that is not there. */
  end: () => Promise<void>;
  /** The work has failed elsewhere: takes no more, and waits for the file in hand. */
  stop: () => Promise<void>;
};

export type Following = {
  dir: string;
  /** Whether the text is a whole file of this name; not asked once the writer has ended. */
  isWhole: (name: string, text: string) => boolean;
  /** Takes a whole file. */
  take: (name: string, text: string) => Promise<void>;
};

/** Read at once and not in turns: a page is small, and a turn takes longer than the reading. */
function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Follows a writer that tells of its files as it begins with them. A file that is not whole yet is looked at again
 * when the next one is told of: nothing is asked for by the clock.
 */
export function followFiles({ dir, isWhole, take }: Following): Follower {
  const expected: string[] = [];
  const forgotten = new Set<string>();
  let place = 0;
  let fault: { reason: unknown } | undefined;
  let running: Promise<void> | undefined;
  let ended = false;
  /** Something was told since the last look. */
  let news = false;
  let stopped = false;

  const run = async (): Promise<void> => {
    for (let name = expected[place]; name !== undefined && !stopped; name = expected[place]) {
      if (!forgotten.has(name)) {
        const text = read(path.join(dir, name));
        if (text === null && ended) throw new StageError(`${name}: файл начат, но в папке сайта его нет.`);
        if (text === null || (!ended && !isWhole(name, text))) return;
        await take(name, text);
        // What the writer tells meanwhile is heard between two files.
        await setImmediate();
      }
      place++;
    }
  };
  const looking = async (): Promise<void> => {
    while (news) {
      news = false;
      await run();
    }
  };
  const go = (): void => {
    news = true;
    if (running !== undefined || fault !== undefined || stopped) return;
    running = looking()
      .catch((reason: unknown) => {
        fault = { reason };
      })
      .finally(() => {
        running = undefined;
      });
  };
  return {
    expect: (name) => {
      expected.push(name);
      go();
    },
    forget: (name) => {
      forgotten.add(name);
      go();
    },
    end: async () => {
      await running;
      ended = true;
      go();
      await running;
      if (fault !== undefined) throw fault.reason;
    },
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}
