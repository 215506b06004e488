/**
 * In Astro's process: hands every file that Astro makes to the build, which finishes and writes it on another
 * processor while Astro makes the next. Astro itself writes none of them.
 */
import type { AstroIntegration, IntegrationResolvedRoute } from 'astro';
import { ledger } from '../../../src/reads/ledger.ts';
import { plainFiles } from '../../../src/reads/plain-files.ts';
import type { Known } from '../kept/made-from.ts';
import type { Keeping } from '../kept/still-true.ts';
import { keeping, renumber } from '../kept/still-true.ts';
import type { FromAstro, MadeFile, ToAstro } from './messages.ts';
import { FOLLOWED, isVisitPage, UNDER_WAY } from './messages.ts';
import { PutBySheets } from '../slim/sheet-marks.ts';
import { sheetMarker } from './mark-sheets.ts';
import { roomOf } from './room.ts';

type StartHook = NonNullable<AstroIntegration['hooks']['astro:build:start']>;
type Prerenderer = Exclude<
  Parameters<Parameters<StartHook>[0]['setPrerenderer']>[0],
  (given: never) => unknown
>;
type PrerenderResult = Exclude<Awaited<ReturnType<Prerenderer['render']>>, Response>;

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

/**
 * Sends a word without waiting until it is on its way, as room is given to so many files already: waiting took a
 * fifteenth of the processor time of a build. One that fails ends this process: nobody catches it.
 */
function mention(message: FromAstro): void {
  void tell(message);
}

const room = roomOf(UNDER_WAY);

/**
 * Waits until the build has found the content good, and hears what is known of the build before. Up to here Astro has
 * read the entries into its store, and touched nothing else.
 */
async function ready(): Promise<Known> {
  const told = new Promise<Known>((resolve) => {
    process.on('message', (message: ToAstro) => {
      if (message.kind === 'go') resolve(message.known);
      else room.leave(message.files);
    });
  });
  await tell({ kind: 'ready' });
  return told;
}

/**
 * Makes a file, unless it would come out the same as in the build before. One without a key is made in every build;
 * of one without a body there is none.
 */
type Maker = <B extends Uint8Array | string>(
  name: string,
  key: string | undefined,
  bodyOf: () => Promise<B | null>,
) => Promise<MadeFile | null>;

function makerOf(known: Known, keep: Keeping): Maker {
  return async (name, key, bodyOf) => {
    const same = key === undefined ? null : keep.stillTrue(name, key);
    if (same !== null && !known.check) return { body: null, from: same, again: false };
    const { value: body, reads } = await ledger.record(bodyOf);
    if (body === null) return null;
    const from = key === undefined ? null : keep.madeFrom(key, reads);
    return { body, from, again: same !== null };
  };
}

/** Files of one text each go on so many at a time. */
const TOGETHER = UNDER_WAY / 8;

/** Makes the files that Astro was not given. */
async function makePlainFiles(make: Maker): Promise<void> {
  let made: ({ name: string } & MadeFile)[] = [];
  const send = async (): Promise<void> => {
    await tell({ kind: 'files', files: made });
    made = [];
  };
  for (const { name, key, text } of plainFiles.list) {
    await room.enter();
    const file = await make(name, key, async () => text());
    if (file === null) room.leave(1);
    else made.push({ name, ...file });
    if (made.length === TOGETHER) await send();
  }
  await send();
}

function handingOver(given: Prerenderer, make: Maker, putBy: PutBySheets): Prerenderer {
  /** Keys of the files that may be kept, as src/data/kept-paths.ts gives them. */
  const keys = new Map<string, string>();
  /** Begun, and not told of yet. */
  const begun: string[] = [];
  return {
    ...given,
    async getStaticPaths() {
      const paths = await given.getStaticPaths();
      const visits: typeof paths = [];
      const others: typeof paths = [];
      for (const path of paths) {
        const name = fileOf(addressOf(path.pathname));
        const key = path.cacheKey ?? (isSingle(path.route) ? SINGLE : undefined);
        if (key !== undefined) keys.set(name, key);
        (isVisitPage(name) ? visits : others).push(path);
      }
      await ledger.ready();
      await tell({ kind: 'sheets', sheets: putBy.sheets });
      return [...others, ...visits];
    },
    async render(request, options) {
      const name = fileOf(new URL(request.url).pathname);
      // A place is taken before the work: at its end, the file that all wait for could be left without.
      await room.enter();
      begun.push(name);
      let rendered = new Response(null) as Response | PrerenderResult;
      // The body too: components go on rendering while it is read.
      const file = await make(name, keys.get(name), async () => {
        rendered = await given.render(request, options);
        return bodyOf(rendered instanceof Response ? rendered : rendered.response);
      });
      if (file === null) {
        mention({ kind: 'none', name, begun: begun.splice(0) });
        return rendered;
      }
      mention({ kind: 'made', name, begun: begun.splice(0), ...file });
      const { status, headers } = rendered instanceof Response ? rendered : rendered.response;
      // Of an answer without a body Astro makes no file.
      const empty = new Response(null, { status, headers });
      return rendered instanceof Response ? empty : { ...rendered, response: empty };
    },
  };
}

/** The key of a page that has no props: what it reads is all that it is made from. */
const SINGLE = '';

/** Only one page comes of this template. Other files of a single address are made faster than they are compared. */
function isSingle({ type, params }: Pick<IntegrationResolvedRoute, 'type' | 'params'>): boolean {
  return type === 'page' && params.length === 0;
}

/** What is to stand in the file; null when there is none to make. */
async function bodyOf(response: Response): Promise<Uint8Array | null> {
  const { status, body } = response;
  return body === null || (status >= 300 && status < 400)
    ? null
    : new Uint8Array(await response.arrayBuffer());
}

/** The address that Astro asks for when it makes a path: that of a page ends with a slash, and it is encoded. */
function addressOf(pathname: string): string {
  const isFile = /\.[^/]+$/.test(pathname);
  return encodeURI(isFile || pathname.endsWith('/') ? pathname : `${pathname}/`);
}

/** Hands pages over when the build asked for it; does nothing in development. */
export function handOverPages(): AstroIntegration {
  const name = 'hand-over-pages';
  if (process.env[FOLLOWED] === undefined || process.send === undefined) return { name, hooks: {} };
  plainFiles.wanted = true;
  const putBy = new PutBySheets();
  let build: { keep: Keeping; make: Maker } | undefined;
  return {
    name,
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [sheetMarker(putBy)] } });
        // A build that was killed leaves no Astro behind.
        process.once('disconnect', () => process.exit(1));
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        const known = await ready();
        renumber(known, ledger);
        const keep = keeping(known, ledger);
        const make = makerOf(known, keep);
        build = { keep, make };
        setPrerenderer((given) => handingOver(given, make, putBy));
      },
      'astro:build:setup': () => tell({ kind: 'cleared' }),
      'astro:build:generated': async () => {
        if (build === undefined) return;
        await tell({ kind: 'pages' });
        await makePlainFiles(build.make);
      },
      'astro:build:done': async () => {
        if (build !== undefined) await tell({ kind: 'readings', ...build.keep.readings() });
        // All is handed over: from here on the channel keeps nothing alive.
        process.channel?.unref();
      },
    },
  };
}
