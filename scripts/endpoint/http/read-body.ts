/** Reads the body of a request within a limit. */

/** A generous form: the longest allowed answers take a few kilobytes, percent-encoded Russian six times as much. */
export const MAX_BODY_BYTES = 64 * 1024;
/** So much is read and thrown away, because a connection cut in mid-sending hides the reply from the visitor. */
const MAX_DRAINED_BYTES = 16 * 1024 * 1024;

/** The body as text, or null when it is larger than allowed. */
export async function readBody(request: Request): Promise<string | null> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > MAX_DRAINED_BYTES) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader !== undefined) {
    const { done, value } = (await reader.read()) as { done: boolean; value?: Uint8Array };
    if (done) break;
    size += value?.byteLength ?? 0;
    if (size > MAX_DRAINED_BYTES) break;
    if (size <= MAX_BODY_BYTES && value !== undefined) parts.push(value);
  }
  return size > MAX_BODY_BYTES ? null : Buffer.concat(parts).toString('utf8');
}
