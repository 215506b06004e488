import { describe, expect, it } from 'vitest';
import { addressKey, RateLimiter } from './rate-limit.ts';

const LIMITS = { perAddressBurst: 2, perAddressPerMinute: 60, globalBurst: 3, globalPerMinute: 60 };

describe('rate limits', () => {
  it('give a burst, then a rate, per address and for all', () => {
    const limiter = new RateLimiter(LIMITS, 0);
    expect([limiter.take('a', 0), limiter.take('a', 0), limiter.take('a', 0)]).toEqual([0, 0, 1]);
    expect([limiter.take('b', 0), limiter.take('b', 0)]).toEqual([0, 1]);
    expect(limiter.take('b', 1000)).toBe(0);
  });

  it('are not emptied by a clock that is set back', () => {
    const limiter = new RateLimiter(LIMITS, 10_000);
    expect([limiter.take('a', 10_000), limiter.take('a', 0)]).toEqual([0, 0]);
  });

  it('do not grow with the number of addresses', () => {
    const limiter = new RateLimiter({ ...LIMITS, globalBurst: 1_000_000 }, 0);
    for (let index = 0; index < 50_000; index += 1) expect(limiter.take(`10.${index}`, 0)).toBe(0);
    expect(limiter.take('10.49999', 0)).toBe(0);
    expect(limiter.take('10.49999', 0)).toBe(1);
  });

  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['2001:db8::1', '2001:0db8:0000:0000:1::', true],
    ['::ffff:198.51.100.7', '198.51.100.7', true],
    ['198.51.100.7', '198.51.100.8', false],
  ])('%s and %s are one visitor: %s', (a, b, same) => {
    expect(addressKey(a) === addressKey(b)).toBe(same);
  });
});
