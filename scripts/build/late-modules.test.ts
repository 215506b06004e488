import { expect, it } from 'vitest';
import { withLateModules } from './late-modules.ts';

it('the first module comes by itself, after letters and pictures; others wait as data; what stands in the page stays', () => {
  const inline = '<script type="module">a</script><script>b</script><script src="/c.js"></script>';
  expect(
    withLateModules(
      `<script type="module" src="/start.js"></script>${inline}<script type="module" src="/a.js"></script>` +
        '<script type="module" src="/b.js"></script>',
    ),
  ).toBe(
    `<script type="module" src="/start.js" fetchpriority="low"></script>${inline}` +
      '<script type="text/plain" data-src="/a.js"></script><script type="text/plain" data-src="/b.js"></script>',
  );
});
