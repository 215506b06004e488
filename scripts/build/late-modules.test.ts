import { expect, it } from 'vitest';
import { withLateModules } from './late-modules.ts';

const INLINE = '<script type="module">a</script><script>b</script><script src="/c.js"></script>';
const MODULES =
  `<script type="module" src="/start.js"></script>${INLINE}<script type="module" src="/a.js"></script>` +
  '<script type="module" src="/b.js"></script>';

it('the first module is named to the script that brings it; others wait as data; what stands in the page stays', () => {
  expect(withLateModules(`<script data-first>0</script>${MODULES}`)).toBe(
    `<script data-src="/start.js">0</script>${INLINE}` +
      '<script type="text/plain" data-src="/a.js"></script><script type="text/plain" data-src="/b.js"></script>',
  );
});

it('where nothing would bring the first, all come by themselves', () => {
  expect(withLateModules(MODULES)).toBe(MODULES);
});

it('a page without modules stays', () => {
  expect(withLateModules('<script data-first>0</script>')).toBe('<script data-first>0</script>');
});
