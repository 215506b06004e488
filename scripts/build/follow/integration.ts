/**
 * In Astro's process: tells the build of every page that is being made, so that it can take up those that stand
 * while Astro makes the next, on another processor.
 */
import type { AstroIntegration } from 'astro';
import type { FromAstro } from './messages.ts';
import { FOLLOWED } from './messages.ts';

type StartHook = NonNullable<AstroIntegration['hooks']['astro:build:start']>;
type Prerenderer = Exclude<
  Parameters<Parameters<StartHook>[0]['setPrerenderer']>[0],
  (given: never) => unknown
>;

/** The file of a path on the site: `/` is `index.html`, `/404/` the one that stands beside the folders. */
export function fileOf(pathname: string): string {
  if (/^\/(?:404|500)\/?$/.test(pathname)) return `${pathname.replaceAll('/', '')}.html`;
  const name = pathname.slice(1);
  return name === '' || name.endsWith('/') ? `${name}index.html` : name;
}

function tell(message: FromAstro): void {
  process.send?.(message);
}

/** Waits until the build has found the content good. A build that was killed leaves no Astro behind. */
async function ready(): Promise<void> {
  process.once('disconnect', () => process.exit(1));
  const told = new Promise<void>((resolve) => {
    // The build says one thing only: go.
    process.once('message', () => {
      resolve();
    });
  });
  tell({ kind: 'ready' });
  await told;
  // From here on the channel keeps nothing alive.
  process.channel?.unref();
}

function announcing(given: Prerenderer): Prerenderer {
  return {
    ...given,
    async render(request, options) {
      const name = fileOf(new URL(request.url).pathname);
      // Told before the work: Astro begins with its files in one order, however long each takes.
      tell({ kind: 'file', name });
      const rendered = await given.render(request, options);
      const { status, body } = rendered instanceof Response ? rendered : rendered.response;
      if (status >= 300 && status < 400) tell({ kind: 'none', name });
      if (body === null) tell({ kind: 'none', name });
      return rendered;
    },
  };
}

/** Announces pages when the build asked for it; does nothing in development. */
export function announcePages(): AstroIntegration {
  const name = 'announce-pages';
  if (process.env[FOLLOWED] === undefined || process.send === undefined) return { name, hooks: {} };
  return {
    name,
    hooks: {
      'astro:config:setup': ready,
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer(announcing);
      },
    },
  };
}
