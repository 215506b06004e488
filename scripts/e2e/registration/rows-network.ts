/** Rows about networks, proxies and broken endpoints. */
import { MATRIX_NOW } from './content.ts';
import type { FaultName, Row } from './row.ts';

/** The fault once: the page repeats by itself and succeeds. */
function once(name: string, fault: FaultName): Row {
  return {
    name,
    acts: ['fill', { fault, times: 1 }, 'send', 'wait-it-out'],
    // Chromium itself repeats a request whose kept-alive connection broke: then there are more than two.
    expect: { view: 'accepted', stored: 1, ...(fault.startsWith('cut') ? {} : { posts: 2 }) },
  };
}

/** The fault every time: the page gives up and says that it does not know. */
function always(name: string, fault: FaultName, stored: number): Row {
  return {
    name,
    acts: ['fill', { fault, times: 99 }, 'send', 'wait-it-out'],
    expect: {
      view: 'unknown',
      stored,
      ...(fault.startsWith('cut') ? {} : { posts: 4 }),
      says: /могла дойти[\s\S]*ответы на месте/,
    },
  };
}

export const NETWORK_ROWS: readonly Row[] = [
  once('the connection is cut before the application is read', 'cut'),
  once('the connection is cut after the commit', 'cutAfterCommit'),
  always('the connection is cut after the commit every time', 'cutAfterCommit', 1),
  once('500 before anything is stored', 'error500'),
  once('500 after the commit', 'error500AfterCommit'),
  always('500 every time', 'error500', 0),
  once('an HTML page of the proxy, 502', 'htmlPage'),
  once('an HTML page with status 200', 'htmlPage200'),
  once('an empty 200', 'empty200'),
  once('JSON of another kind with 200', 'wrongJson'),
  once('half a JSON with 201', 'brokenJson'),
  always('JSON of another kind every time', 'wrongJson', 1),
  once('503 once', 'unavailable'),
  once('a redirect instead of JSON', 'redirect'),
  always('no CORS header', 'noCors', 1),
  {
    name: 'no CORS header, then sent the plain way',
    acts: ['fill', { fault: 'noCors', times: 99 }, 'send', 'wait-it-out', 'send-plainly'],
    expect: { view: 'page:sent', stored: 1, posts: 5 },
  },
  {
    name: '429 with Retry-After: the page waits and repeats',
    endpoint: { rate: 1 },
    acts: ['fill', { taken: 1 }, 'send', { see: 'busy' }, { endpointAt: MATRIX_NOW + 60_000 }, 'wait-it-out'],
    expect: { view: 'accepted', stored: 2, posts: 2 },
  },
  {
    name: '429 every time: not accepted, answers kept',
    endpoint: { rate: 1 },
    acts: ['fill', { taken: 1 }, 'send', { see: 'busy' }, 'wait-it-out'],
    expect: { view: 'refused', stored: 1, posts: 4, says: /очень много заявок[\s\S]*не принята/ },
  },
  {
    name: 'the endpoint is not there',
    acts: ['fill', { wire: 'down' }, 'send', 'wait-it-out'],
    expect: { view: 'unknown', stored: 0 },
  },
  {
    name: 'the endpoint comes back while the page waits',
    acts: ['fill', { wire: 'down' }, 'send', { see: 'waiting' }, { wire: 'open' }, 'wait-it-out'],
    expect: { view: 'accepted', stored: 1 },
  },
  {
    name: 'a reply after 10 s: the page says that it takes long, then accepts',
    acts: ['fill', { wire: 'hold' }, 'send', { handled: 1 }, { pass: 10_000 }, { see: 'sending' }, 'release'],
    expect: { view: 'accepted', stored: 1, posts: 1 },
  },
  {
    name: 'while it takes long the page says so',
    acts: ['fill', { wire: 'hold' }, 'send', { handled: 1 }, { pass: 10_000 }],
    expect: { view: 'sending', stored: 1, posts: 1, says: /дольше обычного/ },
  },
  {
    name: 'a reply delayed by 35 s: the page repeats after 20 s and is told the same number',
    acts: [
      'fill',
      { wire: 'hold' },
      'send',
      { handled: 1 },
      { pass: 20_000 },
      { see: 'waiting' },
      { wire: 'open' },
      { pass: 15_000 },
      { see: 'accepted' },
      'release',
    ],
    expect: { view: 'accepted', stored: 1, posts: 2 },
  },
  {
    name: 'offline before sending: nothing is sent and the page says so',
    acts: ['fill', 'go-offline', 'send'],
    expect: { view: 'offline', stored: 0, posts: 0, says: /ещё не отправлена[\s\S]*ответы на месте/ },
  },
  {
    name: 'offline, then online: sent by itself',
    acts: ['fill', 'go-offline', 'send', { see: 'offline' }, 'go-online'],
    expect: { view: 'accepted', stored: 1, posts: 1 },
  },
  {
    name: 'the network breaks while sending, then comes back',
    acts: [
      'fill',
      { wire: 'hold' },
      'send',
      { handled: 1 },
      'go-offline',
      { wire: 'down' },
      'cut-held',
      { see: 'waiting' },
      { pass: 2000 },
      { see: 'offline' },
      { wire: 'open' },
      'go-online',
    ],
    expect: { view: 'accepted', stored: 1 },
  },
  {
    name: 'kill -9 after the commit, started again: the same registration',
    endpoint: { kind: 'process' },
    acts: [
      'fill',
      { wire: 'hold' },
      'send',
      { handled: 1 },
      'kill-endpoint',
      { pass: 20_000 },
      { see: 'waiting' },
      'revive-endpoint',
      { wire: 'open' },
      'wait-it-out',
    ],
    expect: { view: 'accepted', stored: 1, posts: 2 },
  },
  {
    name: 'the mail server is down: accepted all the same',
    endpoint: { smtp: 'down' },
    acts: ['fill', 'send'],
    expect: { view: 'accepted', stored: 1, posts: 1 },
  },
  {
    name: 'the disk is full',
    endpoint: { storage: 'full' },
    acts: ['fill', 'send', 'wait-it-out'],
    expect: { view: 'unknown', stored: 0 },
  },
  {
    name: 'the database is read-only',
    endpoint: { storage: 'read-only' },
    acts: ['fill', 'send', 'wait-it-out'],
    expect: { view: 'unknown', stored: 0 },
  },
  {
    name: 'CSP without the endpoint in connect-src: unknown',
    host: { headers: { 'Content-Security-Policy': "connect-src 'self'; form-action 'self' ENDPOINT" } },
    acts: ['fill', 'send', 'wait-it-out'],
    expect: { view: 'unknown', stored: 0, posts: 0 },
  },
  {
    name: 'CSP without the endpoint in connect-src: the plain way works',
    host: { headers: { 'Content-Security-Policy': "connect-src 'self'; form-action 'self' ENDPOINT" } },
    acts: ['fill', 'send', 'wait-it-out', 'send-plainly'],
    expect: { view: 'page:sent', stored: 1, posts: 1 },
  },
  {
    name: 'a form service without numbers accepts',
    endpoint: { kind: 'form-service' },
    acts: ['fill', 'send'],
    expect: { view: 'accepted', stored: 1, posts: 1, never: /Номер заявки|Вы записаны/ },
  },
  {
    name: 'a form service finds fault with a field: 422 by another hand',
    endpoint: { kind: 'form-service-refusing' },
    acts: ['fill', 'send'],
    expect: { view: 'errors', stored: 0, posts: 1, says: /should be an email/ },
  },
];
