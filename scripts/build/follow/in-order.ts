/** Files that are made side by side are taken one after another, in the order in which they were begun. */
import { setImmediate } from 'node:timers/promises';
import { StageError } from '../stages.ts';

export type Line<T> = {
  /** A file is being made. Files are taken in the order of these calls. */
  begun: (name: string) => void;
  /** It is made, whatever else still is; `taken` is called when it is done with. */
  made: (name: string, file: T, taken: () => void) => void;
  /** It will not come; `taken` is called when its turn is over. */
  none: (name: string, taken: () => void) => void;
  /** The maker has ended: waits until all is taken. @throws what a file was refused with; StageError for one that did not come. */
  end: () => Promise<void>;
  /** The work has failed elsewhere: takes no more, and waits for the file in hand. */
  stop: () => Promise<void>;
};

export type Taking<T> = {
  take: (name: string, file: T) => Promise<void>;
  /** A file was refused: nothing more will be taken. */
  onFault: (reason: unknown) => void;
};

/** A line of files; what came before its turn waits. */
export function inOrder<T extends object>({ take, onFault }: Taking<T>): Line<T> {
  const names: string[] = [];
  const here = new Map<string, { file: T | null; taken: () => void }>();
  let place = 0;
  let fault: { reason: unknown } | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;

  const run = async (): Promise<void> => {
    for (let name = names[place]; name !== undefined && !stopped; name = names[place]) {
      const next = here.get(name);
      if (next === undefined) return;
      here.delete(name);
      place++;
      if (next.file !== null) await take(name, next.file);
      next.taken();
      // What the maker tells meanwhile is heard between two files.
      await setImmediate();
    }
  };
  const go = (): void => {
    if (running !== undefined || fault !== undefined || stopped) return;
    running = run()
      .catch((reason: unknown) => {
        fault = { reason };
        onFault(reason);
      })
      .finally(() => {
        running = undefined;
        if (isNextHere()) go();
      });
  };
  const isNextHere = (): boolean => {
    const next = names[place];
    return next !== undefined && here.has(next);
  };

  const came = (name: string, file: T | null, taken: () => void): void => {
    here.set(name, { file, taken });
    if (isNextHere()) go();
  };
  return {
    begun: (name) => {
      names.push(name);
    },
    made: came,
    none: (name, taken) => {
      came(name, null, taken);
    },
    end: async () => {
      while (running !== undefined) await running;
      if (fault !== undefined) throw fault.reason;
      const name = names[place];
      if (name !== undefined) throw new StageError(`${name}: Astro начал этот файл и не сделал его.`);
    },
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}
