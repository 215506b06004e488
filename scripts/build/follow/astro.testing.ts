/**
 * Stands in for Astro in tests of run-astro.ts: a process that makes the files named in FILES through the real
 * integration, all at once, and says what it would write itself.
 */
import type { AstroIntegration } from 'astro';
import { ledger } from '../../../src/reads/ledger.ts';
import { plainFiles } from '../../../src/reads/plain-files.ts';
import { sheetMark } from '../slim/sheet-marks.ts';
import { handOverPages } from './integration.ts';

type StartHook = NonNullable<AstroIntegration['hooks']['astro:build:start']>;
type SetPrerenderer = Parameters<StartHook>[0]['setPrerenderer'];
type Prerenderer = Exclude<Parameters<SetPrerenderer>[0], (given: never) => unknown>;

/** What is to be made: a path, the text of its answer or none, its status, and after how many others it is ready. */
export type FakeFile = {
  path: string;
  text: string | null;
  status: number;
  after: number;
  /** The key of one that may be kept. */
  key?: string;
  /** All that comes of a template of this type; else one of many. */
  single?: 'page' | 'endpoint';
  /** One of the files that Astro is not given: a name below the site's folder, as its path. */
  plain?: boolean;
  /** What it reads: a name, and what that gives in this build; null: nobody can tell. */
  reads?: [name: string, gives: string | null];
};

const all = JSON.parse(process.env.FILES ?? '[]') as FakeFile[];
const files = all.filter(({ plain }) => plain !== true);
let ready = 0;
const waiting: { after: number; go: () => void }[] = [];

function made(): void {
  ready++;
  for (const one of waiting) if (one.after <= ready) one.go();
}

async function render(request: Request): Promise<Response> {
  const file = files.find(({ path }) => path === new URL(request.url).pathname);
  if (file === undefined) throw new Error(`nobody asked for ${request.url}`);
  const { after, text, status } = file;
  if (file.reads !== undefined) ledger.note('fake', file.reads[0]);
  if (after > ready) await new Promise<void>((go) => waiting.push({ after, go }));
  made();
  return new Response(text, { status });
}

const gives = new Map(all.flatMap(({ reads }) => (reads === undefined ? [] : [reads])));
ledger.answers('fake', () => Promise.resolve((name) => gives.get(name) ?? null));

const { hooks } = handOverPages();
if (!plainFiles.wanted) throw new Error('nobody makes the files that Astro is not given');
for (const { path, text, key = '', reads, plain } of all) {
  if (plain !== true) continue;
  const make = (): string | null => {
    if (reads !== undefined) ledger.note('fake', reads[0]);
    return text;
  };
  plainFiles.list.push({ name: path, key, text: make });
}
const bundle = {
  'a.css': { type: 'asset', names: ['Base.css'], originalFileNames: [], source: '.a{top:0}/*$vite$:1*/' },
  'b.css': { type: 'asset', names: ['b.css'], originalFileNames: ['src/b.css'], source: '.b{top:0}' },
  'c.svg': { type: 'asset', names: ['c.svg'], originalFileNames: [], source: '<svg/>' },
};
const config: { vite: { plugins: { generateBundle: (options: object, bundle: object) => void }[] } }[] = [];
await hooks['astro:config:setup']?.({ updateConfig: (given: never) => config.push(given) } as never);
for (const { generateBundle } of config.flatMap(({ vite }) => vite.plugins)) generateBundle({}, bundle);
const sources = Object.values(bundle).map(({ source }) => source);
if (sources.join() !== `${sheetMark(0)},.b{top:0},<svg/>`)
  throw new Error(`Astro is given ${sources.join()}`);
const getStaticPaths = () =>
  Promise.resolve(
    files.map(({ path, key, single }) => ({
      pathname: path,
      route: { type: single ?? 'page', params: single === undefined ? ['name'] : [] },
      cacheKey: key,
    })),
  );
let prerenderer = { name: 'fake', render, getStaticPaths } as unknown as Prerenderer;
const setPrerenderer: SetPrerenderer = (given) => {
  if (typeof given === 'function') prerenderer = given(prerenderer);
};
await hooks['astro:build:start']?.({ setPrerenderer } as never);
const paths = await prerenderer.getStaticPaths();
for (const answer of await Promise.all(
  paths.map(({ pathname }) =>
    prerenderer.render(new Request(`https://example.ru${pathname}`), { routeData: {} as never }),
  ),
)) {
  const response = answer instanceof Response ? answer : answer.response;
  if (response.body !== null && response.status === 200) throw new Error('Astro would write a file itself');
}
await hooks['astro:build:generated']?.({} as never);
await hooks['astro:build:done']?.({} as never);
if (process.env.FAILS !== undefined) throw new Error(process.env.FAILS);
