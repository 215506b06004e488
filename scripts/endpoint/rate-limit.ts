/** Token buckets: a burst at once, then a steady rate; per address and for all together. */
import type { Instant } from '../../src/time/moscow.ts';
import { MINUTE } from '../../src/time/moscow.ts';

export type RateLimits = {
  perAddressBurst: number;
  perAddressPerMinute: number;
  globalBurst: number;
  globalPerMinute: number;
};

type Bucket = { tokens: number; at: Instant };
/** Full buckets are forgotten when so many addresses are known: nothing about visitors piles up. */
const MAX_ADDRESSES = 20_000;

/** Homes and offices hold a whole IPv6 /64, so it counts as one address. */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const left = head.split(':').filter((part) => part !== '');
  const right = tail === undefined ? [] : tail.split(':').filter((part) => part !== '');
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const groups = tail === undefined ? left : [...left, ...zeros, ...right];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

export class RateLimiter {
  readonly #limits: RateLimits;
  readonly #addresses = new Map<string, Bucket>();
  #all: Bucket;

  constructor(limits: RateLimits, now: Instant) {
    this.#limits = limits;
    this.#all = { tokens: limits.globalBurst, at: now };
  }

  /** Takes one token of both buckets; returns 0, or after how many seconds to come again. */
  take(address: string, now: Instant): number {
    const { perAddressBurst, perAddressPerMinute, globalBurst, globalPerMinute } = this.#limits;
    const key = addressKey(address);
    const own = refilled(
      this.#addresses.get(key) ?? { tokens: perAddressBurst, at: now },
      now,
      perAddressPerMinute,
      perAddressBurst,
    );
    const all = refilled(this.#all, now, globalPerMinute, globalBurst);
    this.#all = all;
    this.#remember(key, own, now);
    const wait = Math.max(
      secondsUntilToken(own, perAddressPerMinute),
      secondsUntilToken(all, globalPerMinute),
    );
    if (wait > 0) return wait;
    own.tokens -= 1;
    all.tokens -= 1;
    return 0;
  }

  #remember(key: string, bucket: Bucket, now: Instant): void {
    this.#addresses.set(key, bucket);
    if (this.#addresses.size <= MAX_ADDRESSES) return;
    const { perAddressBurst, perAddressPerMinute } = this.#limits;
    for (const [known, old] of this.#addresses) {
      const full = refilled(old, now, perAddressPerMinute, perAddressBurst).tokens >= perAddressBurst;
      if (full && known !== key) this.#addresses.delete(known);
    }
    // Still too many: the oldest go. Whoever attacks from so many addresses meets the common bucket.
    for (const known of this.#addresses.keys()) {
      if (this.#addresses.size <= MAX_ADDRESSES) break;
      if (known !== key) this.#addresses.delete(known);
    }
  }
}

function refilled(bucket: Bucket, now: Instant, perMinute: number, burst: number): Bucket {
  // A clock set back must not empty a bucket.
  const passed = Math.max(0, now - bucket.at);
  return { tokens: Math.min(burst, bucket.tokens + (passed * perMinute) / MINUTE), at: now };
}

function secondsUntilToken(bucket: Bucket, perMinute: number): number {
  return bucket.tokens >= 1 ? 0 : Math.max(1, Math.ceil(((1 - bucket.tokens) * 60) / perMinute));
}
