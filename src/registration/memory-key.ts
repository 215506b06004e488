/** Keys of the session page's memory in sessionStorage. */

/** One session's answers or number. */
export function memoryKey(sessionId: string): string {
  return `registration:${sessionId}`;
}

/** Under this key stands whose answers were sent the plain way last. */
export const PLAIN_KEY = 'registration-plain';
