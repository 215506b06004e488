/**
 * How far apart two words are, in typing errors: Damerau–Levenshtein (optimal string alignment) in which
 * what people really confuse costs less. Bounded: beyond the budget the answer is Infinity, early.
 */

/** A slip of the ear or of the fingers: о for а, a doubled letter, two letters swapped. */
export const SLIP = 0.6;
/** Any other wrong, missing or superfluous letter. */
export const ERROR = 1;

const MAX_LENGTH = 40;

/** Pairs heard or written alike; both ways. */
const ALIKE = 'оа еи еэ йи ыи шщ бп вф гк дт жш зс еа ае ея ия цс сч чщ шч ую уы';

const alike = new Uint8Array(32 * 32);
for (const pair of ALIKE.split(' ')) {
  const [a, b] = [pair.charCodeAt(0) & 31, pair.charCodeAt(1) & 31];
  alike[a * 32 + b] = 1;
  alike[b * 32 + a] = 1;
}

/** How much error a word of this length may carry. */
export function errorBudget(length: number): number {
  if (length < 4) return 0;
  if (length === 4) return SLIP;
  if (length === 5) return ERROR;
  if (length < 8) return 2 * SLIP;
  return length < 12 ? 2 * ERROR : 2 * ERROR + SLIP;
}

// Three rows are enough for swapped neighbours; reused, because this runs thousands of times per key.
let before = new Float64Array(MAX_LENGTH + 1);
let above = new Float64Array(MAX_LENGTH + 1);
let row = new Float64Array(MAX_LENGTH + 1);

/** Cost of turning `a` into `b`, or Infinity when it exceeds `budget`. */
export function distance(a: string, b: string, budget: number): number {
  const [n, m] = [a.length, b.length];
  if (a === b) return 0;
  if (n > MAX_LENGTH || m > MAX_LENGTH || Math.abs(n - m) * SLIP > budget) return Infinity;
  above[0] = 0;
  for (let j = 1; j <= m; j++) above[j] = (above[j - 1] ?? 0) + gap(b, j - 1);
  for (let i = 1; i <= n; i++) {
    const extra = gap(a, i - 1);
    const letter = a.charCodeAt(i - 1);
    let left = (above[0] ?? 0) + extra;
    let least = left;
    row[0] = left;
    for (let j = 1; j <= m; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = (above[j - 1] ?? 0) + substitution(letter, other);
      const dropped = (above[j] ?? 0) + extra;
      const added = left + gap(b, j - 1);
      if (dropped < cost) cost = dropped;
      if (added < cost) cost = added;
      if (i > 1 && j > 1 && letter !== other) {
        const swapped = letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other;
        if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + SLIP);
      }
      row[j] = cost;
      left = cost;
      if (cost < least) least = cost;
    }
    if (least > budget) return Infinity;
    [before, above, row] = [above, row, before];
  }
  const total = above[m] ?? Infinity;
  return total > budget + 1e-9 ? Infinity : total;
}

const FIRST_CYRILLIC = 0x430;
const SOFT_SIGN = 0x44c;
const HARD_SIGN = 0x44a;

function substitution(a: number, b: number): number {
  if (a === b) return 0;
  const both = a >= FIRST_CYRILLIC && b >= FIRST_CYRILLIC;
  return both && alike[(a & 31) * 32 + (b & 31)] === 1 ? SLIP : ERROR;
}

/** A letter too many or too few costs less when it doubles its neighbour, or is a soft or hard sign. */
function gap(word: string, index: number): number {
  const letter = word.charCodeAt(index);
  const doubled = index > 0 && letter === word.charCodeAt(index - 1);
  return doubled || letter === SOFT_SIGN || letter === HARD_SIGN ? SLIP : ERROR;
}

/** One bit per letter of the Russian alphabet; other signs share bits. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) & 31);
  return mask;
}

/** Number of bits set. */
export function bits(mask: number): number {
  let v = mask - ((mask >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
