/**
 * In Astro's process: hands every file that Astro makes to the build, which finishes and writes it on another
 * processor while Astro makes the next. Astro itself writes none of them.
 */
import type { AstroIntegration } from 'astro';
import type { FromAstro, ToAstro } from './messages.ts';
import { FOLLOWED, UNDER_WAY } from './messages.ts';
import { roomOf } from './room.ts';

type StartHook = NonNullable<AstroIntegration['hooks']['astro:build:start']>;
type Prerenderer = Exclude<
  Parameters<Parameters<StartHook>[0]['setPrerenderer']>[0],
  (given: never) => unknown
>;

/**
 * The file of the path of an address on the site: `/` is `index.html`, `/404/` the one that stands beside the folders.
 * A path is encoded, a file's name is not.
 */
export function fileOf(pathname: string): string {
  if (/^\/(?:404|500)\/?$/.test(pathname)) return `${pathname.replaceAll('/', '')}.html`;
  const name = decodeURI(pathname).slice(1);
  return name === '' || name.endsWith('/') ? `${name}index.html` : name;
}

/** Comes true when the word is on its way: what the build does not read yet holds Astro up. */
function tell(message: FromAstro): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
}

const room = roomOf(UNDER_WAY);

/** Waits until the build has found the content good. A build that was killed leaves no Astro behind. */
async function ready(): Promise<void> {
  process.once('disconnect', () => process.exit(1));
  const told = new Promise<void>((resolve) => {
    process.on('message', (message: ToAstro) => {
      if (message.kind === 'go') resolve();
      else room.leave(message.files);
    });
  });
  await tell({ kind: 'ready' });
  await told;
}

function handingOver(given: Prerenderer): Prerenderer {
  return {
    ...given,
    async render(request, options) {
      const name = fileOf(new URL(request.url).pathname);
      // A place is taken before the work: at its end, the file that all wait for could be left without.
      await room.enter();
      // Told before the work: Astro begins with its files in one order, however long each takes.
      await tell({ kind: 'begun', name });
      const rendered = await given.render(request, options);
      const response = rendered instanceof Response ? rendered : rendered.response;
      const { status, headers, body } = response;
      if (body === null || (status >= 300 && status < 400)) {
        await tell({ kind: 'none', name });
        return rendered;
      }
      await tell({ kind: 'made', name, body: new Uint8Array(await response.arrayBuffer()) });
      // Of an answer without a body Astro makes no file.
      const empty = new Response(null, { status, headers });
      return rendered instanceof Response ? empty : { ...rendered, response: empty };
    },
  };
}

/** Hands pages over when the build asked for it; does nothing in development. */
export function handOverPages(): AstroIntegration {
  const name = 'hand-over-pages';
  if (process.env[FOLLOWED] === undefined || process.send === undefined) return { name, hooks: {} };
  return {
    name,
    hooks: {
      'astro:config:setup': ready,
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer(handingOver);
      },
      'astro:build:done': () => {
        // All is handed over: from here on the channel keeps nothing alive.
        process.channel?.unref();
      },
    },
  };
}
