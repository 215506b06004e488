/** A repeatable source of choices: the same seed gives the same entries on every machine, for ever. */
export type Random = {
  /** A number from 0 (inclusive) to 1 (exclusive). */
  next(): number;
  /** A whole number, both bounds inclusive. */
  between(min: number, max: number): number;
  /** One of the values. @throws RangeError when there is none. */
  pick<Value>(values: readonly Value[]): Value;
  /** True in about `share` of cases, 0 to 1. */
  chance(share: number): boolean;
};

/** FNV-1a over UTF-16 code units: spreads neighbouring seeds far apart. */
function hash(seed: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) {
    value = Math.imul(value ^ seed.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** Mulberry32, seeded by a text such as an entry's id. */
export function randomFrom(seed: string): Random {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (min, max) => min + Math.floor(next() * (max - min + 1)),
    pick: (values) => {
      const [value] = values.slice(Math.floor(next() * values.length));
      if (values.length === 0) throw new RangeError('nothing to pick from');
      return value as (typeof values)[number];
    },
    chance: (share) => next() < share,
  };
}
