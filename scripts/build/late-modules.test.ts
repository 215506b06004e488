import { expect, it } from 'vitest';
import { PRE_PAINT_SCRIPT } from '../../src/components/vision/pre-paint.ts';
import { withLateModules } from './late-modules.ts';

it('modules that come from files wait as data, in their order; whatever stands in the page stays', () => {
  const inline = '<script type="module">a</script><script>b</script><script src="/c.js"></script>';
  expect(
    withLateModules(
      `<script type="module" src="/a.js"></script>${inline}<script type="module" src="/b.js"></script>`,
    ),
  ).toBe(
    `<script type="text/plain" data-src="/a.js"></script>${inline}<script type="text/plain" data-src="/b.js"></script>`,
  );
});

it('what the build writes is what the first script of a page looks for', () => {
  expect(PRE_PAINT_SCRIPT).toContain(`'script[data-src]'`);
});
