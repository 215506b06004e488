/** Rows without the page's script: switched off, blocked, broken halfway. */
import { instantOf } from '../../../src/time/moscow.ts';
import type { Row } from './row.ts';

const off = { scripts: 'off' } as const;

export const PLAIN_ROWS: readonly Row[] = [
  {
    name: 'without scripts: sent',
    browser: off,
    acts: ['fill', 'send'],
    expect: { view: 'page:sent', stored: 1, posts: 1, says: /Заявка принята/ },
  },
  {
    name: 'without scripts, sent twice by Back: one registration',
    browser: off,
    acts: ['fill', 'send', { see: 'page:sent' }, 'leave-and-come-back', 'second-tab', 'fill', 'send'],
    expect: { view: 'page:sent', stored: 1, posts: 2, says: /уже записывались/ },
  },
  {
    name: 'without scripts, crooked answers: the page names the field, Back keeps the answers',
    browser: off,
    answers: { email: 'anna@' },
    acts: ['fill', 'send'],
    expect: { view: 'page:failed', stored: 0, posts: 1, says: /Электронная почта/ },
  },
  {
    name: 'without scripts, the visit is full',
    browser: off,
    endpoint: { waitlist: 'none' },
    acts: ['fill', { taken: 15 }, 'send'],
    expect: { view: 'page:full', stored: 2, posts: 1 },
  },
  {
    name: 'without scripts, the visit is full and has a waiting list',
    browser: off,
    acts: ['fill', { taken: 15 }, 'send'],
    expect: { view: 'page:sent', stored: 3, posts: 1, says: /листе ожидания/ },
  },
  {
    name: 'without scripts, after the closing',
    browser: off,
    acts: ['fill', { endpointAt: instantOf('2026-12-10') }, 'send'],
    expect: { view: 'page:closed', stored: 0, posts: 1 },
  },
  {
    name: 'scripts blocked by the network: sent the plain way',
    browser: { scripts: 'blocked' },
    acts: ['fill', 'send'],
    expect: { view: 'page:sent', stored: 1, posts: 1 },
  },
  {
    name: 'the form’s own part of the script is missing: sent the plain way',
    browser: { scripts: 'form-part-missing' },
    acts: ['fill', 'send'],
    expect: { view: 'page:sent', stored: 1, posts: 1 },
  },
  {
    name: 'Origin: null (Referrer-Policy no-referrer), without scripts',
    browser: off,
    host: { headers: { 'Referrer-Policy': 'no-referrer' } },
    acts: ['fill', 'send'],
    expect: { view: 'page:sent', stored: 1, posts: 1 },
  },
  {
    name: 'Referrer-Policy no-referrer, with scripts',
    host: { headers: { 'Referrer-Policy': 'no-referrer' } },
    acts: ['fill', 'send'],
    expect: { view: 'accepted', stored: 1, posts: 1 },
  },
  {
    name: 'CSP form-action without self, without scripts: stored, and the page that stays claims nothing',
    browser: off,
    host: { headers: { 'Content-Security-Policy': 'form-action ENDPOINT' } },
    acts: ['fill', 'send', { handled: 1 }],
    expect: { view: 'form', stored: 1, posts: 1 },
  },
  {
    name: 'CSP form-action without self, with scripts',
    host: { headers: { 'Content-Security-Policy': 'form-action ENDPOINT' } },
    acts: ['fill', 'send'],
    expect: { view: 'accepted', stored: 1, posts: 1 },
  },
];
