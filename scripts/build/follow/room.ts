/** Lets only so many go ahead at a time; the others wait for one to come back, in the order they came. */

export type Room = {
  /** Comes true when there is a place, and takes it. */
  enter: () => Promise<void>;
  /** So many places are free again. */
  leave: (places: number) => void;
};

/** A room of so many places. */
export function roomOf(places: number): Room {
  const waiting: (() => void)[] = [];
  let free = places;
  return {
    enter: () => {
      if (free === 0) return new Promise((resolve) => waiting.push(resolve));
      free--;
      return Promise.resolve();
    },
    leave: (left) => {
      free += left;
      while (free > 0) {
        const next = waiting.shift();
        if (next === undefined) return;
        free--;
        next();
      }
    },
  };
}
