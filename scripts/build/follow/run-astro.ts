/** In the build's process: starts Astro, lets it go on when the content is good, and gets what it makes. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { compiledCode, endOf, projectRoot } from '../stages.ts';
import type { Known, Readings } from '../kept/made-from.ts';
import type { FromAstro, MadeFile, ToAstro } from './messages.ts';
import { FOLLOWED, UNDER_WAY } from './messages.ts';

/** To be called once a file is done with, in its turn: Astro waits when too many are not. */
export type Taken = () => void;

/** What is heard of the files that Astro makes. */
export type Heard = {
  /** The site's folder is empty, and no file is made for a while. */
  onCleared: () => void;
  /** The style sheets that are marked in the pages to come. */
  onSheets: (sheets: readonly string[]) => void;
  /** A file that is being made, always in the same order. */
  onBegun: (name: string) => void;
  /** It is made, and nobody has written it. */
  onMade: (name: string, file: MadeFile, taken: Taken) => void;
  /** A file that was begun and will not come. */
  onNone: (name: string, taken: Taken) => void;
  /** No page is to come; other files may. */
  onPages: () => void;
  /** At the end: what was read of the content. */
  onReadings: (readings: Readings) => void;
};

/** How a started Astro goes on. */
export type Following = Heard & {
  /**
   * Astro goes beyond its start only when this has come true, with what is known of the build before; what it is
   * refused with is thrown.
   */
  mayGo: Promise<Known>;
  /** Ends Astro; its reason is thrown. */
  signal: AbortSignal;
};

/** All files are made. */
export type HandedOver = {
  /** Comes true when Astro has ended well. @throws StageError with Astro's own words. */
  ended: Promise<void>;
};

export type StartedAstro = {
  /**
   * Follows Astro until it has handed over the last file.
   * @throws what `mayGo` was refused with or the reason of `signal`, else StageError with Astro's own words.
   */
  follow: (following: Following) => Promise<HandedOver>;
  /** Ends Astro, if it has not ended yet. */
  end: () => Promise<void>;
};

/** Astro hears of files that were taken in so many at a time, a small part of those that it waits for. */
const AT_ONCE = UNDER_WAY / 16;

const ASTRO = [path.join(projectRoot, 'node_modules', '.bin', 'astro'), 'build', '--silent'];

/**
 * Starts a whole build of Astro, which waits before it touches anything until it is followed.
 * @param program what runs instead of Astro, with its arguments; for tests.
 */
export function startAstro(env: NodeJS.ProcessEnv, program: readonly string[] = ASTRO): StartedAstro {
  const [command = '', ...words] = program;
  const child = spawn(command, words, {
    cwd: projectRoot,
    env: {
      ...env,
      [FOLLOWED]: '1',
      // A build tells nobody that it takes place.
      ASTRO_TELEMETRY_DISABLED: '1',
      // A tenth of its time was spent on compiling the same code again.
      NODE_COMPILE_CACHE: compiledCode,
      // The bundler's memory (mimalloc) that is free goes back at once: a hundred megabytes less while pages are made.
      MIMALLOC_PURGE_DELAY: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Bodies of files go as they are, not as text.
    serialization: 'advanced',
  });
  const ended = endOf(child);
  // Awaited by whoever follows; until then an early end must not count as nobody's.
  ended.catch(() => undefined);
  const silent = new Promise<void>((resolve) => {
    child.once('disconnect', resolve);
  });
  // Its first word may come before anybody follows.
  const started = new Promise<void>((resolve) => {
    child.once('message', () => {
      resolve();
    });
  });
  return {
    follow: (following) => follow({ child, ended, silent, started, ...following }),
    end: async () => {
      child.kill();
      await Promise.allSettled([ended]);
    },
  };
}

type Started = {
  child: ChildProcess;
  ended: Promise<void>;
  /** Nothing more will be heard of it. */
  silent: Promise<void>;
  started: Promise<void>;
};

async function follow(astro: Started & Following): Promise<HandedOver> {
  const { child, ended, silent, started, mayGo, signal, ...heard } = astro;
  const say = (message: ToAstro): void => {
    // Whoever has ended hears nothing, and need not.
    if (child.connected) child.send(message, () => undefined);
  };
  let files = 0;
  const taken = (): void => {
    if (++files % AT_ONCE === 0) say({ kind: 'taken', files: AT_ONCE });
  };
  const handedOver = new Promise<void>((resolve) => {
    child.on('message', (message: FromAstro) => {
      if (message.kind === 'cleared') heard.onCleared();
      else if (message.kind === 'sheets') heard.onSheets(message.sheets);
      else if (message.kind === 'pages') heard.onPages();
      else if (message.kind === 'made') {
        const { name, body, from, again } = message;
        message.begun.forEach(heard.onBegun);
        heard.onMade(name, { body, from, again }, taken);
      } else if (message.kind === 'files') {
        for (const { name, body, from, again } of message.files) {
          heard.onBegun(name);
          heard.onMade(name, { body, from, again }, taken);
        }
      } else if (message.kind === 'none') {
        message.begun.forEach(heard.onBegun);
        heard.onNone(message.name, taken);
      } else if (message.kind === 'readings') {
        heard.onReadings({ keys: message.keys, digests: message.digests });
        resolve();
      }
    });
  });
  const kill = (): void => {
    child.kill();
  };
  signal.addEventListener('abort', kill, { once: true });
  Promise.all([mayGo, started]).then(
    ([known]) => {
      say({ kind: 'go', known });
    },
    // It waits for this word, or is still starting, and has touched nothing yet.
    kill,
  );
  const [over] = await Promise.allSettled([Promise.race([handedOver, ended.then(() => silent)])]);
  // Bad content is told before whatever Astro stumbled over.
  await mayGo;
  signal.throwIfAborted();
  if (over.status === 'rejected') throw over.reason;
  const well = ended.finally(() => {
    signal.removeEventListener('abort', kill);
  });
  well.catch(() => undefined);
  return { ended: well };
}
