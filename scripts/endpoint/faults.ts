/**
 * Fault switches for tests: what networks, proxies and broken services do to an application.
 * They are handed to startEndpoint by a test; no setting and no request can turn them on.
 */
import { setTimeout as delay } from 'node:timers/promises';

export type Fault =
  /** Replies so many milliseconds late; the application is handled first. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** The connection breaks: before the application is handled, or after it is stored. */
  | { readonly kind: 'cut'; readonly after: 'nothing' | 'commit' }
  /** Handled or not, another reply comes back. */
  | {
      readonly kind: 'reply';
      readonly after: 'nothing' | 'commit';
      readonly status: number;
      readonly type: string;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Handled and answered, without the CORS headers. */
  | { readonly kind: 'no-cors' }
  /** Handled; a JSON caller is redirected all the same. */
  | { readonly kind: 'redirect' };

export type Faults = {
  /** The fault that the next application meets, or null. Set by the test at any time. */
  current: Fault | null;
  /** How many applications the fault still meets; then it is over. */
  times: number;
};

/** Switches that are off. */
export function noFaults(): Faults {
  return { current: null, times: 0 };
}

/** The usual mishaps by name. */
export const FAULT = {
  error500: {
    kind: 'reply',
    after: 'nothing',
    status: 500,
    type: 'text/plain',
    body: 'Internal Server Error',
  },
  error500AfterCommit: {
    kind: 'reply',
    after: 'commit',
    status: 500,
    type: 'text/plain',
    body: 'Internal Server Error',
  },
  htmlPage: {
    kind: 'reply',
    after: 'nothing',
    status: 502,
    type: 'text/html',
    body: '<h1>502 Bad Gateway</h1>',
  },
  htmlPage200: { kind: 'reply', after: 'commit', status: 200, type: 'text/html', body: '<h1>Welcome</h1>' },
  empty200: { kind: 'reply', after: 'commit', status: 200, type: 'application/json', body: '' },
  wrongJson: {
    kind: 'reply',
    after: 'commit',
    status: 200,
    type: 'application/json',
    body: '{"result":"fine"}',
  },
  brokenJson: {
    kind: 'reply',
    after: 'commit',
    status: 201,
    type: 'application/json',
    body: '{"ok":true,"ref',
  },
  busy: {
    kind: 'reply',
    after: 'nothing',
    status: 429,
    type: 'application/json',
    body: '{"ok":false,"code":"busy"}',
    headers: { 'Retry-After': '2' },
  },
  unavailable: {
    kind: 'reply',
    after: 'nothing',
    status: 503,
    type: 'application/json',
    body: '{"ok":false}',
  },
  cut: { kind: 'cut', after: 'nothing' },
  cutAfterCommit: { kind: 'cut', after: 'commit' },
  noCors: { kind: 'no-cors' },
  redirect: { kind: 'redirect' },
} as const satisfies Record<string, Fault>;

/** Carries the fault out around the handling of one application. `cut` breaks the connection. */
export async function withFault(
  faults: Faults | undefined,
  handle: () => Promise<Response>,
  cut: () => void,
  redirectTo: string,
): Promise<Response> {
  const fault = faults?.current ?? null;
  if (faults === undefined || fault === null || faults.times <= 0) return handle();
  faults.times -= 1;
  const handled = 'after' in fault && fault.after === 'nothing' ? null : await handle();
  switch (fault.kind) {
    case 'delay':
      await delay(fault.ms);
      return handled ?? new Response(null, { status: 500 });
    case 'cut':
      cut();
      return new Response(null, { status: 500 });
    case 'reply': {
      const cors = handled?.headers.get('Access-Control-Allow-Origin');
      return new Response(fault.body, {
        status: fault.status,
        headers: {
          ...(cors === null || cors === undefined ? {} : { 'Access-Control-Allow-Origin': cors }),
          ...fault.headers,
          'Content-Type': fault.type,
        },
      });
    }
    case 'no-cors': {
      const bare = new Response(handled?.body, handled ?? undefined);
      bare.headers.delete('Access-Control-Allow-Origin');
      return bare;
    }
    case 'redirect':
      return new Response(null, { status: 303, headers: { Location: redirectTo } });
  }
}
