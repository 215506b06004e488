import { expect, it } from 'vitest';
import { changedPages, pagesOf } from './changed-pages.ts';

it('names new, revised and vanished pages and leaves the others alone', () => {
  const earlier = pagesOf(
    '<url><loc>https://e.ru/a/</loc><lastmod>2026-01-01</lastmod></url><url><loc>https://e.ru/b/</loc></url><url><loc>https://e.ru/c/</loc></url>',
  );
  const now = pagesOf(
    '<url><loc>https://e.ru/a/</loc><lastmod>2026-02-01</lastmod></url><url><loc>https://e.ru/b/</loc></url><url><loc>https://e.ru/d/</loc></url>',
  );
  expect(changedPages(earlier, now)).toEqual(['https://e.ru/a/', 'https://e.ru/c/', 'https://e.ru/d/']);
  expect(changedPages(now, now)).toEqual([]);
});
