import { expect, it } from 'vitest';
import { startRecord } from './told.ts';

const paint = { method: 'paint', params: {} };
const other = { method: 'other', params: {} };
const isPaint = ({ method }: { method: string }): boolean => method === 'paint';

it('finds what was told before it was waited for', async () => {
  const record = startRecord(1000);
  record.add(other);
  record.add(paint);
  expect(await record.until('paint', 0, isPaint)).toBe(paint);
});

it('waits for what has not been told since', async () => {
  const record = startRecord(1000);
  record.add(paint);
  const later = record.until('paint', record.now(), isPaint);
  const second = { ...paint };
  record.add(other);
  record.add(second);
  expect(await later).toBe(second);
});

it('names what did not come', async () => {
  const record = startRecord(1);
  record.add(other);
  await expect(record.until('the first paint', 0, isPaint)).rejects.toThrow('the first paint');
});
