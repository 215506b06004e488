import { expect, it } from 'vitest';
import { StageError } from '../stages.ts';
import type { Known } from '../kept/made-from.ts';
import { NOTHING } from '../kept/made-from.ts';
import { FAKE, file, run, toTheEnd, UNHEARD } from './following.testing.ts';
import { UNDER_WAY } from './messages.ts';
import { startAstro } from './run-astro.ts';

it('gets the style sheets of pages before any page, and not those that have an address', async () => {
  const sheets: string[][] = [];
  const { log, ended } = run([file('/')], {
    onSheets: (given) => {
      expect(log).toEqual([]);
      sheets.push([...given]);
    },
  });
  await ended;
  expect(sheets).toEqual([['.a{top:0}']]);
});

it('gets every file with its text, and hears of what is none', async () => {
  const { log, ended } = run([
    file('/', { text: 'Завод' }),
    file('/404/', { status: 404 }),
    file('/moved/', { status: 301 }),
    file('/empty.txt', { text: null }),
  ]);
  await ended;
  expect(log.filter((line) => line.startsWith('begun'))).toEqual([
    'begun index.html',
    'begun 404.html',
    'begun moved/index.html',
    'begun empty.txt',
  ]);
  expect(log.filter((line) => !line.startsWith('begun')).sort()).toEqual([
    '404.html: text of /404/',
    'index.html: Завод',
    'none empty.txt',
    'none moved/index.html',
  ]);
});

it('hears of pages of visits last, whenever Astro would make them', async () => {
  const visits = ['/seasons/2026-09/a/2026-09-15-1030/', '/seasons/2026-09/b/2026-09-16-1030/'];
  const [first = '', second = ''] = visits;
  const { log, ended } = run([first, '/seasons/2026-09/a/', second, '/'].map((name) => file(name)));
  await ended;
  expect(log.filter((line) => line.startsWith('begun'))).toEqual(
    ['/seasons/2026-09/a/', '/', ...visits].map((name) => `begun ${name.slice(1)}index.html`),
  );
});

it('goes on when the first of a thousand files is ready only after as many others as may be under way', async () => {
  const first = file('/first/', { after: UNDER_WAY - 1 });
  const others = Array.from({ length: 1000 }, (_, i) => file(`/p${String(i)}/`));
  const names: string[] = [];
  const waiting = new Map<string, () => void>();
  let next = 0;
  // As the build does: nothing is taken before what was begun before it.
  const take = (): void => {
    for (let taken = waiting.get(names[next] ?? ''); taken; taken = waiting.get(names[next] ?? '')) {
      next++;
      taken();
    }
  };
  await toTheEnd(
    [first, ...others],
    {},
    {
      ...UNHEARD,
      onBegun: (name) => names.push(name),
      onMade: (name, _, taken) => {
        waiting.set(name, taken);
        take();
      },
    },
  );
  expect(next).toBe(1001);
});

it('makes no more than may be under way while nothing is taken', async () => {
  const stop = new AbortController();
  const files = Array.from({ length: UNDER_WAY + 50 }, (_, i) => file(`/p${String(i)}/`));
  const { log, ended } = run(files, { holds: true, signal: stop.signal });
  const made = (): number => log.filter((line) => !line.startsWith('begun')).length;
  await expect.poll(made, { timeout: 30_000 }).toBe(UNDER_WAY);
  stop.abort(new Error('given up'));
  await expect(ended).rejects.toThrow('given up');
  expect(made()).toBe(UNDER_WAY);
});

it('makes no more of those files than may be under way while nothing is taken, and all when they are', async () => {
  const files = Array.from({ length: UNDER_WAY * 2 + 7 }, (_, i) =>
    file(`p${String(i)}.ics`, { plain: true }),
  );
  const all = run(files);
  await all.ended;
  expect(all.log).toHaveLength(files.length * 2);
  const stop = new AbortController();
  const held = run(files, { holds: true, signal: stop.signal });
  await expect.poll(() => held.log.length, { timeout: 30_000 }).toBe(UNDER_WAY * 2);
  stop.abort(new Error('given up'));
  await expect(held.ended).rejects.toThrow('given up');
  expect(held.log).toHaveLength(UNDER_WAY * 2);
});

it('makes nothing of content that was refused, and throws what it was refused with', async () => {
  const { log, ended } = run([file('/')], { mayGo: Promise.reject(new Error('bad content')) });
  await expect(ended).rejects.toThrow('bad content');
  expect(log).toEqual([]);
});

it('waits for the word that the content is good', async () => {
  let go: (known: Known) => void = () => undefined;
  const mayGo = new Promise<Known>((resolve) => (go = resolve));
  const { log, ended } = run([file('/')], { mayGo });
  expect(log).toEqual([]);
  go(NOTHING);
  await ended;
  expect(log).toHaveLength(2);
});

it('tells in its own words why Astro failed', async () => {
  const { ended } = run([file('/')], { env: { FAILS: 'the template is broken' } });
  await expect(ended).rejects.toThrow(StageError);
  await expect(ended).rejects.toThrow('the template is broken');
});

it('tells of a failure after the last file was handed over', async () => {
  const astro = startAstro({ ...process.env, FILES: '[]', FAILS: 'too late' }, [process.execPath, FAKE]);
  const { ended } = await astro.follow(UNHEARD);
  await expect(ended).rejects.toThrow('too late');
});

it('is ended by whoever started it and does not follow it', async () => {
  const astro = startAstro({ ...process.env, FILES: '[]' }, [process.execPath, FAKE]);
  await astro.end();
  await astro.end();
});
