import { expect, it } from 'vitest';
import { blockingResources, brotliBytes } from './first-flight.ts';

it('a page waits for its style sheets and plain scripts and for nothing else', () => {
  const html = `<link rel="stylesheet" href="/a.css"><link href=/print.css media="print" rel=stylesheet>
    <link rel="preload" href="/x.woff2" as="font"><script src='/b.js' data-note="defer async"></script>
    <script type="module" src="/c.js"></script><script async src="/d.js"></script><script src="/e.js" defer></script>
    <script>own()</script>`;
  expect(blockingResources(html)).toEqual(['/a.css', '/b.js']);
});

it('counts bytes after compression', () => {
  expect(brotliBytes('а'.repeat(10_000))).toBeLessThan(100);
});
