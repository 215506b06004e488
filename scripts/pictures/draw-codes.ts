/** The codes of sessions, drawn in the build's own process while Astro makes pages in another. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import { qrSvg } from '../../src/seo/qr.ts';
import type { SessionCode } from '../../src/seo/session-codes.ts';

export type CodesPlan = {
  codes: readonly SessionCode[];
  /** The site that gets the codes. */
  siteDir: string;
  /** Ends the drawing after the code that is under way. */
  signal: AbortSignal;
};

/** The file of a code. @throws Error for a path that is no code's place on the site */
function fileIn(siteDir: string, sitePath: string): string {
  const file = path.join(siteDir, sitePath);
  if (!file.startsWith(siteDir + path.sep) || path.basename(file) !== 'qr.svg')
    throw new Error(`no path of a code: ${sitePath}`);
  return file;
}

/**
 * Draws every code into its place; pages that stand meanwhile are not kept waiting.
 * @returns milliseconds that the codes took of this thread. @throws Error when a code cannot be drawn or stored.
 */
export async function drawCodes({ codes, siteDir, signal }: CodesPlan): Promise<number> {
  let busy = 0;
  for (const { path: sitePath, address } of codes) {
    signal.throwIfAborted();
    const file = fileIn(siteDir, sitePath);
    const start = performance.now();
    const svg = qrSvg(address);
    busy += performance.now() - start;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, svg);
    await breath();
  }
  return busy;
}
