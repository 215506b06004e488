/** What a browser told, kept in its order: whoever waits for something looks back first, so that nothing is missed. */
import type { Told } from './bare-browser.ts';

export type ToldRecord = {
  add: (one: Told) => void;
  /** A place in the record: what is told from now on. */
  now: () => number;
  /** The first that fits, from a place in the record on. @throws Error that names it when it does not come in time */
  until: (what: string, from: number, fits: (one: Told) => boolean) => Promise<Told>;
};

/** @param limitMs how long to wait for one thing, milliseconds */
export function startRecord(limitMs: number): ToldRecord {
  const told: Told[] = [];
  const listeners = new Set<() => void>();
  return {
    add: (one) => {
      told.push(one);
      for (const listener of listeners) listener();
    },
    now: () => told.length,
    until: (what, from, fits) =>
      new Promise((resolve, reject) => {
        const stop = (): void => {
          clearTimeout(timer);
          listeners.delete(look);
        };
        const look = (): void => {
          const found = told.slice(from).find(fits);
          if (found === undefined) return;
          stop();
          resolve(found);
        };
        const timer = setTimeout(() => {
          stop();
          reject(new Error(`The browser did not tell of: ${what}.`));
        }, limitMs);
        listeners.add(look);
        look();
      }),
  };
}
