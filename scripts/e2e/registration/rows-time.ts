/** Rows about time and seats: openings, closings, clocks, zones, what changes between load and submit. */
import { HOUR, instantOf } from '../../../src/time/moscow.ts';

import { MATRIX_CLOSES, MATRIX_NOW } from './content.ts';
import type { Row } from './row.ts';

const DAY = 24 * HOUR;
const OPENS = instantOf('2026-12-20', '12:00');

export const TIME_ROWS: readonly Row[] = [
  {
    name: 'one second before the closing',
    acts: ['fill', { at: MATRIX_CLOSES - 1000 }, 'send'],
    expect: { view: 'accepted', stored: 1, posts: 1 },
  },
  {
    name: 'at the instant of the closing',
    acts: ['fill', { at: MATRIX_CLOSES }, 'focus'],
    expect: { view: 'state:closed', stored: 0, posts: 0, others: true, says: /Последним днём записи было 9/ },
  },
  {
    name: 'one second after the closing, Enter in a field',
    acts: ['fill', { at: MATRIX_CLOSES + 1000 }, 'focus'],
    expect: { view: 'state:closed', stored: 0, posts: 0 },
  },
  {
    name: 'the endpoint’s clock is at the closing, the page’s a second before',
    acts: ['fill', { at: MATRIX_CLOSES - 1000 }, { endpointAt: MATRIX_CLOSES }, 'send'],
    expect: { view: 'refused', stored: 0, posts: 1, says: /закрыта/, others: true },
  },
  {
    name: 'a page open overnight across the closing keeps the answers in sight',
    at: instantOf('2026-12-09', '20:00'),
    acts: ['fill', { at: instantOf('2026-12-10', '07:00') }, 'focus'],
    expect: { view: 'state:closed', stored: 0, posts: 0, others: true },
  },
  {
    name: 'the last day is announced',
    at: instantOf('2026-12-09', '09:00'),
    acts: [{ see: 'form' }],
    expect: { view: 'form', stored: 0, says: /скоро закроется[\s\S]*9\s+декабря/ },
  },
  {
    name: 'closed between load and submit',
    acts: ['fill', { endpointAt: MATRIX_CLOSES + DAY }, 'send'],
    expect: { view: 'refused', stored: 0, posts: 1, says: /закрыта/, others: true },
  },
  {
    name: 'the visitor’s clock is two days behind, registration is closed',
    at: MATRIX_CLOSES + 60_000,
    browser: { clockAhead: -2 * DAY },
    acts: ['fill', 'send'],
    expect: { view: 'refused', stored: 0, posts: 1, says: /закрыта/ },
  },
  {
    name: 'the visitor’s clock is two days ahead, registration is open',
    at: MATRIX_CLOSES - 12 * 3_600_000,
    browser: { clockAhead: 2 * DAY },
    acts: ['fill', 'send'],
    expect: { view: 'accepted', stored: 1, posts: 1 },
  },
  {
    name: 'a visitor in Los Angeles reads Moscow’s days',
    browser: { timezone: 'America/Los_Angeles' },
    at: MATRIX_CLOSES - 1000,
    acts: [{ see: 'form' }],
    expect: { view: 'form', stored: 0, says: /9\s+декабря, среда, до полуночи по московскому времени/ },
  },
  {
    name: 'a visitor in Vladivostok registers in the last Moscow second',
    browser: { timezone: 'Asia/Vladivostok' },
    at: MATRIX_CLOSES - 1000,
    acts: ['fill', 'send'],
    expect: { view: 'accepted', stored: 1, posts: 1 },
  },
  {
    name: 'one second before the opening',
    visit: 'future',
    acts: [{ at: OPENS - 1000 }, 'focus'],
    expect: {
      view: 'state:not-yet-open',
      stored: 0,
      says: /откроется 20\s+декабря в\s+12:00 по\s+московскому времени/,
    },
  },
  {
    name: 'the form appears at the opening',
    visit: 'future',
    acts: [{ at: OPENS }, 'focus', { see: 'form' }, 'fill', 'send'],
    expect: { view: 'accepted', stored: 1, posts: 1 },
  },
  {
    name: 'filled between load and submit, no waiting list: refused, others shown',
    endpoint: { waitlist: 'none' },
    acts: ['fill', { taken: 15 }, 'send'],
    expect: { view: 'refused', stored: 2, posts: 1, says: /[Мм]еста/, others: true },
  },
  {
    name: 'one seat left for two: the endpoint says how many',
    endpoint: { waitlist: 'none' },
    acts: ['fill', { taken: 14 }, 'send'],
    expect: { view: 'refused', stored: 2, posts: 1, says: /Осталось мест: 1/ },
  },
  {
    name: 'filled between load and submit: waiting list, and no seat is claimed',
    acts: ['fill', { taken: 15 }, 'send'],
    expect: { view: 'accepted', stored: 3, posts: 1, says: /листе ожидания/, never: /Вы записаны/ },
  },
  {
    name: 'a snapshot says full: others are shown, with the time of the snapshot',
    endpoint: { waitlist: 'none' },
    acts: [{ taken: 15 }, { at: MATRIX_NOW + 120_000 }, 'focus'],
    expect: { view: 'state:full', stored: 2, says: /По состоянию на\s+12:02\s+мест нет/, others: true },
  },
  {
    name: 'a snapshot says full: the waiting list is offered and taken',
    acts: [{ taken: 15 }, { at: MATRIX_NOW + 120_000 }, 'focus', { seats: 'full' }, 'fill', 'send'],
    expect: { view: 'accepted', stored: 3, says: /листе ожидания/ },
  },
  {
    name: 'the visit was moved while the page was open: 422 with the reason',
    acts: ['fill', { change: 'moved' }, 'send', { see: 'errors' }],
    expect: { view: 'errors', stored: 0, says: /Время посещения изменилось/ },
  },
  {
    name: 'cancelled',
    visit: 'cancelled',
    acts: [],
    expect: {
      view: 'state:cancelled',
      stored: 0,
      says: /Посещение отменено[\s\S]*ремонт линии/,
      others: true,
    },
  },
  {
    name: 'moved: the old time is named, registration goes on',
    visit: 'moved',
    acts: ['fill', 'send'],
    expect: { view: 'accepted', stored: 1, says: /14\s+декабря, 12:00/ },
  },
  {
    name: 'registration elsewhere',
    visit: 'elsewhere',
    acts: [],
    expect: { view: 'state:external', stored: 0, says: /на сайте организатора/ },
  },
  {
    name: 'no registration needed',
    visit: 'free',
    acts: [],
    expect: { view: 'state:not-needed', stored: 0 },
  },
  {
    name: 'closed when the page was built',
    visit: 'over',
    acts: [],
    expect: { view: 'state:closed', stored: 0, others: true },
  },
  {
    name: 'past: seen after the visit',
    at: instantOf('2026-12-12', '12:00'),
    acts: ['focus'],
    expect: { view: 'state:past', stored: 0 },
  },
];
