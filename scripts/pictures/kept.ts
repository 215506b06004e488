/** Sheets that many pictures share are drawn once and kept until newer ones need the room. */
import type { Sheet } from './pixels.ts';

/** What is kept under a key, drawn when it is not; the longest unused goes first. */
export function keeper(
  mostPixels: number,
): (key: string, draw: () => Sheet | Promise<Sheet>) => Promise<Sheet> {
  const kept = new Map<string, Sheet>();
  let held = 0;
  return async (key, draw) => {
    const sheet = kept.get(key) ?? (await draw());
    if (kept.delete(key)) held -= sheet.pixels.length;
    kept.set(key, sheet);
    held += sheet.pixels.length;
    for (const [old, { pixels }] of kept) {
      if (held <= mostPixels) break;
      kept.delete(old);
      held -= pixels.length;
    }
    return sheet;
  };
}
