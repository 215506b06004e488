import { expect, it } from 'vitest';
import { Ledger } from '../../../src/reads/ledger.ts';
import type { Known } from './made-from.ts';
import { keeping, renumber } from './still-true.ts';

const known: Known = {
  keys: ['content:a', 'content:b', 'content:gone', 'other:x'],
  digests: ['a', 'b', 'gone', null],
  files: new Map(
    Object.entries({ a: [0], both: [0, 1], gone: [0, 2], unknown: [3], none: [] }).map(([name, reads]) => [
      name,
      { key: 'key', reads: Int32Array.from(reads) },
    ]),
  ),
  check: false,
};

/** A build in which the readings give this. */
async function ledgerOf(gives: Readonly<Record<string, string>>): Promise<Ledger> {
  const ledger = new Ledger();
  ledger.answers('content', () => Promise.resolve((name) => gives[name] ?? null));
  renumber(known, ledger);
  await ledger.ready();
  return ledger;
}

it('holds a file for the same as long as everything that it read gives the same', async () => {
  const { stillTrue } = keeping(known, await ledgerOf({ a: 'a', b: 'otherwise' }));
  expect(
    ['a', 'both', 'gone', 'unknown', 'none', 'new'].filter((name) => stillTrue(name, 'key') !== null),
  ).toEqual(['a', 'none']);
  expect(stillTrue('a', 'other props')).toBeNull();
});

it('numbers new readings after those of the build before', async () => {
  const ledger = await ledgerOf({ a: 'a', b: 'b', c: 'c' });
  const { madeFrom, readings } = keeping(known, ledger);
  const id = ledger.idOf('content', 'c');
  expect(id).toBe(known.keys.length);
  expect(madeFrom('key', [0, id])).toEqual({ key: 'key', reads: Int32Array.of(0, id) });
  expect(readings()).toEqual({ keys: [...known.keys, 'content:c'], digests: ['a', 'b', null, null, 'c'] });
});

it('does not keep a file that read what nobody can answer for', async () => {
  const ledger = await ledgerOf({ a: 'a' });
  expect(keeping(known, ledger).madeFrom('key', [0, ledger.idOf('changes', '')])).toBeNull();
});

it('refuses a ledger that has given numbers of its own', () => {
  const ledger = new Ledger();
  ledger.idOf('content', 'first');
  expect(() => {
    renumber(known, ledger);
  }).toThrow('written in already');
});
