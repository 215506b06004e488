import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Ledger } from './ledger.ts';

const names = (ledger: Ledger, reads: readonly number[]): (string | undefined)[] =>
  reads.map((id) => ledger.keys[id]);

it('tells what each of two pages read that are made side by side, each reading once', async () => {
  const ledger = new Ledger();
  const page = async (name: string): Promise<void> => {
    ledger.note('content', name);
    await setImmediate();
    ledger.note('content', 'both');
    await setImmediate();
    ledger.note('content', name);
  };
  const [a, b] = await Promise.all([ledger.record(() => page('a')), ledger.record(() => page('b'))]);
  expect(names(ledger, a.reads)).toEqual(['content:a', 'content:both']);
  expect(names(ledger, b.reads)).toEqual(['content:b', 'content:both']);
});

it('counts for no page what is read aside, or between pages', async () => {
  const ledger = new Ledger();
  ledger.note('content', 'before');
  const { reads, value } = await ledger.record(() => {
    ledger.note('content', 'a');
    return ledger.aside(async () => {
      await setImmediate();
      ledger.note('content', 'aside');
      return 'found';
    });
  });
  expect(value).toBe('found');
  expect(names(ledger, reads)).toEqual(['content:a']);
});

it('asks for what a reading gives once, and knows nothing of a kind to which nobody answers', async () => {
  const ledger = new Ledger();
  let asked = 0;
  ledger.answers('content', () =>
    Promise.resolve((name) => {
      asked++;
      return name === 'gone' ? null : `digest of ${name}`;
    }),
  );
  await ledger.ready();
  const id = ledger.idOf('content', 'a:b');
  expect([ledger.digestOf(id), ledger.digestOf(id)]).toEqual(['digest of a:b', 'digest of a:b']);
  expect(asked).toBe(1);
  expect(ledger.idOfKey('content:a:b')).toBe(id);
  expect(ledger.digestOf(ledger.idOf('content', 'gone'))).toBeNull();
  expect(ledger.digestOf(ledger.idOf('other', 'a'))).toBeNull();
});
