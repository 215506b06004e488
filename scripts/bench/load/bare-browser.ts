/**
 * A browser spoken to in its own protocol (Chrome DevTools Protocol, over a pipe), and no more than is asked here.
 * What drives it in tests brings a third of a megabyte of script into each page, in the very moment that is measured,
 * and forbids making pages ahead.
 */
import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { BROWSER_FLAGS } from '../../e2e/browser.ts';

/** What the browser tells by itself. */
export type Told = { method: string; params: Record<string, unknown>; sessionId?: string };

export type BareBrowser = {
  /** Asks the browser, or one of its pages. @throws Error with the browser's words when it refuses or has ended. */
  ask: (
    method: string,
    params?: Record<string, unknown>,
    sessionId?: string,
  ) => Promise<Record<string, unknown>>;
  /** Hears all that the browser tells from now on, until the returned function is called. */
  hear: (listener: (told: Told) => void) => () => void;
  close: () => Promise<void>;
};

type Answer = { id: number; result?: Record<string, unknown>; error?: { message: string } };
type Waiting = { done: (result: Record<string, unknown>) => void; failed: (error: Error) => void };

/** A message ends with a zero byte. */
const END = 0;

function readMessages(stream: Readable, each: (message: Answer | Told) => void): void {
  let rest: Buffer = Buffer.alloc(0);
  stream.on('data', (piece: Buffer) => {
    rest = Buffer.concat([rest, piece]);
    for (let end = rest.indexOf(END); end >= 0; end = rest.indexOf(END)) {
      each(JSON.parse(rest.toString('utf8', 0, end)) as Answer | Told);
      rest = rest.subarray(end + 1);
    }
  });
}

/** Starts the program at `chrome`, which keeps what it keeps in the folder `dir`. */
export function startBareBrowser(chrome: string, dir: string, flags: readonly string[]): BareBrowser {
  const program = spawn(
    chrome,
    [
      '--headless',
      '--remote-debugging-pipe',
      `--user-data-dir=${dir}`,
      ...BROWSER_FLAGS,
      ...flags,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const toBrowser = program.stdio[3] as Writable;
  const fromBrowser = program.stdio[4] as Readable;
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(told: Told) => void>();
  let gone: Error | null = null;
  const end = (error: Error): void => {
    gone ??= error;
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  };
  const ended = new Promise<void>((resolve) => {
    program.once('error', (error) => {
      end(error);
      resolve();
    });
    program.once('exit', (code) => {
      end(new Error(`The browser has ended (${String(code)}).`));
      resolve();
    });
  });
  toBrowser.on('error', end);
  readMessages(fromBrowser, (message) => {
    if (!('id' in message)) {
      for (const listener of listeners) listener(message);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) asked?.done(message.result ?? {});
    else asked?.failed(new Error(message.error.message));
  });
  let last = 0;
  return {
    ask: (method, params = {}, sessionId) =>
      new Promise((done, failed) => {
        if (gone !== null) {
          failed(gone);
          return;
        }
        waiting.set(++last, { done, failed });
        toBrowser.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
      }),
    hear: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      // It ends when nobody speaks to it any more; that it is asked to is a courtesy.
      toBrowser.end(`${JSON.stringify({ id: ++last, method: 'Browser.close' })}\0`);
      await ended;
      fromBrowser.destroy();
    },
  };
}
