/** The codes of sessions, drawn in the build's own process while Astro makes pages in another. */
import path from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import { qrSvg } from '../../src/seo/qr.ts';
import type { SessionCode } from '../../src/seo/session-codes.ts';
import { codeMakings, openKeptCodes } from './kept-codes.ts';

export type CodesPlan = {
  codes: readonly SessionCode[];
  /** Writes a file of the site that gets the codes. */
  placeFile: (name: string, content: string) => void;
  /** Keeps what is worked out from build to build. */
  cacheDir: string;
  /** Ends the drawing after the code that is under way. */
  signal: AbortSignal;
};

/** The file of a code, below the site's folder. @throws Error for a path that is no code's place on the site */
function fileOf(sitePath: string): string {
  const name = path.posix.join('/', sitePath);
  if (name !== sitePath || path.posix.basename(name) !== 'qr.svg')
    throw new Error(`no path of a code: ${sitePath}`);
  return name.slice(1);
}

/**
 * Draws every code into its place; pages that stand meanwhile are not kept waiting.
 * @returns milliseconds that the codes took of this thread. @throws Error when a code cannot be drawn or stored.
 */
export async function drawCodes({ codes, placeFile, cacheDir, signal }: CodesPlan): Promise<number> {
  const kept = await openKeptCodes(cacheDir, await codeMakings());
  let busy = 0;
  for (const { path: sitePath, address } of codes) {
    signal.throwIfAborted();
    const name = fileOf(sitePath);
    const start = performance.now();
    placeFile(name, qrSvg(address, kept.modulesOf(address)));
    busy += performance.now() - start;
    await breath();
  }
  await kept.save();
  return busy;
}
