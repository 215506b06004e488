/** On the page «sent»: answers that were sent the plain way have arrived and are forgotten. */
import { PLAIN_KEY } from './memory-key.ts';

try {
  const key = sessionStorage.getItem(PLAIN_KEY);
  if (key !== null) sessionStorage.removeItem(key);
  sessionStorage.removeItem(PLAIN_KEY);
} catch {
  // Storage is forbidden here: then nothing has been remembered either.
}
