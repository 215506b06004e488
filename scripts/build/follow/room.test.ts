import { expect, it } from 'vitest';
import { roomOf } from './room.ts';

it('lets in as many as there are places, and the next in their order when some leave', async () => {
  const room = roomOf(2);
  const inside: number[] = [];
  const visits = [1, 2, 3, 4, 5].map(async (visitor) => {
    await room.enter();
    inside.push(visitor);
  });
  await Promise.all(visits.slice(0, 2));
  expect(inside).toEqual([1, 2]);
  room.leave(2);
  await Promise.all(visits.slice(2, 4));
  expect(inside).toEqual([1, 2, 3, 4]);
  room.leave(3);
  await visits[4];
  // Two are left free: nobody waited for them.
  await Promise.all([room.enter(), room.enter()]);
  expect(inside).toEqual([1, 2, 3, 4, 5]);
});
