/** Visitors' clocks may be days off. The server's own clock is read from the `Date` header when it matters. */

/**
 * By how many milliseconds the server's clock is ahead of the visitor's, from the headers of a reply received
 * at `receivedAt` (visitor's clock); null when they do not tell. A cached reply carries its age in seconds.
 * Differences below a minute are the network's and count as none.
 */
export function clockOffset(date: string | null, age: string | null, receivedAt: number): number | null {
  if (date === null) return null;
  const at = new Date(date).getTime() + Number(age ?? 0) * 1000;
  if (Number.isNaN(at)) return null;
  const offset = at - receivedAt;
  return Math.abs(offset) < 60_000 ? 0 : offset;
}
