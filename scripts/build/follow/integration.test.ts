import { expect, it } from 'vitest';
import { handOverPages, fileOf } from './integration.ts';

it.each([
  ['/', 'index.html'],
  ['/enterprises/mikron/', 'enterprises/mikron/index.html'],
  ['/404/', '404.html'],
  ['/404', '404.html'],
  ['/data/site.json', 'data/site.json'],
  ['/%D0%B0/', 'а/index.html'],
])('the file of %s is %s', (pathname, name) => {
  expect(fileOf(pathname)).toBe(name);
});

it('does nothing when no build listens', () => {
  expect(handOverPages().hooks).toEqual({});
});
