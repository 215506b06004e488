/** One attempt to send an application. */
import type { Outcome } from './outcome.ts';
import { readReply } from './outcome.ts';
import { TIMEOUT_MS } from './submission.ts';

/**
 * Posts the payload and reads the reply. Never throws: whatever goes wrong on the way leaves open whether
 * the application has arrived.
 */
export async function send(endpoint: string, payload: URLSearchParams): Promise<Outcome> {
  const patience = new AbortController();
  const timer = setTimeout(() => {
    patience.abort();
  }, TIMEOUT_MS);
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      body: payload,
      headers: { Accept: 'application/json' },
      redirect: 'manual',
      credentials: 'omit',
      // Leaving the page does not call the application back.
      keepalive: true,
      signal: patience.signal,
    });
    return readReply({
      status: response.status,
      type: response.type,
      retryAfter: response.headers.get('Retry-After'),
      body: await response.text(),
    });
  } catch {
    return { kind: 'unknown', cause: patience.signal.aborted ? 'slow' : 'network' };
  } finally {
    clearTimeout(timer);
  }
}
