/** A repeatable source of choices: the same seed draws the same plate on every machine, for ever. */
export type Random = {
  /** A number from `min` (inclusive) to `max` (exclusive). */
  real(min: number, max: number): number;
  /** A whole number, both bounds inclusive. */
  whole(min: number, max: number): number;
  /** One of the values. @throws RangeError when there is none. */
  pick<Value>(values: readonly Value[]): Value;
  /** True in about `share` of cases, 0 to 1. */
  chance(share: number): boolean;
};

/** FNV-1a over UTF-16 code units, 32 bits: spreads neighbouring seeds far apart. */
export function hashOf(seed: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) {
    value = Math.imul(value ^ seed.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** Mulberry32, seeded by a text such as an entry's id. */
export function randomFrom(seed: string): Random {
  let state = hashOf(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    real: (min, max) => min + next() * (max - min),
    whole,
    pick: (values) => {
      const index = whole(0, values.length - 1);
      for (const [at, value] of values.entries()) if (at === index) return value;
      throw new RangeError('nothing to pick from');
    },
    chance: (share) => next() < share,
  };
}
