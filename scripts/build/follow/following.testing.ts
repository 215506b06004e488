/** Follows a process that stands in for Astro, and writes down what was heard. */
import path from 'node:path';
import type { Known, Readings } from '../kept/made-from.ts';
import { NOTHING } from '../kept/made-from.ts';
import type { FakeFile } from './astro.testing.ts';
import type { MadeFile } from './messages.ts';
import type { Following } from './run-astro.ts';
import { startAstro } from './run-astro.ts';

/** The program that stands in for Astro. */
export const FAKE = path.join(import.meta.dirname, 'astro.testing.ts');

/** A file that it gives at once, with a text of its own. */
export const file = (name: string, more: Partial<FakeFile> = {}): FakeFile => ({
  path: name,
  text: `text of ${name}`,
  status: 200,
  after: 0,
  ...more,
});

/** Hears of everything and does nothing. */
export const UNHEARD: Following = {
  mayGo: Promise.resolve(NOTHING),
  signal: new AbortController().signal,
  onCleared: () => undefined,
  onSheets: () => undefined,
  onBegun: () => undefined,
  onMade: () => undefined,
  onNone: () => undefined,
  onPages: () => undefined,
  onReadings: () => undefined,
};

/** Follows the process that stands in for Astro until it has ended. */
export async function toTheEnd(
  files: readonly FakeFile[],
  env: NodeJS.ProcessEnv,
  following: Following,
): Promise<void> {
  const astro = startAstro({ ...process.env, ...env, FILES: JSON.stringify(files) }, [
    process.execPath,
    FAKE,
  ]);
  const { ended } = await astro.follow(following);
  await ended;
}

type Given = {
  env?: NodeJS.ProcessEnv;
  mayGo?: Promise<Known>;
  signal?: AbortSignal;
  holds?: boolean;
  heard?: (name: string, file: MadeFile) => void;
  onPages?: () => void;
  onReadings?: (readings: Readings) => void;
  onSheets?: (sheets: readonly string[]) => void;
};

/** Runs the process that stands in for Astro; what was heard is in the log. */
export function run(files: readonly FakeFile[], given: Given = {}): { log: string[]; ended: Promise<void> } {
  const log: string[] = [];
  const { env = {}, mayGo = Promise.resolve(NOTHING), signal = new AbortController().signal, holds } = given;
  const ended = toTheEnd(files, env, {
    mayGo,
    signal,
    onCleared: () => log.push('cleared'),
    onSheets: (sheets) => given.onSheets?.(sheets),
    onBegun: (name) => log.push(`begun ${name}`),
    onMade: (name, file, taken) => {
      log.push(`${name}: ${file.body === null ? 'the same' : Buffer.from(file.body).toString()}`);
      given.heard?.(name, file);
      if (holds !== true) taken();
    },
    onNone: (name, taken) => {
      log.push(`none ${name}`);
      taken();
    },
    onPages: () => given.onPages?.(),
    onReadings: (readings) => given.onReadings?.(readings),
  });
  return { log, ended };
}
