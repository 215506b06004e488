import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { PRE_PAINT_SCRIPT } from './pre-paint.ts';

type Page = { choice: Record<string, string>; again: () => void };

/** A page whose script before the paint has run; `stored` is what this browser keeps, a function throws. */
function page(stored: { vision?: string } | (() => never)): Page {
  const choice: Record<string, string> = {};
  const global: { onpageshow?: () => void } = {};
  const storage = { get: () => (typeof stored === 'function' ? stored() : stored) };
  Object.defineProperty(global, 'localStorage', storage);
  const document = {
    documentElement: { dataset: choice },
    title: 'Завод',
    currentScript: { dataset: {} },
  };
  // An address with a question waits for no paint.
  runInNewContext(PRE_PAINT_SCRIPT, Object.assign(global, { document, location: { search: '?' } }));
  return { choice, again: () => global.onpageshow?.() };
}

it('puts on the page what the panel keeps', () => {
  expect(page({ vision: '{"size":"200","contrast":"dark"}' }).choice).toEqual({
    size: '200',
    contrast: 'dark',
  });
  expect(page({ vision: '{}' }).choice).toEqual({});
  expect(page({}).choice).toEqual({});
});

it.each(['', 'null', '7', '[]', 'no json', '{"size":7,"contrast":"\\"><b>","other":"x","spacing":null}'])(
  'takes nothing from %s',
  (vision) => {
    expect(page({ vision }).choice).toEqual({});
  },
);

it('takes up what was chosen meanwhile when the page is shown again', () => {
  const stored: { vision?: string } = { vision: '{"size":"200","contrast":"dark"}' };
  const { choice, again } = page(stored);
  stored.vision = '{"size":"150"}';
  again();
  expect(choice).toEqual({ size: '150' });
  delete stored.vision;
  again();
  expect(choice).toEqual({});
});

it('leaves what was chosen on a page where nothing may be kept', () => {
  const { choice, again } = page(() => {
    throw new Error('storage is forbidden');
  });
  choice.size = '200';
  again();
  expect(choice).toEqual({ size: '200' });
});
