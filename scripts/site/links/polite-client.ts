/** Asks foreign sites whether pages are still there: one question at a time per host, few at once, bounded. */
import type { Instant } from '../../../src/time/moscow.ts';

export type LinkState = {
  url: string;
  /** HTTP status of the last answer; null when there was none. */
  status: number | null;
  /** Why there was none. */
  error: string | null;
  checkedAt: Instant;
};

export type ClientOptions = {
  fetch: typeof fetch;
  now: () => Instant;
  wait: (milliseconds: number) => Promise<void>;
  /** Hosts that are asked at the same time. */
  hostsAtOnce: number;
  /** Between two questions to one host. */
  pauseMs: number;
  timeoutMs: number;
};

const AGENT = 'otkroy-mosprom-link-check/1.0 (+on demand, one request per page)';

async function ask(url: string, options: ClientOptions): Promise<LinkState> {
  const state = { url, checkedAt: options.now() };
  const question = (method: 'HEAD' | 'GET'): Promise<Response> =>
    options.fetch(url, {
      method,
      redirect: 'follow',
      headers: { 'user-agent': AGENT },
      signal: AbortSignal.timeout(options.timeoutMs),
    });
  try {
    let answer = await question('HEAD');
    // Some servers know no HEAD or refuse it: only a GET decides.
    if (answer.status >= 400) answer = await question('GET');
    await answer.body?.cancel();
    return { ...state, status: answer.status, error: null };
  } catch (error) {
    return { ...state, status: null, error: error instanceof Error ? error.message : String(error) };
  }
}

/** Asks for every address; the answers come in the order of the addresses. */
export async function checkAddresses(urls: readonly string[], options: ClientOptions): Promise<LinkState[]> {
  const hosts = [...Map.groupBy(urls, (url) => new URL(url).host).values()].values();
  const states = new Map<string, LinkState>();
  await Promise.all(
    Array.from({ length: options.hostsAtOnce }, async () => {
      for (const own of hosts) {
        for (const [index, url] of own.entries()) {
          if (index > 0) await options.wait(options.pauseMs);
          states.set(url, await ask(url, options));
        }
      }
    }),
  );
  return urls.flatMap((url) => states.get(url) ?? []);
}

/** Gone for sure: the server says so. Refusals and silence may be meant for robots only. */
export function isGone(state: LinkState): boolean {
  return state.status === 404 || state.status === 410;
}
