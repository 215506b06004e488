import { expect, test } from 'vitest';
import { socialImagePath } from './social-image.ts';

test('every kind of page has its path', () => {
  expect(socialImagePath({ kind: 'default' })).toBe('/og/default.png');
  expect(socialImagePath({ kind: 'enterprise', id: 'moslift' })).toBe('/og/enterprises/moslift.png');
  expect(socialImagePath({ kind: 'season', id: 'autumn-2026' })).toBe('/og/seasons/autumn-2026.png');
  expect(socialImagePath({ kind: 'session', id: 'autumn-2026/moslift/2026-12-03-1030' })).toBe(
    '/og/sessions/autumn-2026/moslift/2026-12-03-1030.png',
  );
  expect(socialImagePath({ kind: 'event', id: 'quiz' })).toBe('/og/events/quiz.png');
  expect(socialImagePath({ kind: 'news', id: '2026-10-01-start' })).toBe('/og/news/2026-10-01-start.png');
});
