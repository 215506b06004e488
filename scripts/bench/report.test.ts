import { expect, it } from 'vitest';
import { cells, median, percentile, table } from './report.ts';

it('takes the middle of the samples', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNaN();
});

it('takes percentiles by rank', () => {
  const samples = Array.from({ length: 100 }, (_, index) => index + 1);
  expect([
    percentile(samples, 0.5),
    percentile(samples, 0.95),
    percentile(samples, 0.99),
    percentile(samples, 1),
  ]).toEqual([50, 95, 99, 100]);
  expect(percentile([7], 0.95)).toBe(7);
});

it('says of a target whether it was kept', () => {
  expect(cells({ name: 'a', samples: [10], unit: 's', target: 12 })[3]).toContain('✓');
  expect(cells({ name: 'a', samples: [13], unit: 's', target: 12 })[3]).toContain('✗');
});

it('names what was skipped', () => {
  const text = table({
    part: 'build',
    rows: [{ name: 'a', samples: [1, 2], unit: 's', ratio: { to: 'bare', value: 1.5 } }],
    skipped: ['hugo: not on the PATH'],
  });
  expect(text).toContain('| a ');
  expect(text).toContain('1.50 × bare');
  expect(text).toContain('skipped: hugo: not on the PATH');
});
